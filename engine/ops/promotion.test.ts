import fc from "fast-check";
import { expect, test } from "vitest";
import { type DType, dtypeNames } from "../dtype";
import { fromValues } from "../ndarray";
import { Tensor } from "../tensor";
import { add, mul, sub } from "./arithmetic";
import { equal, less } from "./comparison";
import { promote } from "./promotion";

const tried = (a: DType, b: DType): string => {
  try {
    return promote([a, b]);
  } catch (error) {
    return (error as Error).name;
  }
};

test("two tensors meet in the same dtype whichever comes first", () => {
  for (const a of dtypeNames) for (const b of dtypeNames) expect([a, b, tried(a, b)]).toEqual([a, b, tried(b, a)]);
});

// MindSpore's implicit conversion, spec §5.2
test.each<[DType, DType, string]>([
  ["int64", "float16", "float16"],
  ["int32", "int64", "int64"],
  ["bool", "int8", "int8"],
  ["uint8", "int8", "int16"],
  ["uint8", "int16", "int16"],
  ["float16", "float32", "float32"],
  ["float64", "float32", "float64"],
  ["complex64", "float32", "complex64"],
  ["complex128", "float64", "complex128"],
  ["complex64", "float64", "TypeError"],
  ["complex64", "complex128", "TypeError"],
  ["uint16", "int32", "TypeError"],
  ["uint64", "float32", "TypeError"],
  ["uint16", "uint16", "uint16"],
])("%s with %s gives %s", (a, b, met) => expect(tried(a, b)).toBe(met));

test.each<[DType, "int" | "float" | "bool", DType]>([
  ["bool", "int", "int64"],
  ["bool", "float", "float32"],
  ["bool", "bool", "bool"],
  ["int8", "int", "int8"],
  ["int64", "float", "float32"],
  ["float16", "float", "float16"],
  ["float64", "float", "float64"],
  ["float16", "int", "float16"],
])("%s with a plain %s gives %s", (tensor, scalar, met) => expect(promote([tensor], [scalar])).toBe(met));

const shapes = fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 3 });

/** A shape that broadcasts with another: some axes made 1, some leading ones dropped. */
const pairs = shapes.chain((shape) =>
  fc
    .tuple(fc.constant(shape), fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }), fc.nat(3))
    .map(
      ([all, ones, drop]) =>
        [all, all.map((length, i) => (ones[i] ? 1 : length)).slice(Math.min(drop, all.length))] as const,
    ),
);

/** The element of a tensor that stands at a place of the broadcast shape. */
function at(tensor: Tensor, index: number[]): number {
  const skip = index.length - tensor.ndim;
  const own = tensor.shape.map((length, axis) => (length === 1 ? 0 : index[axis + skip]!));
  return own.reduce((place, one, axis) => place * tensor.shape[axis]! + one, 0);
}

test("broadcasting takes the element that a loop over all indices takes", () => {
  fc.assert(
    fc.property(pairs, fc.boolean(), ([large, small], swapped) => {
      const make = (shape: readonly number[], factor: number) => {
        const size = shape.reduce((a, b) => a * b, 1);
        return Tensor.of(
          fromValues(
            Array.from({ length: size }, (_, i) => (i + 1) * factor),
            [...shape],
            "float64",
          ),
        );
      };
      const [x, y] = swapped ? [make(small, 1), make(large, 100)] : [make(large, 1), make(small, 100)];
      const [sum, difference, product] = [add(x, y), sub(x, y), mul(x, y)];
      expect(sum.shape).toEqual(large);
      let place = 0;
      const visit = (index: number[]): void => {
        if (index.length < large.length) {
          for (let i = 0; i < large[index.length]!; i++) visit([...index, i]);
          return;
        }
        const [a, b] = [x, y].map((tensor) => tensor.asnumpy().read(at(tensor, index)) as number) as [number, number];
        expect(sum.asnumpy().read(place)).toBe(a + b);
        expect(difference.asnumpy().read(place)).toBe(a - b);
        expect(product.asnumpy().read(place)).toBe(a * b);
        place++;
      };
      visit([]);
    }),
  );
});

test("comparisons agree with each other: equal or less, never both, and less is not symmetric", () => {
  const numbers = fc.array(fc.double({ noNaN: true }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(numbers, numbers, (a, b) => {
      const [x, y] = [a[0]!, b[0]!].map((value) => Tensor.of(fromValues([value], [1], "float64"))) as [Tensor, Tensor];
      const [same, below, above] = [equal(x, y), less(x, y), less(y, x)].map((one) => one.asnumpy().read(0));
      expect([same, below, above].filter(Boolean)).toHaveLength(1);
    }),
  );
});
