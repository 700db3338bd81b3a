import fc from "fast-check";
import { describe, expect, test } from "vitest";
import "../../scripts/propertySeed";
import { type DType, dtypes } from "../dtype";
import { copy, elementsOf, fromValues, type NDArray, zeros } from "../ndarray";
import { Complex } from "../scalar";
import { anyArray, isFinite, plainValues } from "./arrays.testing";
import { Hash, hashOf } from "./hash";
import { statisticsOf } from "./statistics";

const less = (a: number | bigint, b: number | bigint) => a < b;

/** What the statistics are by definition, of all elements, one after the other. */
function plainStatistics(array: NDArray) {
  const values = plainValues(array);
  const finite = values.filter(isFinite);
  const scale = Math.max(...finite.map((value) => Math.abs(Number(value))), 0) || 1;
  const scaled = finite.map((value) => Number(value) / scale); // which no square overflows
  const mean = scaled.reduce((sum, value) => sum + value, 0) / scaled.length;
  const variance = scaled.reduce((sum, value) => sum + (value - mean) ** 2, 0) / scaled.length;
  const count = (is: (value: number | bigint) => boolean) => values.filter(is).length;
  const keys = elementsOf(array).map((element) => {
    if (!(element instanceof Complex)) return String(element); // −0 prints as 0
    return [element.re, element.im].some(Number.isNaN) ? "nan" : `${element.re} ${element.im}`;
  });
  return {
    size: values.length,
    min: finite.length ? finite.reduce((a, b) => (less(b, a) ? b : a)) : null,
    max: finite.length ? finite.reduce((a, b) => (less(a, b) ? b : a)) : null,
    mean: mean * scale,
    std: Math.sqrt(variance) * scale,
    scale,
    zeros: count((value) => Number(value) === 0),
    negative: count((value) => isFinite(value) && value < 0),
    nan: count((value) => Number.isNaN(value)),
    positiveInf: count((value) => value === Number.POSITIVE_INFINITY),
    negativeInf: count((value) => value === Number.NEGATIVE_INFINITY),
    distinct: new Set(keys).size,
  };
}

test("statistics are those of a plain computation over all elements, for every dtype and layout", () => {
  fc.assert(
    fc.property(anyArray, (array) => {
      const { mean, std, hash, finite, distinctLimit, ...found } = statisticsOf(array);
      const { mean: plainMean, std: plainStd, scale, ...plain } = plainStatistics(array);
      expect({ ...found, min: same(found.min), max: same(found.max) }).toEqual({
        ...plain,
        min: same(plain.min),
        max: same(plain.max),
      });
      expect(finite).toBe(plain.size - plain.nan - plain.positiveInf - plain.negativeInf);
      // both sum up to a few hundred numbers in float64; a subnormal has no digits to spare
      const near = (a: number, b: number) => Math.abs(a - b) <= scale * 1e-7 || (Number.isNaN(a) && Number.isNaN(b));
      expect([near(mean, plainMean), near(std, plainStd)]).toEqual([true, true]);
      expect(hash).toBe(hashOf(copy(array)));
    }),
    { numRuns: 2_000 },
  );
});

/** −0 and 0 are one number. Magnitudes may be rounded in the last place. */
const same = (value: number | bigint | null) =>
  typeof value === "number" ? Number((value + 0).toPrecision(14)) : value;

test("many blocks join to the statistics of all: 10⁵ numbers far from zero, with an outlier", () => {
  const values = Float64Array.from({ length: 100_001 }, (_, i) => (i === 50_000 ? 1e12 : 1e9 + (i % 10)));
  const array = fromValues(values, [100_001], "float64");
  // by big ints: the sums are whole numbers
  const total = values.reduce((sum, value) => sum + BigInt(value), 0n);
  const squares = values.reduce((sum, value) => sum + BigInt(value) ** 2n, 0n);
  const n = BigInt(values.length);
  const found = statisticsOf(array);
  expect(found.mean).toBeCloseTo(Number(total) / Number(n), 3);
  expect(found.std / Math.sqrt(Number((n * squares - total * total) / (n * n)))).toBeCloseTo(1, 12);
  expect(found.distinct).toBe(11);
});

test("squares that overflow or vanish do not spoil the standard deviation", () => {
  const std = (values: number[]) => statisticsOf(fromValues(values, [values.length], "float64")).std;
  expect(std([1e308, -1e308])).toBe(1e308);
  expect(std([Number.MAX_VALUE, -Number.MAX_VALUE])).toBe(Number.MAX_VALUE);
  expect(std([4e-320, 0])).toBe(2e-320);
  expect(std([0.1, 0.1, 0.1])).toBe(0);
});

test.each([
  // xxHash's specification and `xxhsum -H0`
  ["", "02cc5d05"],
  ["a", "550d7456"],
  ["abc", "32d153ff"],
  ["Nobody inspects the spammish repetition", "e2293b2f"],
])("the hash of the bytes of %j is XXH32", (text, expected) => {
  const hash = new Hash();
  hash.add(new Uint8Array(Buffer.from(text)));
  expect(hash.text()).toBe(expected);
});

test("the hash is that of the bytes: a bit more and it is another one", () => {
  const array = zeros([50_000], "float32");
  const before = hashOf(array);
  (array.storage as Float32Array)[49_999] = -0;
  expect(hashOf(array)).not.toBe(before);
  expect(hashOf(fromValues([1, 2, 3], [3], "uint8"))).toBe(
    hashOf(fromValues([0, 1, 2, 3], [4], "uint8").view([3], [1], 1)),
  );
});

describe("distinct values", () => {
  test.each(["float32", "float64", "int32", "int64", "uint64", "complex64", "complex128"] as const)(
    "of %s are counted up to the limit, and not beyond",
    (dtype: DType) => {
      const limit = 65_536;
      const element = (i: number) =>
        dtypes[dtype].kind === "complex" ? new Complex(i % 7, i) : dtype.endsWith("int64") ? BigInt(i) : i;
      const array = fromValues(
        Array.from({ length: limit + 1 }, (_, i) => element(i)),
        [limit + 1],
        dtype,
      );
      expect(statisticsOf(array.view([limit], [1])).distinct).toBe(limit);
      expect(statisticsOf(array).distinct).toBeNull();
    },
    20_000,
  );
});
