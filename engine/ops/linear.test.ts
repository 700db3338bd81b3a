import * as fc from "fast-check";
import { expect, test } from "vitest";
import { NDArray } from "../ndarray";
import { add } from "../numpy/arithmetic";
import { matmul } from "../numpy/matmul";
import { bitsOf, bothWays, floatsFrom } from "../wasm/twins";
import { linear } from "./linear";

const length = fc.integer({ min: 1, max: 24 });

test("linear has the bits of a matrix product and a sum, for any length, layout and number", () => {
  fc.assert(
    fc.property(
      fc.record({
        seed: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
        rows: length,
        k: length,
        m: length,
        turned: fc.boolean(),
        biased: fc.boolean(),
        wild: fc.boolean(),
      }),
      ({ seed, rows, k, m, turned, biased, wild }) => {
        const floats = (shape: number[], salt: number) =>
          new NDArray(
            "float32",
            shape,
            floatsFrom(
              seed + salt,
              shape.reduce((a, b) => a * b),
              wild,
            ),
          );
        const weight = floats([m, k], 0);
        const bias = biased ? floats([m], 1) : null;
        const x = turned ? floats([2, k, rows], 2).view([2, rows, k], [k * rows, 1, rows]) : floats([2, rows, k], 2);
        for (const whole of bothWays(() => linear(x, weight, bias))) {
          const product = matmul(x, weight.view([k, m], [1, k]));
          expect(whole.shape).toEqual([2, rows, m]);
          expect(bitsOf(whole)).toEqual(bitsOf(bias ? add(product, bias) : product));
        }
      },
    ),
  );
});
