"use client";

import { Icon } from "../Icon";
import { KernelState } from "./KernelState";
import styles from "./Notebook.module.css";
import { isUnderWay } from "./runs";
import { useNotebook, useNotebookStore } from "./store";
import { useWords, Words } from "./words";

/** Run all, Stop, Restart, and how Python is; stays in sight. */
export function Toolbar() {
  const say = useWords();
  const store = useNotebookStore();
  const phase = useNotebook((state) => state.kernelStatus.phase);
  const canStop = useNotebook((state) => Object.values(state.runs).some(isUnderWay));
  const hasRun = useNotebook((state) => Object.values(state.runs).some((run) => run.status !== "saved"));
  const { run, stop, restart, notify } = store.getState();
  return (
    <div className={styles.bar}>
      <div className={styles.controls} role="toolbar" aria-label={say("controls")}>
        <button
          type="button"
          className={styles.button}
          data-main="true"
          onClick={() => {
            store.setState({ editing: null });
            run(store.getState().order);
          }}
        >
          <Icon name="run" />
          <Words of="runAll" />
        </button>
        <button type="button" className={styles.button} aria-disabled={!canStop} onClick={() => canStop && stop()}>
          <Icon name="stop" />
          <Words of="stop" />
        </button>
        <button
          type="button"
          className={styles.button}
          onClick={() => (hasRun && phase !== "dead" ? notify({ kind: "restartQuestion" }) : void restart())}
        >
          <Icon name="restart" />
          <Words of="restart" />
        </button>
        <button
          type="button"
          className={styles.button}
          title={say("commandList")}
          aria-label={say("commandList")}
          aria-keyshortcuts="Control+Shift+C F1"
          onClick={() => store.getState().openPanel("palette")}
        >
          <Icon name="command" />
        </button>
      </div>
      <KernelState />
    </div>
  );
}
