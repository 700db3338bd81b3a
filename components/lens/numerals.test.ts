import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { floatText, halfRound, isInRange, numberOf, numeralText } from "./numerals";

describe("floatText", () => {
  // str(np.float32(x)), str(np.float64(x)) and str(np.float16(x)) of NumPy 1.24
  test.each([
    [Math.fround(0.1), Math.fround, "0.1"],
    [Math.fround(1 / 3), Math.fround, "0.33333334"],
    [Math.fround(1e-5), Math.fround, "1e-05"],
    [Math.fround(1.2345678e-5), Math.fround, "1.2345678e-05"],
    [Math.fround(123456789), Math.fround, "123456790.0"],
    [Math.fround(1e16), Math.fround, "1e+16"],
    [Math.fround(1e-45), Math.fround, "1e-45"],
    [-0, Math.fround, "-0.0"],
    [1e22, (x: number) => x, "1e+22"],
    [0.1 + 0.2, (x: number) => x, "0.30000000000000004"],
    [5e-324, (x: number) => x, "5e-324"],
    [-1234567890123456, (x: number) => x, "-1234567890123456.0"],
    [100, (x: number) => x, "100.0"],
    [halfRound(0.1), halfRound, "0.1"],
    [65504, halfRound, "65500.0"],
    [Number.NEGATIVE_INFINITY, Math.fround, "-inf"],
  ])("%d is written %3$s", (value, round, text) => {
    expect(floatText(value, round)).toBe(text);
  });

  test("every float32 and float64 reads back as it was", () => {
    const isSame = (round: (value: number) => number) => (value: number) =>
      Object.is(round(numberOf(floatText(value, round))), value);
    fc.assert(fc.property(fc.float({ noNaN: true }), isSame(Math.fround)));
    fc.assert(
      fc.property(
        fc.double({ noNaN: true }),
        isSame((value) => value),
      ),
    );
  });
});

test("halfRound gives the nearest half, ties to even", () => {
  expect([1 + 2 ** -11, 1 + 3 * 2 ** -11, 65520, 2 ** -25, 1.5 * 2 ** -24].map(halfRound)).toEqual([
    1,
    1 + 2 ** -9,
    Number.POSITIVE_INFINITY,
    0,
    2 ** -23,
  ]);
});

test("numberOf reads what JSON has no numbers for", () => {
  expect(["nan", "inf", "-inf", "True", "9007199254740993"].map(numberOf)).toEqual([
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    1,
    2 ** 53,
  ]);
  expect(numberOf("(3+4j)")).toBe(5);
  expect(numberOf("(3-4j)")).toBe(5);
  expect(numberOf("2j")).toBe(2);
  expect(numberOf("(1e-05+nanj)")).toBeNaN();
  expect(numberOf("constructor")).toBeNaN();
});

test("isInRange compares long whole numbers digit by digit, and finds NaN alone", () => {
  expect(isInRange("9007199254740993", ["9007199254740993", "9007199254740995"])).toBe(true);
  expect(isInRange("9007199254740992", ["9007199254740993", "9007199254740995"])).toBe(false);
  expect(isInRange("nan", ["nan", "nan"])).toBe(true);
  expect(isInRange("1.0", ["nan", "nan"])).toBe(false);
  expect(isInRange("nan", [0, 1])).toBe(false);
  expect(isInRange("inf", ["inf", "inf"])).toBe(true);
  expect(isInRange("0.5", [0.5, 1])).toBe(true);
});

test("numeralText writes a number as its dtype prints it", () => {
  expect(numeralText(Math.fround(0.1), "float32")).toBe("0.1");
  expect(numeralText(0.1, "float32")).toBe("0.1"); // an edge between two bins, which is no float32
  expect(numeralText(3, "int64")).toBe("3");
  expect(numeralText("9007199254740993", "int64")).toBe("9007199254740993");
  expect(numeralText(1, "bool")).toBe("True");
  expect(numeralText(null, "float32")).toBe("–");
});
