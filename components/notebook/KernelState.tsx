"use client";

import { useSyncExternalStore } from "react";
import type { KernelStatus } from "../../workers/protocol";
import { Icon, type IconName } from "../Icon";
import styles from "./Notebook.module.css";
import { useNotebook } from "./store";
import { useWords } from "./words";

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
  const isSettled = useNotebook((state) => state.isSettled);
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
      <p role="status" hidden={!isSettled}>
        <Icon name={isMissing ? "dead" : shapes[status.phase]} />
        <span>
          {isMissing ? say("offline") : words(status, say)}
          {status.phase === "busy" && waiting > 0 && say("waiting", waiting)}
        </span>
      </p>
      {isLoading && status.totalBytes > 0 && !isMissing && (
        <span className={styles.bytes}>
          {say("megabytes", megabytes(status.loadedBytes), megabytes(status.totalBytes))}
        </span>
      )}
    </div>
  );
}

function words(status: KernelStatus, say: ReturnType<typeof useWords>): string {
  switch (status.phase) {
    case "starting":
      return status.step === "loading" ? say("pythonWaiting") : say("pythonBooting");
    case "ready":
      return say("pythonReady");
    case "busy":
      return say("pythonBusy");
    case "stopping":
      return say("pythonStopping");
    case "dead":
      return say("pythonDead", status.reason);
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
