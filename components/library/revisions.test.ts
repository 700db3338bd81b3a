import { IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import { beforeEach, describe, expect, test } from "vitest";
import { deskOf } from "../notebook/files";
import { emptyNotebook } from "../notebook/nbformat";
import { openDatabase } from "./database";
import type { Revision } from "./records";
import { keepRevision, listRevisions, readRevision, thinned } from "./revisions";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const at = (ago: number, more: Partial<Revision> = {}): Revision => ({
  ...{ notebook: "n", part: String(ago), at: 1_000 * day - ago, why: "minute", cells: 1, bytes: 1_000, hash: "" },
  ...more,
});
const left = (revisions: Revision[], bytes = 1e9) => {
  const gone = thinned(revisions, 1_000 * day, bytes);
  return revisions.filter(({ part }) => !gone.includes(part));
};
const every = (step: number, from: number, to: number) =>
  Array.from({ length: Math.floor((to - from) / step) }, (_, index) => at(from + index * step));

describe("thinned", () => {
  test("keeps every version of the last hour, six an hour for a day, one an hour for a week, then one a day", () => {
    expect(left(every(minute, 0, hour))).toHaveLength(60);
    expect(left(every(minute, 2 * hour, 6 * hour))).toHaveLength(24);
    expect(left(every(minute, 2 * day, 3 * day))).toHaveLength(24);
    expect(left(every(10 * minute, 10 * day, 20 * day))).toHaveLength(10);
  });

  test("keeps those with a reason of their own for thirty days, however close they stand", () => {
    const reasons = (ago: number) =>
      [0, 1, 2].map((n) => at(ago + n * minute, { why: n === 1 ? "before" : "conflict" }));
    expect(left([at(0), ...reasons(20 * day)])).toHaveLength(4);
    expect(left([at(0), ...reasons(31 * day)])).toHaveLength(2);
  });

  test("stays within the budget and never drops the latest", () => {
    expect(left([at(0, { bytes: 5_000 }), at(1), at(2)], 6_000).map(({ part }) => part)).toEqual(["0", "1"]);
    expect(left([at(0, { bytes: 5_000 })], 10)).toHaveLength(1);
  });
});

describe("versions in the storage", () => {
  beforeEach(() => {
    globalThis.indexedDB = new IDBFactory();
  });

  test("come back as they were kept, outputs too; one with the same text is not kept twice", async () => {
    const db = await openDatabase(() => {});
    const notebook = emptyNotebook();
    const desk = deskOf({ ...notebook, cells: [{ ...notebook.cells[0]!, source: "图 1" }] }, "a.ipynb");
    const output = { output_type: "stream", name: "stdout", text: "1\n" } as const;
    const runs = { "cell-1": { status: "ok" as const, outputs: [output], executionCount: 3 } };
    await keepRevision(db, "n", { ...desk, runs }, "minute", 5);
    await keepRevision(db, "n", desk, "before", 6);
    await keepRevision(db, "other", desk, "before", 6);
    const all = await listRevisions(db, "n");
    expect(all).toMatchObject([{ at: 5, why: "minute", cells: 1 }]);
    const kept = await readRevision(db, all[0]!);
    expect(kept.cells).toEqual(desk.cells);
    expect(kept.runs["cell-1"]).toMatchObject({ status: "saved", outputs: [output], executionCount: 3 });
    db.close();
  });
});
