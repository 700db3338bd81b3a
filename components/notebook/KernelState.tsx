"use client";

import { type ReactNode, useSyncExternalStore } from "react";
import type { KernelStatus } from "../../workers/protocol";
import { Icon, type IconName } from "../Icon";
import styles from "./Notebook.module.css";
import { useNotebook } from "./store";
import { useWords, Words } from "./words";

const shapes: { [P in KernelStatus["phase"]]: IconName } = {
  starting: "waiting",
  ready: "ready",
  busy: "busy",
  stopping: "busy",
  dead: "dead",
};

/** How Python is, by a shape and in words; while it comes, how much of it is here. */
export function KernelState() {
  const say = useWords();
  const status = useNotebook((state) => state.kernelStatus);
  const waiting = useNotebook((state) => state.queue.length);
  const isOnline = useSyncExternalStore(
    watchNetwork,
    () => navigator.onLine,
    () => true,
  );
  const isLoading = status.phase === "starting" && status.step === "loading";
  const isMissing = !isOnline && (isLoading || status.phase === "dead");

  return (
    <div className={styles.kernel} data-phase={status.phase} data-testid="kernel">
      {isLoading && status.totalBytes > 0 && !isMissing && (
        <progress value={status.loadedBytes} max={status.totalBytes} aria-label={say("pythonWaiting")} />
      )}
      <p role="status">
        <Icon name={isMissing ? "dead" : shapes[status.phase]} />
        <span>
          {isMissing ? <Words of="offline" /> : words(status)}
          {status.phase === "busy" && waiting > 0 && <Words of="waiting" parts={[waiting]} />}
        </span>
      </p>
      {isLoading && status.totalBytes > 0 && !isMissing && (
        <span className={styles.bytes}>
          <Words of="megabytes" parts={[megabytes(status.loadedBytes), megabytes(status.totalBytes)]} />
        </span>
      )}
    </div>
  );
}

function words(status: KernelStatus): ReactNode {
  switch (status.phase) {
    case "starting":
      return <Words of={status.step === "loading" ? "pythonWaiting" : "pythonBooting"} />;
    case "ready":
      return <Words of="pythonReady" />;
    case "busy":
      return <Words of="pythonBusy" />;
    case "stopping":
      return <Words of="pythonStopping" />;
    case "dead":
      return <Words of="pythonDead" parts={[status.reason]} />;
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
