import fc from "fast-check";
import { expect, test } from "vitest";
import { roundToHalf } from "../half";
import { elementsOf, fromValues, zeros } from "../ndarray";
import { arrayStr, exactFixed, floatText } from ".";

const rounding = { float16: roundToHalf, float32: Math.fround, float64: (x: number) => x } as const;

test.each(Object.entries(rounding) as [keyof typeof rounding, (x: number) => number][])(
  "shortest text of a %s reads back as the same number, and one digit less does not",
  (dtype, round) => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -6e4, max: 6e4 }), (given) => {
        const value = round(given);
        const text = floatText(value, dtype);
        expect(round(Number(text))).toBe(value);
        const digits = text
          .replace(/e.*/, "")
          .replace(/[-.]/g, "")
          .replace(/^0+|0+$/g, "").length;
        if (digits > 1) expect(round(Number(Math.abs(value).toPrecision(digits - 1)))).not.toBe(Math.abs(value));
      }),
      { numRuns: 2000 },
    );
  },
);

test("halves of the exact value go to the even digit", () => {
  expect(exactFixed(0.5, 0)).toBe("0");
  expect(exactFixed(2.5, 0)).toBe("2");
  expect(floatText(3.17578125, "float32")).toBe("3.1757812");
  expect(floatText(2 ** -6, "float16")).toBe("0.01563"); // not the nearest of its length: the interval is lopsided
});

test("a long array prints by reading its corners only", () => {
  const long = zeros([10_000_000], "float32");
  let reads = 0;
  const watched = new Proxy(long.storage, {
    get: (storage, place) => {
      if (typeof place === "string" && /^\d+$/.test(place)) reads++;
      return Reflect.get(storage, place);
    },
  });
  Object.defineProperty(long, "storage", { value: watched });
  expect(arrayStr(long)).toBe("[0. 0. 0. ... 0. 0. 0.]");
  expect(reads).toBeLessThan(20);
  expect(elementsOf(fromValues([1], [1], "float32"))).toEqual([1]);
});
