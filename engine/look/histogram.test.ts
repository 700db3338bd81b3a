import fc from "fast-check";
import { expect, test } from "vitest";
import "../../scripts/propertySeed";
import { dtypes } from "../dtype";
import { fromValues, type NDArray, zeros } from "../ndarray";
import { anyArray, isFinite, plainValues } from "./arrays.testing";
import { type Histogram, histogramOf } from "./histogram";

/** Counts by definition: for each element, the bin that it is in. */
function plainCounts(array: NDArray, { edges }: Histogram) {
  const isClosed = !["bool", "int", "uint"].includes(dtypes[array.dtype].kind);
  const counts = new Array<number>(Math.max(0, edges.length - 1)).fill(0);
  const rest = { below: 0, above: 0, nan: 0, positiveInf: 0, negativeInf: 0 };
  for (const value of plainValues(array)) {
    const bin = counts.findIndex(
      (_, i) =>
        value >= edges[i]! &&
        (value < edges[i + 1]! || (isClosed && i === counts.length - 1 && value === edges[i + 1]!)),
    );
    if (bin >= 0 && isFinite(value)) counts[bin]!++;
    else if (Number.isNaN(value)) rest.nan++;
    else if (value === Number.POSITIVE_INFINITY) rest.positiveInf++;
    else if (value === Number.NEGATIVE_INFINITY) rest.negativeInf++;
    else if (value < edges[0]!) rest.below++;
    else rest.above++;
  }
  return { counts, ...rest };
}

const bins = fc.integer({ min: 1, max: 100 });

test("counts are those of a plain computation over all elements, for every dtype and layout", () => {
  fc.assert(
    fc.property(anyArray, bins, (array, bins) => {
      const found = histogramOf(array, { bins });
      const { edges, ...counts } = found;
      expect(counts).toEqual(plainCounts(array, found));
      expect(counts.below + counts.above).toBe(0);
      const values = plainValues(array).filter(isFinite);
      expect(counts.counts.length).toBeLessThanOrEqual(bins);
      expect(counts.counts.length > 0).toBe(values.length > 0);
      expect(edges.every((edge, i) => i === 0 || edges[i - 1]! <= edge)).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

test("with a range, what is outside is counted beside the bins", () => {
  const ends = fc.tuple(fc.double({ min: -1e3, max: 1e3, noNaN: true }), fc.double({ min: 0, max: 1e3, noNaN: true }));
  fc.assert(
    fc.property(anyArray, bins, ends, (array, bins, [low, width]) => {
      const found = histogramOf(array, { bins, range: [low, low + width] });
      const { edges: _, ...counts } = found;
      if (found.edges.length > 0) expect(counts).toEqual(plainCounts(array, found));
    }),
    { numRuns: 1_000 },
  );
});

test("ints have bins of whole numbers, also beyond 2⁵³", () => {
  const big = 2n ** 62n;
  const array = fromValues([big, big + 1n, big + 1n, big + 3n], [4], "int64");
  expect(histogramOf(array)).toMatchObject({
    edges: [big, big + 1n, big + 2n, big + 3n, big + 4n],
    counts: [1, 2, 0, 1],
  });
  expect(histogramOf(fromValues([true, false, true], [3], "bool"))).toMatchObject({ edges: [0, 1, 2], counts: [1, 2] });
  expect(histogramOf(fromValues([-128, 127], [2], "int8"), { bins: 2 })).toMatchObject({
    edges: [-128, 0, 128],
    counts: [1, 1],
  });
});

test("NumPy's bins for floats", () => {
  // numpy.histogram([1, 2, 1, 4, 5, 5], bins=4)
  const found = histogramOf(fromValues([1, 2, 1, 4, 5, 5], [6], "float64"), { bins: 4 });
  expect(found).toMatchObject({ edges: [1, 2, 3, 4, 5], counts: [2, 1, 0, 3] });
});

test("without a finite element there are no bins", () => {
  expect(histogramOf(zeros([0, 3], "float32"))).toMatchObject({ edges: [], counts: [], nan: 0 });
  expect(histogramOf(fromValues([Number.NaN, Number.POSITIVE_INFINITY], [2], "float32"))).toMatchObject({
    edges: [],
    counts: [],
    nan: 1,
    positiveInf: 1,
  });
});
