import type { Run, RunStatus } from "./runs";
import type { Cells } from "./steps";

/*
 * How a code cell stands to its latest run. Beside the run's own status there are three more:
 *
 *   edited    its text is not the one that ran
 *   behind    a code cell above it has, since this one ran, got another text or run with another text; so that running
 *             all from the top might print something else here
 *   earlier   it ran before the kernel was started anew: what it prints stands, its variables are gone
 *
 * A cell above that never ran in this session, or ran again with the same text, changes nothing for those below.
 */
export type Standing = "never" | RunStatus | "edited" | "behind" | "earlier";

type Known = Cells & { readonly runs: { readonly [id: string]: Run }; readonly session: number };

const hasEnded = ({ status }: Run) =>
  status === "ok" || status === "error" || status === "interrupted" || status === "lost";

/** The run took place in the kernel's present session; no other one tells anything about its variables. */
const isOfSession = (run: Run | undefined, session: number): run is Run & { turn: number; since: number } =>
  run?.turn !== undefined && run.session === session;

/** Its text is not the one that ran last, in this page's time. */
export function isEditedSince({ cells, runs }: Pick<Known, "cells" | "runs">, id: string): boolean {
  const run = runs[id];
  return run?.code !== undefined && hasEnded(run) && run.code !== cells[id]?.source;
}

let latest: { order: unknown; cells: unknown; runs: unknown; session: number; behind: ReadonlySet<string> } | undefined;

/** Something above it has changed since it ran. Asked by every cell, found once. */
export function isBehind(state: Known, id: string): boolean {
  const { order, cells, runs, session } = state;
  const isKnown =
    latest?.order === order && latest.cells === cells && latest.runs === runs && latest.session === session;
  if (!isKnown) latest = { order, cells, runs, session, behind: findBehind(state) };
  return latest!.behind.has(id);
}

function findBehind({ order, cells, runs, session }: Known): ReadonlySet<string> {
  const behind = new Set<string>();
  let changedAt = 0; // the latest turn at which something above got what it stands with
  for (const id of order) {
    const run = runs[id];
    if (!isOfSession(run, session) || cells[id]?.cell_type !== "code") continue;
    if (hasEnded(run) && run.turn < changedAt) behind.add(id);
    const since = run.code === cells[id].source ? run.since : Number.POSITIVE_INFINITY;
    if (since > changedAt) changedAt = since;
  }
  return behind;
}

export function standingOf(state: Known, id: string): Standing {
  const run = state.runs[id];
  if (!run) return "never";
  if (!hasEnded(run)) return run.status;
  if (run.session !== undefined && run.session !== state.session) return "earlier";
  if (isEditedSince(state, id)) return "edited";
  return isBehind(state, id) ? "behind" : run.status;
}
