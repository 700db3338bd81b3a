"use client";

import { Icon } from "../Icon";
import { titleOf } from "../library/shelf";
import { carryOut } from "../notebook/commands";
import { KernelState } from "../notebook/KernelState";
import { isBusy } from "../notebook/runs";
import { useNotebook, useNotebookStore } from "../notebook/store";
import { useWords, Words } from "../notebook/words";
import styles from "./link.module.css";

/** All that stands around a notebook inside of another page: its name, Run all and Stop, and the way to the whole page. */
export function EmbedBar() {
  const say = useWords();
  const store = useNotebookStore();
  const name = useNotebook((state) => state.fileName);
  const canStop = useNotebook(isBusy);
  const hasAsked = useNotebook((state) => state.hasRun || isBusy(state));
  return (
    <header className={styles.embed}>
      <strong>{titleOf(name)}</strong>
      {hasAsked && <KernelState />}
      <button
        type="button"
        className={styles.button}
        onClick={() => (canStop ? store.getState().stop() : carryOut("runAll", store))}
      >
        <Icon name={canStop ? "stop" : "run"} />
        <Words of={canStop ? "stop" : "runAll"} />
      </button>
      <a className={styles.button} href={wholeAddress()} target="_blank" rel="noopener" title={say("openInSporebook")}>
        <Words of="openInSporebook" />
      </a>
    </header>
  );
}

/** This page, not embedded. */
const wholeAddress = () => location.href.replace(/\?[^#]*/, "");
