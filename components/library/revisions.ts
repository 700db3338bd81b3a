import type { Desk } from "../notebook/files";
import type { Notebook } from "../notebook/nbformat";
import type { Run } from "../notebook/runs";
import { sizeOf } from "./changes";
import { packed, unpacked } from "./packed";
import { parsed, type Revision, type Why } from "./records";
import { type Database, keysOf } from "./schema";
import { allOrNothing } from "./transaction";

/** A version's outputs are kept with it up to so many characters; beyond that its text alone. */
const largestOutputs = 2_000_000;

/** What a notebook's versions may take up together, in bytes. */
const budget = 30_000_000;

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How close versions may stand, by their age: all of the last hour, then ever fewer. */
const spacing = [
  { upTo: hour, apart: 0 },
  { upTo: day, apart: 10 * minute },
  { upTo: 7 * day, apart: hour },
  { upTo: Number.POSITIVE_INFINITY, apart: day },
] as const;

/** How long a version with a reason of its own is not thinned out. */
const reasonsLast = 30 * day;

/** The versions, the latest first. One that cannot be read is passed over. */
export async function listRevisions(db: Database, notebook: string): Promise<Revision[]> {
  const all = await db.getAll("revisions", keysOf(notebook));
  return all.flatMap((raw) => parsed("revision", raw) ?? []).toReversed();
}

/** The notebook as it was. @throws {Error} if it cannot be read */
export async function readRevision(db: Database, { notebook, part }: Revision): Promise<Kept> {
  const record = parsed("revisionText", await db.get("revisionTexts", [notebook, part]));
  if (!record) throw new Error("the version cannot be read");
  return JSON.parse(await unpacked(record.text)) as Kept;
}

/** A notebook in a version. */
export type Kept = Pick<Desk, "fileName" | "frame" | "order" | "cells"> & { runs: { [id: string]: Run } };

/**
 * Keeps a version, unless its text is that of the latest one, and thins out the older ones.
 *
 * @returns the version's name, or that of the latest one if it has the same text
 */
export async function keepRevision(db: Database, notebook: string, desk: Desk, why: Why, at: number): Promise<string> {
  const before = await listRevisions(db, notebook);
  const hash = hashOf(desk);
  if (before[0]?.hash === hash && why !== "conflict") return before[0].part;
  const hasRoom = sizeOf(desk).outputs <= largestOutputs;
  const kept: Kept = {
    fileName: desk.fileName,
    frame: desk.frame,
    order: desk.order,
    cells: Object.fromEntries(desk.order.map((id) => [id, desk.cells[id]!])),
    runs: hasRoom ? Object.fromEntries(desk.order.flatMap((id) => savedRun(id, desk.runs[id]))) : {},
  };
  const text = await packed(JSON.stringify(kept));
  const part = nameOf(at, before);
  const revision: Revision = { notebook, part, at, why, cells: desk.order.length, bytes: text.length, hash };
  const gone = thinned([revision, ...before], at, budget);
  await allOrNothing(db, ["revisions", "revisionTexts"], (write) => {
    write.put("revisions", revision);
    write.put("revisionTexts", { notebook, part, text });
    for (const old of gone) {
      write.delete("revisions", [notebook, old]);
      write.delete("revisionTexts", [notebook, old]);
    }
  });
  return part;
}

/** The names of the versions that may go; `revisions` are given the latest first, and the latest always stays. */
export function thinned(revisions: readonly Revision[], now: number, bytes: number): string[] {
  const gone: string[] = [];
  let next = Number.POSITIVE_INFINITY; // the time of the version that was kept last
  let left = bytes;
  for (const { part, at, why, bytes: own } of revisions) {
    const age = now - at;
    const apart = spacing.find(({ upTo }) => age <= upTo)!.apart;
    const hasReason = (why === "before" || why === "conflict") && age <= reasonsLast;
    const stays = next === Number.POSITIVE_INFINITY || (left >= own && (hasReason || next - at >= apart));
    if (!stays) gone.push(part);
    else {
      left -= own;
      next = at;
    }
  }
  return gone;
}

/** Equal for equal cells in equal order, whatever they put out. 53 bits of two multiplying hashes. */
export function hashOf({ order, cells }: Pick<Desk, "order" | "cells">): string {
  const text = JSON.stringify(order.map((id) => [id, cells[id]!.cell_type, cells[id]!.source]));
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2_654_435_761);
    b = Math.imul(b ^ code, 1_597_334_677);
  }
  return `${(a >>> 0).toString(36)}${(b >>> 0).toString(36)}-${text.length.toString(36)}`;
}

function savedRun(id: string, run: Run | undefined): [string, Run][] {
  return run ? [[id, { status: "saved", outputs: run.outputs, executionCount: run.executionCount }]] : [];
}

/** Sorts as its time does; two of one millisecond stay apart. */
function nameOf(at: number, before: readonly Revision[]): string {
  let time = at;
  while (before.some(({ part }) => part === sortable(time))) time++;
  return sortable(time);
}
const sortable = (time: number) => String(Math.round(time)).padStart(15, "0");

/** A notebook from a version, for a file. */
export function notebookOfKept({ frame, order, cells, runs }: Kept): Notebook {
  const all = order.map((id) => {
    const body = cells[id]!;
    if (body.cell_type !== "code") return body;
    return { ...body, outputs: runs[id]?.outputs ?? [], execution_count: runs[id]?.executionCount ?? null };
  });
  return { ...frame, cells: all } as unknown as Notebook;
}
