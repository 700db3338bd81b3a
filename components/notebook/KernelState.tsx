"use client";

import { type ReactNode, useSyncExternalStore } from "react";
import type { KernelStatus } from "../../workers/protocol";
import { Icon, type IconName } from "../Icon";
import { carryOut } from "./commands";
import styles from "./Notebook.module.css";
import { useNotebook, useNotebookStore } from "./store";
import { useWords, Words } from "./words";

const shapes: { [P in KernelStatus["phase"]]: IconName } = {
  starting: "waiting",
  ready: "ready",
  busy: "busy",
  stopping: "busy",
  dead: "dead",
};

const pythonShapes: { [P in KernelStatus["python"]["phase"]]: IconName } = {
  loading: "waiting",
  booting: "waiting",
  ready: "ready",
  failed: "dead",
};

/** How the kernel and Python are, by a shape and in words; while Python comes, how much of it is here. */
export function KernelState() {
  const say = useWords();
  const status = useNotebook((state) => state.kernelStatus);
  const waiting = useNotebook((state) => state.queue.length);
  const isOnline = useSyncExternalStore(
    watchNetwork,
    () => navigator.onLine,
    () => true,
  );
  const runningAt = useNotebook(({ running, order }) => (running === null ? 0 : order.indexOf(running) + 1));
  const hasRun = useNotebook((state) => state.hasRun);
  const { phase, python } = status;
  // between two cells the kernel is ready for a moment, the page is not
  const isRunning = phase === "busy" || (phase === "ready" && runningAt > 0 && python.phase === "ready");
  const isIdle = phase === "starting" || phase === "ready";
  const loading = isIdle && python.phase === "loading" ? python : null;
  const isMissing = !isOnline && (loading !== null || phase === "dead" || python.phase === "failed");
  const bytes = loading && loading.totalBytes > 0 && !isMissing ? loading : null;

  return (
    <div
      className={styles.kernel}
      data-phase={phase}
      data-python={python.phase}
      data-long={isMissing || phase === "dead" || python.phase === "failed"}
      data-testid="kernel"
    >
      {bytes && <progress value={bytes.loadedBytes} max={bytes.totalBytes} aria-label={say("pythonWaiting")} />}
      {/* how runs end is said by the Announcer; here every cell would be heard twice */}
      <p role={hasRun && (phase === "busy" || phase === "ready") ? undefined : "status"}>
        <Icon name={isMissing ? "dead" : isRunning ? "busy" : shapeOf(status)} />
        {isRunning && runningAt > 0 ? (
          <RunningCell number={runningAt} waiting={waiting} />
        ) : (
          <span className={styles.state}>{isMissing ? <Words of="offline" /> : words(status)}</span>
        )}
      </p>
      {bytes && (
        <span className={styles.bytes}>
          <Words of="megabytes" parts={[megabytes(bytes.loadedBytes), megabytes(bytes.totalBytes)]} />
        </span>
      )}
    </div>
  );
}

/** Which cell runs and how many wait; a press goes there. */
function RunningCell({ number, waiting }: { number: number; waiting: number }) {
  const store = useNotebookStore();
  return (
    <button
      type="button"
      className={styles.running}
      data-testid="running-cell"
      onClick={() => carryOut("goToRunning", store)}
    >
      <Words of="runningCell" parts={[number]} />
      {waiting > 0 && <Words of="waiting" parts={[waiting]} />}
    </button>
  );
}

function shapeOf({ phase, python }: KernelStatus): IconName {
  return phase === "ready" ? pythonShapes[python.phase] : shapes[phase];
}

function words(status: KernelStatus): ReactNode {
  const { phase, python } = status;
  switch (phase) {
    case "busy":
      return <Words of="pythonBusy" />;
    case "stopping":
      return <Words of="pythonStopping" />;
    case "dead":
      return <Words of="pythonDead" parts={[status.reason]} />;
  }
  switch (python.phase) {
    case "loading":
      return <Words of="pythonWaiting" />;
    case "booting":
      return <Words of="pythonBooting" />;
    case "ready":
      return <Words of="pythonReady" />;
    case "failed":
      return <Words of="pythonFailed" parts={[python.reason]} />;
  }
}

function watchNetwork(listener: () => void): () => void {
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
}

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
