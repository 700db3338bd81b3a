import fc from "fast-check";
import { expect, test } from "vitest";
import "../../scripts/propertySeed";
import { dtypeNames } from "../dtype";
import { elementsOf, fromValues, type NDArray } from "../ndarray";
import { Complex } from "../scalar";
import { rowMajor } from "../shape";
import { arrayOf } from "./arrays.testing";
import { differenceOf, differencePicture } from "./difference";
import { planeOf } from "./plane";

/** Two arrays of one shape and dtype, one of which may be a view on what the other one shows backwards. */
const pairs = fc
  .constantFrom(...dtypeNames)
  .chain((dtype) => fc.tuple(arrayOf(dtype), fc.array(fc.nat(), { maxLength: 5 })))
  .map(([a, changes]): [NDArray, NDArray] => {
    const values = elementsOf(a);
    for (const change of changes)
      if (values.length > 0) values[change % values.length] = values[(change * 3) % values.length]!;
    return [a, fromValues(values, a.shape, a.dtype).view(a.shape, rowMajor(a.shape))];
  });

function plainDifference(x: unknown, y: unknown): number | bigint {
  if (typeof x === "bigint") return x - (y as bigint);
  if (x instanceof Complex) {
    const parts = [plainDifference(x.re, (y as Complex).re), plainDifference(x.im, (y as Complex).im)].map(Number);
    return parts.some(Number.isNaN) ? Number.NaN : Math.hypot(...parts);
  }
  const [a, b] = [Number(x), Number(y)];
  return Object.is(a, b) || a === b ? 0 : a - b;
}
const amount = (value: number | bigint) => (value < 0 ? -value : value);

test("differences are those of a plain computation, element by element", () => {
  fc.assert(
    fc.property(pairs, ([a, b]) => {
      const others = elementsOf(b);
      const amounts = elementsOf(a).map((x, i) => amount(plainDifference(x, others[i])));
      const found = differenceOf(a, b);
      expect(found.changed).toBe(amounts.filter((one) => one !== 0 && one !== 0n).length);
      const most = amounts.some((one) => Number.isNaN(one)) ? Number.NaN : amounts.reduce((x, y) => (y > x ? y : x), 0);
      if (a.size === 0) expect(found.maxAbs).toBeNull();
      else if (typeof most === "bigint") expect(BigInt(found.maxAbs!)).toBe(most);
      else expect(Number(found.maxAbs).toPrecision(13)).toBe(most.toPrecision(13));
      if (found.place !== null)
        expect(Number(amounts[found.place]).toPrecision(13)).toBe(Number(found.maxAbs).toPrecision(13));
      else expect(found.changed).toBe(0);
      const counted = found.histogram.counts.reduce((sum, count) => sum + count, 0);
      expect(counted).toBe(amounts.filter((one) => typeof one === "bigint" || Number.isFinite(one)).length);
    }),
    { numRuns: 1_000 },
  );
});

test("neighbours beyond 2⁵³ differ by one", () => {
  const big = 2n ** 62n;
  const [a, b] = [fromValues([big, -big], [2], "int64"), fromValues([big + 1n, big], [2], "int64")];
  expect(differenceOf(a, b)).toMatchObject({ changed: 2, maxAbs: 2n ** 63n, place: 1 });
  expect(differenceOf(a.view([1], [1]), b.view([1], [1]))).toMatchObject({ changed: 1, maxAbs: 1n, place: 0 });
});

test("the picture is that of the amounts", () => {
  const a = fromValues([1, 2, Number.NaN, 4], [2, 2], "float32");
  const b = fromValues([3, 2, Number.NaN, Number.POSITIVE_INFINITY], [2, 2], "float32");
  const picture = differencePicture(planeOf(a), planeOf(b), 9, 9);
  expect([...picture.mean]).toEqual([2, 0, 0, Number.POSITIVE_INFINITY]);
  expect([...picture.marks]).toEqual([0, 0, 0, 2]);
});

test("arrays of two shapes are refused by name", () => {
  const array = fromValues([1, 2], [2], "float32");
  expect(() => differenceOf(array, array.view([2, 1], [1, 1]))).toThrow(
    "expected two arrays of one shape, but got (2,) and (2, 1)",
  );
});
