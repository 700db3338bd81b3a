"use client";

import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { bringIntoSight } from "../editor/sight";
import { Icon } from "../Icon";
import { useNotebook, useNotebookStore } from "../notebook/store";
import { useWords } from "../notebook/words";
import styles from "./find.module.css";
import { lookInto } from "./look";
import { paint, unpaint } from "./paint";
import type { Hit, Query } from "./search";
import { textsOf } from "./texts";

const switches = [
  { key: "matchCase", sign: "Aa", words: "matchCase", chord: "KeyC" },
  { key: "wholeWord", sign: "ab", words: "wholeWord", chord: "KeyW" },
  { key: "isRegex", sign: ".*", words: "asRegex", chord: "KeyR" },
] as const satisfies readonly { key: keyof Query; sign: string; words: string; chord: string }[];

/** Find and replace over all cells: a strip above them, while they stay in use. */
export function FindBar() {
  const say = useWords();
  const store = useNotebookStore();
  const { query, replacement, isReplacing, inOutputs, hits, isMore, problem, at } = useNotebook((state) => state.find);
  const [done, setDone] = useState<number | null>(null);
  const { setQuery, setFind, goToHit, replaceHit, replaceHits } = store.getState();
  const findField = useRef<HTMLInputElement>(null);
  const replaceField = useRef<HTMLInputElement>(null);
  useSearch();
  usePaint();

  useEffect(() => findField.current?.focus(), []); // the panel came before its content
  useEffect(() => {
    if (isReplacing && store.getState().find.query.text !== "") replaceField.current?.focus();
  }, [isReplacing, store]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const toggled = event.altKey && !event.ctrlKey && switches.find(({ chord }) => chord === event.code);
    if (toggled) {
      event.preventDefault();
      setQuery({ [toggled.key]: !query[toggled.key] });
    }
  };
  const onFindKey = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    goToHit(event.shiftKey ? -1 : 1);
  };
  const replaceAll = () => {
    const { keeper } = store.getState();
    const act = () => setDone(replaceHits());
    if (keeper) void keeper.before(act);
    else act();
  };
  const onReplaceKey = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (event.ctrlKey || event.metaKey || event.altKey) replaceAll();
    else replaceHit();
  };

  const count =
    query.text === ""
      ? ""
      : problem
        ? ""
        : hits.length === 0
          ? say("noHit")
          : at < 0
            ? say("hitTotal", hits.length, isMore)
            : say("hitCount", at + 1, hits.length, isMore);

  return (
    <search className={styles.find} onKeyDown={onKeyDown}>
      <div className={styles.row}>
        <button
          type="button"
          className={styles.icon}
          aria-expanded={isReplacing}
          aria-label={say("showReplace")}
          title={say("showReplace")}
          onClick={() => setFind({ isReplacing: !isReplacing })}
        >
          <Icon name={isReplacing ? "fold" : "unfold"} />
        </button>
        <div className={styles.field} data-problem={problem !== null || undefined}>
          <input
            ref={findField}
            data-first
            type="text"
            value={query.text}
            placeholder={say("findField")}
            aria-label={say("findField")}
            aria-invalid={problem !== null}
            spellCheck={false}
            autoComplete="off"
            onChange={({ target }) => {
              setDone(null);
              setQuery({ text: target.value });
            }}
            onFocus={({ target }) => target.select()}
            onKeyDown={onFindKey}
          />
          {switches.map(({ key, sign, words }) => (
            <button
              key={key}
              type="button"
              className={styles.switch}
              data-sign={key}
              aria-pressed={query[key]}
              aria-label={say(words)}
              title={say(words)}
              onClick={() => setQuery({ [key]: !query[key] })}
            >
              {sign}
            </button>
          ))}
        </div>
        <button
          type="button"
          className={styles.icon}
          title={say("lastHit")}
          aria-label={say("lastHit")}
          onClick={() => goToHit(-1)}
        >
          <Icon name="up" />
        </button>
        <button
          type="button"
          className={styles.icon}
          title={say("nextHit")}
          aria-label={say("nextHit")}
          onClick={() => goToHit(1)}
        >
          <Icon name="down" />
        </button>
        <button
          type="button"
          className={styles.icon}
          title={say("close")}
          aria-label={say("close")}
          onClick={() => store.getState().closePanel("bar")}
        >
          <Icon name="close" />
        </button>
      </div>
      {isReplacing && (
        <div className={styles.row} data-second>
          <div className={styles.field}>
            <input
              ref={replaceField}
              type="text"
              value={replacement}
              placeholder={say("replaceField")}
              aria-label={say("replaceField")}
              spellCheck={false}
              autoComplete="off"
              onChange={({ target }) => setFind({ replacement: target.value })}
              onKeyDown={onReplaceKey}
            />
          </div>
          <button type="button" className={styles.word} disabled={hits.length === 0} onClick={replaceHit}>
            {say("replaceOne")}
          </button>
          <button type="button" className={styles.word} disabled={hits.length === 0} onClick={replaceAll}>
            {say("replaceAll")}
          </button>
        </div>
      )}
      <div className={styles.foot}>
        <p role="status" data-testid="find-count">
          {done !== null && done > 0 ? say("replacedCount", done) : count}
        </p>
        {problem && (
          <p role="alert" className={styles.problem}>
            {problem.kind === "slow" ? say("slowRegex") : say("badRegex", problem.why)}
          </p>
        )}
        <label className={styles.outputs}>
          <input
            type="checkbox"
            checked={inOutputs}
            onChange={({ target }) => setFind({ inOutputs: target.checked })}
          />
          {say("inOutputs")}
        </label>
      </div>
    </search>
  );
}

