import fc from "fast-check";
import { type DType, dtypeNames, dtypes } from "../dtype";
import { type Element, elementsOf, fromValues, type NDArray } from "../ndarray";
import { Complex } from "../scalar";

/* What the tests of looking share: arrays of every dtype and layout, and their elements as plain numbers. */

const reals = fc.oneof(
  { weight: 3, arbitrary: fc.double({ noDefaultInfinity: true, noNaN: true, min: -1e3, max: 1e3 }) },
  { weight: 2, arbitrary: fc.double() },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      0,
      -0,
      1,
      -1,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      5e-324,
      -(2 ** -149),
      2 ** -1022,
      Number.MAX_VALUE,
      -Number.MAX_VALUE,
      3e38,
      0.1,
    ),
  },
);

const wide = (least: bigint, most: bigint) =>
  fc.oneof(
    fc.bigInt({ min: least, max: most }),
    fc.bigInt({ min: -3n < least ? least : -3n, max: 3n }),
    fc.bigInt({ min: 2n ** 53n - 2n, max: 2n ** 53n + 5n }),
    fc.constantFrom(least, most),
  );

const elementOf = (dtype: DType): fc.Arbitrary<Element> => {
  const { kind, bytes } = dtypes[dtype];
  if (kind === "bool") return fc.boolean();
  if (dtype === "int64") return wide(-(2n ** 63n), 2n ** 63n - 1n);
  if (dtype === "uint64") return wide(0n, 2n ** 64n - 1n);
  if (kind === "int") return fc.integer({ min: -(2 ** (8 * bytes - 1)), max: 2 ** (8 * bytes - 1) - 1 });
  if (kind === "uint") return fc.integer({ min: 0, max: 2 ** (8 * bytes) - 1 });
  if (kind === "complex") return fc.tuple(reals, reals).map(([re, im]) => new Complex(re, im));
  return reals;
};

/** An array of a dtype: empty, 0-d, or up to 3 axes; dense, or a view with steps, backwards, transposed. */
export const arrayOf = (dtype: DType, lengths = fc.integer({ min: 0, max: 7 })): fc.Arbitrary<NDArray> =>
  fc.array(lengths, { maxLength: 3 }).chain((shape) =>
    fc
      .record({
        steps: fc.array(fc.constantFrom(1, 2, -1, -2), { minLength: shape.length, maxLength: shape.length }),
        turned: fc.boolean(),
        few: fc.array(elementOf(dtype), { minLength: 1, maxLength: 12 }),
        seed: fc.nat(),
      })
      .map(({ steps, turned, few, seed }) => {
        const whole = shape.map((length, axis) => length * Math.abs(steps[axis]!));
        const size = whole.reduce((product, length) => product * length, 1);
        const values = Array.from({ length: size }, (_, i) => few[(i * 7 + seed * (i % 5)) % few.length]!);
        const base = fromValues(values, whole, dtype);
        let offset = 0;
        const strides = shape.map((length, axis) => {
          const step = steps[axis]! * base.strides[axis]!;
          if (step < 0 && length > 0) offset -= step * (length - 1);
          return step;
        });
        const view = base.view(shape, strides, offset);
        return turned ? view.view([...shape].reverse(), strides.toReversed(), offset) : view;
      }),
  );

/** An array of any dtype. */
export const anyArray: fc.Arbitrary<NDArray> = fc.constantFrom(...dtypeNames).chain((dtype) => arrayOf(dtype));

/** The elements as numbers; complex ones as magnitudes. Exact ints stay bigints. */
export function plainValues(array: NDArray): (number | bigint)[] {
  return elementsOf(array).map((element) => {
    if (typeof element === "boolean") return Number(element);
    if (!(element instanceof Complex)) return element;
    return Number.isNaN(element.re) || Number.isNaN(element.im) ? Number.NaN : Math.hypot(element.re, element.im);
  });
}

export const isFinite = (value: number | bigint): boolean => typeof value === "bigint" || Number.isFinite(value);
