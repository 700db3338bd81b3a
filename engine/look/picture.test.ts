import fc from "fast-check";
import { expect, test } from "vitest";
import "../../scripts/propertySeed";
import { fromValues, type NDArray, zeros } from "../ndarray";
import { anyArray, isFinite, plainValues } from "./arrays.testing";
import { marks } from "./marks";
import { type Picture, pictureOf } from "./picture";
import { type AxisPick, firstPicks, planeOf } from "./plane";
import { textsIn } from "./window";
import { countIn, markedIn } from "./within";

const tiles = fc.integer({ min: 1, max: 9 });

/** The elements of each tile, by the rule that the picture states. */
function elementsByTile(plane: NDArray, { rows, columns }: Pick<Picture, "rows" | "columns">) {
  const [height, width] = plane.shape as [number, number];
  const values = plainValues(plane);
  return Array.from({ length: rows * columns }, (_, tile) => {
    const [r, c] = [Math.floor(tile / columns), tile % columns];
    const inside: (number | bigint)[] = [];
    for (let y = Math.floor((r * height) / rows); y < Math.floor(((r + 1) * height) / rows); y++)
      for (let x = Math.floor((c * width) / columns); x < Math.floor(((c + 1) * width) / columns); x++)
        inside.push(values[y * width + x]!);
    return inside;
  });
}

test("a picture keeps each tile's least, mean and greatest, and marks what is not finite: nothing is skipped", () => {
  fc.assert(
    fc.property(anyArray, tiles, tiles, (array, rows, columns) => {
      const plane = planeOf(array);
      const picture = pictureOf(plane, rows, columns);
      const byTile = elementsByTile(plane, picture);
      expect(byTile.flat().length).toBe(plane.size);
      byTile.forEach((elements, tile) => {
        const finite = elements.filter(isFinite).map(Number);
        const found = [picture.min[tile]!, picture.mean[tile]!, picture.max[tile]!];
        if (picture.rule === "each") expect(found.map(near)).toEqual(Array(3).fill(near(Number(elements[0]))));
        else if (finite.length === 0) expect(found).toEqual([Number.NaN, Number.NaN, Number.NaN]);
        else {
          expect([near(found[0]!), near(found[2]!)]).toEqual([near(Math.min(...finite)), near(Math.max(...finite))]);
          const mean = finite.reduce((sum, value) => sum + value / finite.length, 0);
          const scale = Math.max(...finite.map(Math.abs), 1e-300);
          expect(Math.abs(found[1]! - mean) / scale).toBeLessThan(1e-12);
        }
        const mark =
          (elements.some(Number.isNaN) ? marks.nan : 0) +
          (elements.includes(Number.POSITIVE_INFINITY) ? marks.positiveInf : 0) +
          (elements.includes(Number.NEGATIVE_INFINITY) ? marks.negativeInf : 0);
        expect(picture.marks[tile]).toBe(mark);
      });
      const finite = plainValues(plane).filter(isFinite);
      expect(picture.low).toEqual(extreme(finite, (a, b) => b < a));
      expect(picture.high).toEqual(extreme(finite, (a, b) => b > a));
    }),
    { numRuns: 2_000 },
  );
});

const near = (value: number) => (value === 0 ? 0 : Number(value.toPrecision(14))); // magnitudes may differ in the last place
type Value = number | bigint;
const extreme = (values: Value[], isBetter: (a: Value, b: Value) => boolean) =>
  values.length === 0 ? null : expectNear(values.reduce((a, b) => (isBetter(a, b) ? b : a)));
const expectNear = (value: Value) =>
  typeof value === "bigint" ? value : { asymmetricMatch: (other: unknown) => near(Number(other)) === near(value) };

test("one outlier among 10⁶ elements is in the picture", () => {
  const array = zeros([1000, 1000], "float32");
  (array.storage as Float32Array)[123_456] = 7;
  const picture = pictureOf(planeOf(array), 10, 10);
  expect(picture.high).toBe(7);
  expect([...picture.max].filter((max) => max === 7)).toHaveLength(1);
  expect(picture.max[14]).toBe(7); // row 123, column 456
});

test("what is within a range is marked and counted as in a plain computation", () => {
  const ends = fc.tuple(fc.double({ min: -1e3, max: 1e3, noNaN: true }), fc.double({ min: 0, max: 1e19, noNaN: true }));
  fc.assert(
    fc.property(anyArray, tiles, tiles, ends, fc.boolean(), (array, rows, columns, [from, width], isOpen) => {
      const range = { from, to: from + width, isOpen };
      const isWithin = (value: Value) => value >= from && (isOpen ? value < range.to : value <= range.to);
      const plane = planeOf(array);
      const marked = markedIn(plane, range, rows, columns);
      expect(marked.count).toBe(plainValues(plane).filter(isWithin).length);
      expect(countIn(array, range)).toBe(plainValues(array).filter(isWithin).length);
      elementsByTile(plane, marked).forEach((elements, tile) => {
        const count = elements.filter(isWithin).length;
        const share = marked.shares[tile]!;
        expect([share === 0, share === 255]).toEqual([count === 0, count === elements.length && count > 0]);
      });
    }),
    { numRuns: 1_000 },
  );
});

test("ints beyond 2⁵³ are marked exactly, and NaN by name", () => {
  const big = 2n ** 60n;
  const ints = fromValues([big, big + 1n, big + 2n], [3], "int64");
  expect(countIn(ints, { from: big + 1n, to: big + 1n })).toBe(1);
  const floats = fromValues([Number.NaN, 1, Number.NaN], [3], "float32");
  expect(countIn(floats, { from: Number.NaN, to: Number.NaN })).toBe(2);
});

test("picks choose a slice, and what they cannot choose is refused", () => {
  const array = fromValues(
    Array.from({ length: 24 }, (_, i) => i),
    [2, 3, 4],
    "int32",
  );
  expect(firstPicks(array)).toEqual([0, "rows", "columns"]);
  const rowsOf = (...picks: AxisPick[]) => {
    const plane = planeOf(array, picks);
    return textsIn(plane, [0, plane.shape[0]!], [0, plane.shape[1]!]).map((row) => row.join(" "));
  };
  expect(rowsOf(1, "rows", "columns")).toEqual(["12 13 14 15", "16 17 18 19", "20 21 22 23"]);
  expect(rowsOf("columns", 2, "rows")).toEqual(["8 20", "9 21", "10 22", "11 23"]);
  expect(rowsOf(1, 2, 3)).toEqual(["23"]);
  expect(() => rowsOf(1, "rows")).toThrow("expected one pick for each axis of the shape (2, 3, 4), but got 2");
  expect(() => rowsOf(2, "rows", "columns")).toThrow("expected an index below 2 for axis 0");
  expect(() => rowsOf("rows", "rows", 0)).toThrow("expected one axis as rows, but got two");
});

test("texts read back exactly", () => {
  const plane = planeOf(fromValues([0.1, -0, 2 ** -149, Number.NaN], [4], "float32"));
  expect(textsIn(plane, [0, 1], [0, 4])).toEqual([["0.1", "-0.0", "1e-45", "nan"]]);
  const ints = planeOf(fromValues([2n ** 63n - 1n], [], "int64"));
  expect(textsIn(ints, [0, 1], [0, 1])).toEqual([["9223372036854775807"]]);
});
