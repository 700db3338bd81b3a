"use client";

import { Icon } from "../Icon";
import { bundledNotebooks } from "../library/bundled";
import { useNotebook, useNotebookStore } from "../notebook/store";
import { useWords } from "../notebook/words";
import { texts } from "../text";
import { collapsedCells, oddCells, showAll } from "./facts";
import styles from "./link.module.css";
import { saveCopy } from "./save";

/** Above a notebook that came by a link: where it came from, what of it is whose, and what of it one does not see at once. */
export function LinkBar() {
  const say = useWords();
  const store = useNotebookStore();
  const linked = useNotebook((state) => state.linked);
  const codes = useNotebook(({ order, cells }) => order.filter((id) => cells[id]!.cell_type === "code").length);
  const origin = useOrigin();
  const whose = useWhose();
  if (!linked || linked.isEmbedded) return null;
  const { isReading } = linked;
  return (
    <section className={styles.bar} data-bar="linked" aria-label={origin}>
      <Icon name="link" />
      <div className={styles.words} role="status">
        <p>
          <strong>{origin}</strong> {whose}
        </p>
        {linked.origin.kind === "address" && <p className={styles.address}>{linked.origin.address}</p>}
        {isReading ? <p>{say("readingWords", codes)}</p> : <Hidden />}
      </div>
      <div className={styles.acts}>
        <button type="button" className={styles.button} onClick={() => store.getState().setReading(!isReading)}>
          {say(isReading ? "showCode" : "readingView")}
        </button>
        <button type="button" className={styles.button} data-main="true" onClick={() => void saveCopy(store)}>
          <Icon name="copy" />
          {say("saveCopy")}
        </button>
      </div>
    </section>
  );
}

/** What is not seen at once: collapsed parts, and characters that are not what they seem. */
export function Hidden() {
  const say = useWords();
  const store = useNotebookStore();
  const collapsed = useNotebook((state) => collapsedCells(state).length);
  const odd = useNotebook((state) => oddCells(state).length);
  return (
    <>
      {odd > 0 && (
        <p className={styles.odd} data-testid="odd-cells">
          <Icon name="error" />
          <span>
            {say("oddCellsWords", odd)}{" "}
            <button
              type="button"
              className={styles.inline}
              onClick={() => {
                const state = store.getState();
                const first = oddCells(state)[0];
                if (first !== undefined) state.goTo(first);
              }}
            >
              {say("goToOdd")}
            </button>
          </span>
        </p>
      )}
      {collapsed > 0 && (
        <p data-testid="collapsed">
          {say("collapsedCells", collapsed)}{" "}
          <button type="button" className={styles.inline} onClick={() => showAll(store.getState())}>
            {say("showCollapsed")}
          </button>
        </p>
      )}
    </>
  );
}

/** Where the notebook came from, in a sentence. */
function useOrigin(): string {
  const say = useWords();
  const origin = useNotebook((state) => state.linked?.origin);
  const language = useNotebook((state) => state.language);
  const slug = useNotebook((state) => state.bundled?.slug);
  if (origin?.kind === "address") return say("fromAddress", origin.host);
  const title = bundledNotebooks.find((row) => row.slug === slug)?.title[language];
  if (!origin?.changes || !title) return say("fromLink");
  const { changed, added, removed } = origin.changes;
  const parts = [
    changed > 0 && say("countChanged", changed),
    added > 0 && say("countAdded", added),
    removed > 0 && say("countRemoved", removed),
  ].filter((part) => part !== false);
  return say("fromEdit", title, parts.join(language === "zh" ? "，" : ", ") || say("nothingChanged"));
}

/** Whose the outputs are. */
function useWhose(): string {
  const language = useNotebook((state) => state.language);
  const key = useNotebook(({ order, runs }) => {
    const all = order.flatMap((id) => runs[id] ?? []);
    if (all.length === 0) return "noAuthorsOutputs";
    return all.every(({ status }) => status === "saved") ? "notRunWords" : "partlyRunWords";
  });
  return texts[key][language];
}
