import type { RunEvent } from "../../workers/protocol";
import type { Output } from "./notebook";
import { outputsAfter } from "./outputs";

export { outputsAfter } from "./outputs";

/**
 * What became of a cell's latest run. `saved`: the outputs came with the file. `notRun`: a cell before it raised.
 * `lost`: the kernel ended before the cell did.
 */
export type RunStatus = "saved" | "queued" | "running" | "ok" | "error" | "interrupted" | "lost" | "notRun";

export type Run = {
  status: RunStatus;
  outputs: Output[];
  executionCount: number | null;
  durationMs?: number;
  /** When the cell started, in milliseconds since 1970; for the clock that runs beside it. */
  startedAt?: number;
  /** Which start of the kernel this run belongs to; a later one knows nothing of its variables. */
  session?: number;
};

/** The run after one more event: a new value, the old one untouched. `now` is in milliseconds since 1970. */
export function afterEvent(run: Run, event: RunEvent, now: number): Run {
  switch (event.type) {
    case "started":
      return { ...run, status: "running", outputs: [], executionCount: event.executionCount, startedAt: now };
    case "done":
      return { ...run, status: event.outcome, durationMs: event.durationMs };
    default:
      return { ...run, outputs: outputsAfter(run.outputs, event, run.executionCount) };
  }
}
