import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sizeFor, tilesFor } from "./fit";
import { firstPicks, indexText, offsetOf, suitable, withPart } from "./picks";
import { spanOf, tileOf } from "./tiles";
import { aheadOf, boxOf, heldTo, offsetAt, scrollAt, showing, stepsAt } from "./track";

describe("picks", () => {
  test("the last axis lies across, the one before it down", () => {
    expect(firstPicks([4, 3, 2])).toEqual([0, "rows", "columns"]);
    expect(firstPicks([5])).toEqual(["columns"]);
    expect(firstPicks([])).toEqual([]);
  });

  test("picks that do not suit the shape are not used", () => {
    expect(suitable([1, "rows", "columns"], [4, 3, 2])).toEqual([1, "rows", "columns"]);
    expect(suitable([9, "rows", "columns"], [4, 3, 2])).toEqual([0, "rows", "columns"]);
    expect(suitable(["rows", "rows", "columns"], [4, 3, 2])).toEqual([0, "rows", "columns"]);
    expect(suitable([0, 0, 0], [4, 3, 2])).toEqual([0, "rows", "columns"]);
    expect(suitable(["rows"], [4, 3])).toEqual(["rows", "columns"]);
  });

  test("an axis that takes a part gives its own to the axis that had it", () => {
    expect(withPart([0, "rows", "columns"], 2, "rows")).toEqual([0, "columns", "rows"]);
    expect(withPart([3, "rows", "columns"], 0, "columns")).toEqual(["columns", "rows", 0]);
  });

  test("offsetOf finds the element, indexText writes its place", () => {
    expect(offsetOf([1, "columns", "rows"], [2, 3, 4], 3, 2)).toBe(1 * 12 + 2 * 4 + 3);
    expect(indexText([1, "columns", "rows"], 3, 2)).toBe("[1, 2, 3]");
  });
});

test("every element is in just one tile, and tileOf finds it", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 5_000 }), (few, more) => {
      const source = Math.max(few, more);
      let next = 0;
      for (let tile = 0; tile < few; tile++) {
        const [from, to] = spanOf(tile, few, source);
        if (from !== next || to <= from || tileOf(from, few, source) !== tile || tileOf(to - 1, few, source) !== tile)
          return false;
        next = to;
      }
      return next === source;
    }),
  );
});

describe("a track", () => {
  const track = fc.record({
    count: fc.integer({ min: 1, max: 20_000_000 }),
    step: fc.integer({ min: 24, max: 300 }),
    sight: fc.integer({ min: 100, max: 1_000 }),
  });

  test("shows the first step at one end of its box and the last at the other, however long it is", () => {
    fc.assert(
      fc.property(track, (one) => {
        const end = Math.max(0, boxOf(one) - one.sight);
        const [first] = stepsAt(one, offsetAt(one, 0));
        const [, last] = stepsAt(one, offsetAt(one, end));
        return first === 0 && last === one.count && boxOf(one) <= 8_000_000;
      }),
    );
  });

  test("shows each step that is asked for, wholly", () => {
    fc.assert(
      fc.property(track, fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (one, which, from) => {
        const index = which % one.count;
        const offset = showing(one, from * Math.max(0, one.count * one.step - one.sight), index);
        const [first, last] = stepsAt(one, offset);
        const isThere = index >= first && index < last;
        const back = offsetAt(one, scrollAt(one, offset));
        return isThere && Math.abs(back - offset) <= offset * 1e-9 + 1e-6;
      }),
    );
  });

  test("fetches what is in sight and around it, and is held to what is there", () => {
    const one = { count: 10_000, step: 24, sight: 336 };
    expect(aheadOf(one, stepsAt(one, 24 * 100), 32)).toEqual([64, 128]);
    expect(heldTo(one, 24 * 500, [64, 128])).toBe(24 * 128 - 336);
    expect(heldTo(one, 24 * 100, [64, 128])).toBe(24 * 100);
  });
});

test("a heatmap asks for no tile that the screen would have to leave out", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100_000 }),
      fc.integer({ min: 1, max: 100_000 }),
      fc.integer({ min: 96, max: 900 }),
      (rows, columns, room) => {
        const size = sizeFor({ rows, columns }, room);
        const tiles = tilesFor({ rows, columns }, size);
        const isDrawable = tiles.rows <= size.height && tiles.columns <= size.width && size.width <= room;
        return isDrawable && tiles.rows <= rows && tiles.columns <= columns && tiles.rows * tiles.columns <= 150_000;
      },
    ),
  );
  expect(tilesFor({ rows: 10_000, columns: 10_000 }, sizeFor({ rows: 10_000, columns: 10_000 }, 700))).toEqual({
    rows: 200,
    columns: 200,
  });
});
