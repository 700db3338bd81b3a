import { expect, test } from "vitest";
import { firstOpen, glimpse, rowsOf } from "./tree";

const labels = (root: unknown, open: string[]) => rowsOf(root, new Set(open)).map(({ label, depth }) => [depth, label]);

test("rowsOf lists what is open and no more", () => {
  const root = { a: [1, 2], b: null };
  expect(labels(root, [])).toEqual([[0, null]]);
  expect(labels(root, ["", "/a"])).toEqual([
    [0, null],
    [1, "a"],
    [2, "0"],
    [2, "1"],
    [1, "b"],
  ]);
});

test("rowsOf gathers a million elements in ranges, each of at most a thousand", () => {
  const root = Array.from({ length: 1_000_000 }, (_, index) => index);
  expect(rowsOf(root, new Set([""]))).toHaveLength(1_001);
  const rows = rowsOf(root, new Set(["", "/5000…5999"]));
  expect(rows).toHaveLength(2_001);
  expect(rows.find(({ value }) => value === 5_999)?.path).toBe("/5000…5999/5999");
  expect(rowsOf(root.slice(0, 1_001), new Set([""])).map(({ label }) => label)).toEqual([null, "0…999", "1000…1000"]);
});

test("firstOpen opens a small value whole and of a large one only the root", () => {
  expect(firstOpen({ a: { b: [1] } }, false)).toEqual(new Set(["", "/a", "/a/b"]));
  expect(
    firstOpen(
      Array.from({ length: 50 }, () => [1]),
      false,
    ),
  ).toEqual(new Set([""]));
});

test("glimpse keeps every digit of a number that JavaScript has not", () => {
  expect(glimpse({ "sporebook:number": "12345678901234567890" })).toBe("12345678901234567890");
  expect([{}, [], { a: 1 }, "x", null].map(glimpse)).toEqual(["{}", "[]", "{a}", '"x"', "null"]);
});
