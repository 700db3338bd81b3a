import fc from "fast-check";
import { expect, test } from "vitest";
import { type DType, dtypeNames } from "../dtype";
import { elementsOf, fromValues, type NDArray } from "../ndarray";
import { broadcastShapes, commonShape } from "../shape";
import * as np from ".";

const shapes = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 4 });
const slices = fc
  .tuple(
    ...(["start", "stop"] as const).map(() => fc.option(fc.integer({ min: -6, max: 6 }))),
    fc.constantFrom(null, 1, 2, -1, -2),
  )
  .map(([start, stop, step]) => np.slice(start, stop, step));

/** An int32 array that counts up. */
function counting(shape: readonly number[]): NDArray {
  return np.reshape(
    np.arange(
      shape.reduce((a, b) => a * b, 1),
      null,
      1,
      "int32",
    ),
    shape,
  );
}
const numbersOf = (array: NDArray) => elementsOf(array).map(Number);

test("a slice is a view: writing through it writes the base, at the places a plain loop gives", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 8 }), slices, (length, slice) => {
      const base = counting([length]);
      const view = np.getItem(base, slice);
      const [first, count, step] = [...sliceByHand(slice, length)];
      expect(numbersOf(view)).toEqual(Array.from({ length: count! }, (_, i) => first! + i * step!));
      np.setItem(view, np.ellipsis, -1);
      for (let i = 0; i < count!; i++) expect(base.read(first! + i * step!)).toBe(-1);
      expect(numbersOf(base).filter((value) => value === -1)).toHaveLength(count!);
    }),
  );
});

/** Python's slice rules by walking. */
function sliceByHand({ start, stop, step }: np.Slice, length: number): [number, number, number] {
  const by = step ?? 1;
  const places: number[] = [];
  const wrap = (place: number) => (place < 0 ? place + length : place);
  const from = start === null ? (by > 0 ? 0 : length - 1) : wrap(start);
  const to = stop === null ? (by > 0 ? length : -1) : Math.max(wrap(stop), by > 0 ? 0 : -1);
  const begin = by > 0 ? Math.max(from, 0) : Math.min(from, length - 1);
  for (let i = begin; by > 0 ? i < Math.min(to, length) : i > to; i += by) if (i >= 0) places.push(i);
  return [places[0] ?? 0, places.length, by];
}

test("a transpose of a transpose is the array, and shares its storage", () => {
  fc.assert(
    fc.property(shapes, (shape) => {
      const array = counting(shape);
      const there = np.transpose(array);
      expect(there.storage).toBe(array.storage);
      expect(elementsOf(np.transpose(there))).toEqual(elementsOf(array));
    }),
  );
});

test("broadcast arithmetic equals a plain loop over places", () => {
  fc.assert(
    fc.property(shapes, shapes, (p, q) => {
      fc.pre(commonShape([p, q]) !== null);
      const shape = broadcastShapes(p, q);
      const [x, y] = [counting(p), np.multiply(counting(q), 10)];
      const sum = np.add(x, y);
      expect(sum.shape).toEqual(shape);
      const at = (array: NDArray, place: number[]) => {
        const own = place.slice(shape.length - array.ndim).map((i, axis) => (array.shape[axis] === 1 ? 0 : i));
        return Number(
          np
            .getItem(array, np.subscript(...own))
            .read(own.reduce((o, i, axis) => o + i * array.strides[axis]!, array.offset)),
        );
      };
      numbersOf(sum).forEach((value, flat) => {
        const place: number[] = [];
        let rest = flat;
        for (const length of [...shape].reverse()) {
          place.unshift(rest % length);
          rest = Math.floor(rest / length);
        }
        expect(value).toBe(at(x, place) + at(y, place));
      });
    }),
  );
});

test("promotion is symmetric, keeps a type with itself, and holds both", () => {
  for (const a of dtypeNames) {
    expect(np.promoteTypes(a, a)).toBe(a);
    for (const b of dtypeNames) {
      const met = np.promoteTypes(a, b);
      expect(np.promoteTypes(b, a)).toBe(met);
      expect(np.canCast(a, met) && np.canCast(b, met)).toBe(true);
    }
  }
});

test("the short way of small arrays gives the long way's bits", () => {
  const names: DType[] = ["float64", "float32", "int32", "int64"];
  const operations = [
    np.add,
    np.subtract,
    np.multiply,
    np.floorDivide,
    np.remainder,
    np.less,
    np.maximum,
    np.power,
  ] as const;
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      fc.constantFrom(...operations),
      fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 0, max: 70000 }),
      (dtype, operation, values, other) => {
        const small = fromValues(values, [values.length], dtype);
        const long = np.tile(small, 100); // beyond what counts as small
        const [short, wide] = [operation(small, other), operation(long, other)];
        expect(wide.dtype).toBe(short.dtype);
        expect(elementsOf(np.getItem(wide, np.slice(0, values.length)))).toEqual(elementsOf(short));
      },
    ),
  );
});
