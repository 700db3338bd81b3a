"use client";

import { Icon } from "../Icon";
import { texts } from "../text";
import { carryOut } from "./commands";
import { KernelState } from "./KernelState";
import styles from "./Notebook.module.css";
import { isBusy } from "./runs";
import { useNotebook, useNotebookStore } from "./store";
import { TwinSwitch } from "./TwinSwitch";
import { useWords, Words } from "./words";

/** Run all, Stop, Restart, and how Python is; stays in sight. */
export function Toolbar() {
  const say = useWords();
  const store = useNotebookStore();
  const phase = useNotebook((state) => state.kernelStatus.phase);
  const language = useNotebook((state) => state.language);
  const isContentsOpen = useNotebook((state) => state.panels.side === "contents");
  const isLabOpen = useNotebook((state) => state.panels.side === "lab");
  const areVariablesOpen = useNotebook((state) => state.panels.side === "variables");
  const canStop = useNotebook(isBusy);
  const hosts = useNotebook((state) => state.hosts);
  const hasRun = useNotebook((state) => state.hasRun);
  const isQuiet = useNotebook((state) => state.linked !== null && !state.hasRun && !isBusy(state)); // nothing was started
  const { stop, restart, notify } = store.getState();
  return (
    <div className={styles.bar}>
      <div className={styles.controls} role="toolbar" aria-label={say("controls")}>
        <button type="button" className={styles.button} data-main="true" onClick={() => carryOut("runAll", store)}>
          <Icon name="run" />
          <Words of="runAll" />
        </button>
        <button
          type="button"
          className={styles.button}
          data-short
          title={texts.stop[language]}
          aria-disabled={!canStop}
          onClick={() => canStop && stop()}
        >
          <Icon name="stop" />
          <Words of="stop" />
        </button>
        <button
          type="button"
          className={styles.button}
          data-short
          title={texts.restart[language]}
          onClick={() => (hasRun && phase !== "dead" ? notify({ kind: "restartQuestion" }) : void restart())}
        >
          <Icon name="restart" />
          <Words of="restart" />
        </button>
        <button
          type="button"
          className={styles.button}
          title={texts.commandTitles.contents[language]}
          aria-label={texts.commandTitles.contents[language]}
          aria-pressed={isContentsOpen}
          aria-keyshortcuts="Control+Shift+K"
          onClick={() => store.getState().togglePanel("contents")}
        >
          <Icon name="contents" />
        </button>
        <button
          type="button"
          className={styles.button}
          title={texts.variables[language]}
          aria-label={texts.variables[language]}
          aria-pressed={areVariablesOpen}
          aria-keyshortcuts="Control+Alt+V"
          onClick={() => store.getState().togglePanel("variables")}
        >
          <Icon name="variables" />
        </button>
        <button
          type="button"
          className={styles.button}
          title={texts.lab[language]}
          aria-label={texts.lab[language]}
          aria-pressed={isLabOpen}
          aria-keyshortcuts="Control+Alt+I"
          onClick={() => store.getState().togglePanel("lab")}
        >
          <Icon name="lab" />
        </button>
        <button
          type="button"
          className={styles.button}
          title={hosts.length > 0 ? say("networkIsOn", hosts.join(", ")) : say("networkIsOff")}
          aria-label={hosts.length > 0 ? say("networkIsOn", hosts.join(", ")) : say("networkIsOff")}
          aria-pressed={hosts.length > 0}
          onClick={() => store.getState().openPanel("network")}
        >
          <Icon name={hosts.length > 0 ? "network" : "noNetwork"} />
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
      <TwinSwitch />
      {!isQuiet && <KernelState />}
    </div>
  );
}