/** Looks again whenever the query, a text or, if they are looked into, an output has changed. */
function useSearch(): void {
  const store = useNotebookStore();
  const query = useNotebook((state) => state.find.query);
  const inOutputs = useNotebook((state) => state.find.inOutputs);
  const order = useNotebook((state) => state.order);
  const cells = useNotebook((state) => state.cells);
  const runs = useNotebook((state) => (state.find.inOutputs ? state.runs : null));
  useEffect(() => {
    const ending = new AbortController();
    const soon = setTimeout(async () => {
      const found = await lookInto(query, textsOf(store.getState()), ending.signal);
      if (!ending.signal.aborted) store.getState().take(found);
    }, 60);
    return () => {
      clearTimeout(soon);
      ending.abort();
    };
  }, [store, query, inOutputs, order, cells, runs]);
}

/** Marks the hits, again whenever the page shows something else. */
function usePaint(): void {
  const store = useNotebookStore();
  const hits = useNotebook((state) => state.find.hits);
  const at = useNotebook((state) => state.find.at);
  useEffect(() => {
    const { cells, runs, find } = store.getState();
    const outputs = new Map(
      textsOf({ ...store.getState(), cells, runs, find })
        .filter(({ place }) => place === "output")
        .map(({ cell, text }) => [cell, text]),
    );
    const textOf = ({ cell, place, start, end }: Hit) =>
      ((place === "source" ? cells[cell]?.source : outputs.get(cell)) ?? "").slice(start, end);
    let frame = 0;
    const again = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => paint(hits, at, textOf));
    };
    const place = paint(hits, at, textOf);
    const cell = hits[at] && document.querySelector(`[data-cell="${CSS.escape(hits[at].cell)}"]`);
    if (place) bringIntoSight(place.getBoundingClientRect());
    else if (cell && cell.querySelector("[data-still], .monaco-editor") === null) {
      const { top } = cell.getBoundingClientRect(); // its words are not set yet
      bringIntoSight({ top, bottom: top + 24 });
    }
    const watcher = new MutationObserver((changes) => {
      const isOfText = changes.some(
        ({ target }) => !(target as Element).closest?.(".monaco-editor, [data-editor-widgets]"),
      );
      if (isOfText) again();
    });
    const page = document.querySelector("#notebook");
    if (page) watcher.observe(page, { childList: true, subtree: true });
    addEventListener("scroll", again, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      watcher.disconnect();
      removeEventListener("scroll", again);
    };
  }, [store, hits, at]);
  useEffect(() => unpaint, []);
}
