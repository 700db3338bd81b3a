"use client";

import { languageNames } from "./CellLanguage";
import styles from "./Notebook.module.css";
import { isUnderWay } from "./runs";
import { useNotebook, useNotebookStore } from "./store";
import { shownLanguage } from "./twin";
import { useWords } from "./words";

/** Shows the same steps as Python or as TypeScript, in a notebook that has both. */
export function TwinSwitch() {
  const store = useNotebookStore();
  const say = useWords();
  const shown = useNotebook(({ order, cells }) => shownLanguage(order.map((id) => cells[id]!)));
  const isBusy = useNotebook((state) => Object.values(state.runs).some(isUnderWay));
  const isSettled = useNotebook((state) => state.isSettled);
  if (shown === null) return null;
  return (
    <fieldset className={styles.switch}>
      <legend>{say("stepsIn")}</legend>
      {(["python", "typescript"] as const).map((each) => (
        <button
          key={each}
          type="button"
          data-choice={each}
          data-shown={shown === each || undefined}
          aria-pressed={isSettled ? shown === each : undefined}
          aria-disabled={isBusy || undefined}
          onClick={() => store.getState().showIn(each)}
        >
          {languageNames[each]}
        </button>
      ))}
    </fieldset>
  );
}
