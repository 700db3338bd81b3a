import type { CellBody } from "../notebook/cells";
import type { Output } from "../notebook/nbformat";
import type { Run } from "../notebook/runs";
import type { NotebookState } from "../notebook/store";
import { type Expected, expectedOf, printedOf } from "./expected";
import { type Grade, gradeOf, type Split } from "./grade";

/** How a cell stands to what is expected of it; `pending` while it waits or runs. */
export type Reproduction = { grade: Grade | "notRun" | "pending"; at?: Split };

const graded = new WeakMap<readonly Output[], { expected: Expected; reproduction: Reproduction }>();
const notRun: Reproduction = { grade: "notRun" };
const pending: Reproduction = { grade: "pending" };

/** Outputs that came with the file say nothing of what would come here. */
const states: { readonly [S in Run["status"]]: Reproduction | null } = {
  saved: notRun,
  notRun,
  lost: notRun,
  interrupted: notRun,
  queued: pending,
  running: pending,
  ok: null,
  error: null,
};

/** How a cell's latest run stands; null for a cell of which nothing is expected. */
export function reproductionOf(cell: CellBody, run: Run | undefined): Reproduction | null {
  const expected = cell.cell_type === "code" ? expectedOf(cell) : null;
  if (!expected) return null;
  if (!run || (run.executionCount === null && run.outputs.length === 0))
    return run ? (states[run.status] ?? notRun) : notRun;
  const state = states[run.status];
  if (state) return state;
  const known = graded.get(run.outputs);
  if (known?.expected === expected) return known.reproduction;
  const reproduction = gradeOf(expected, printedOf(run.outputs));
  graded.set(run.outputs, { expected, reproduction });
  return reproduction;
}

export type Score = { readonly [G in Grade | "notRun"]: number };

/** How many cells of which something is expected got which grade; one that runs is not run yet. */
export function scoreOf({ order, cells, runs }: Pick<NotebookState, "order" | "cells" | "runs">): Score {
  const score = { text: 0, ulp: 0, structure: 0, different: 0, notRun: 0 };
  for (const id of order) {
    const found = reproductionOf(cells[id]!, runs[id]);
    if (found) score[found.grade === "pending" ? "notRun" : found.grade]++;
  }
  return score;
}

export const reproducedIn = ({ text, ulp, structure }: Score) => text + ulp + structure;
export const expectedIn = (score: Score) => reproducedIn(score) + score.different + score.notRun;
