import fc from "fast-check";
import { expect, test } from "vitest";
import { elementsOf, fromValues, type NDArray } from "../../ndarray";
import { Complex } from "../../scalar";
import { add, divide, multiply, subtract } from "../arithmetic";
import { eye } from "../creation";
import { swapaxes } from "../manipulation";
import { absolute, conjugate } from "../math";
import { matmul } from "../matmul";
import { max, sum } from "../reduce";
import { cholesky, eig, eigh, eigvals, inv, lstsq, norm, pinv, qr, singularValues, solve, svd } from ".";
import { matrix } from "./matrix";
import { balance, unbalance } from "./real/balance";
import { einsum } from "./topLevel";

/* What each decomposition promises, on matrices that nobody chose. */

const entry = fc.double({ min: -10, max: 10, noNaN: true }).map((x) => Math.round(x * 1e6) / 1e6);

function matrixOf(rows: number, cols: number, complex: boolean): fc.Arbitrary<NDArray> {
  const element: fc.Arbitrary<number | Complex> = complex
    ? fc.tuple(entry, entry).map(([re, im]) => new Complex(re, im))
    : entry;
  return fc
    .array(element, { minLength: rows * cols, maxLength: rows * cols })
    .map((values) => fromValues(values, [rows, cols], complex ? "complex128" : "float64"));
}

const order = fc.integer({ min: 1, max: 7 });
const square = fc.tuple(order, fc.boolean()).chain(([n, complex]) => matrixOf(n, n, complex));
const oblong = fc.tuple(order, order, fc.boolean()).chain(([m, n, complex]) => matrixOf(m, n, complex));

const adjoint = (a: NDArray): NDArray => conjugate(swapaxes(a, -1, -2));
const orderOf = (a: NDArray): number => a.shape[a.ndim - 1]!;
/** Far from singular: every diagonal entry outweighs its row. */
const dominant = (a: NDArray): NDArray => add(a, multiply(eye(orderOf(a)), 20 * orderOf(a)));

function largest(a: NDArray): number {
  return a.size === 0 ? 0 : (max(absolute(a)).read(0) as number);
}

/** Backward stable algorithms err by a small multiple of n·ε times the size of what they were given. */
function expectEqual(actual: NDArray, wanted: NDArray, scale = Math.max(1, largest(wanted))): void {
  expect(actual.shape).toEqual(wanted.shape);
  expect(largest(subtract(actual, wanted))).toBeLessThanOrEqual(1e-12 * scale);
}

const isDescending = (values: readonly number[]): boolean =>
  values.every((value, i) => i === 0 || value <= values[i - 1]!);

function checkSvd(a: NDArray): void {
  const [u, s, vh] = svd(a, { fullMatrices: false });
  expectEqual(matmul(multiply(u, s), vh), a);
  for (const factor of [u, adjoint(vh)]) expectEqual(matmul(adjoint(factor), factor), eye(orderOf(factor)));
  const values = elementsOf(s) as number[];
  expect(isDescending(values) && values.every((value) => value >= 0)).toBe(true);
  expectEqual(singularValues(a), s);
}

test("a matrix times its inverse is the identity", () => {
  fc.assert(
    fc.property(square, (given) => {
      const a = dominant(given);
      expectEqual(matmul(a, inv(a)), eye(orderOf(a)));
    }),
  );
});

test("solve gives what solves", () => {
  fc.assert(
    fc.property(
      square.chain((a) => fc.tuple(fc.constant(dominant(a)), matrixOf(orderOf(a), 3, false))),
      ([a, b]) => {
        expectEqual(matmul(a, solve(a, b)), b);
      },
    ),
  );
});

test("qr gives an orthonormal q and a triangle r with q·r = a", () => {
  fc.assert(
    fc.property(oblong, fc.constantFrom("reduced", "complete"), (a, mode) => {
      const [q, r] = qr(a, mode) as [NDArray, NDArray];
      expectEqual(matmul(q, r), a);
      expectEqual(matmul(adjoint(q), q), eye(orderOf(q)));
      elementsOf(absolute(r)).forEach((size, i) => {
        if (Math.floor(i / orderOf(r)) > i % orderOf(r)) expect(size).toBe(0);
      });
    }),
  );
});

test("svd gives orthonormal u and vh and descending s with u·s·vh = a", () => {
  fc.assert(fc.property(oblong, checkSvd));
});

test("svd with full matrices completes u and vh", () => {
  fc.assert(
    fc.property(oblong, (a) => {
      const [u, , vh] = svd(a);
      for (const factor of [u, vh]) expectEqual(matmul(adjoint(factor), factor), eye(orderOf(factor)));
    }),
  );
});

test("eigh gives orthonormal vectors that a only stretches, by ascending values", () => {
  fc.assert(
    fc.property(square, fc.constantFrom("L", "U"), (given, uplo) => {
      const a = add(given, adjoint(given));
      const [values, vectors] = eigh(a, uplo);
      expectEqual(matmul(a, vectors), multiply(vectors, values), Math.max(1, largest(a)));
      expectEqual(matmul(adjoint(vectors), vectors), eye(orderOf(a)));
      expect(isDescending(elementsOf(values).reverse() as number[])).toBe(true);
    }),
  );
});

/** What balancing makes of `a`: the greatest entry, and by how much each row of an eigenvector is scaled, [n, 1]. */
function balanceOf(a: NDArray): { greatest: number; scales: NDArray } {
  const n = orderOf(a);
  const width = a.dtype === "complex128" ? 2 : 1;
  const numbers = elementsOf(a).flatMap((one) => (one instanceof Complex ? [one.re, one.im] : [one as number]));
  const balanced = matrix(n, width * n, Float64Array.from(numbers));
  const scales = matrix(n, 1, new Float64Array(n).fill(1));
  unbalance(balance(balanced, width), scales);
  return {
    greatest: Math.max(...balanced.data.map(Math.abs)),
    scales: fromValues([...scales.data], [n, 1], "float64"),
  };
}

/**
 * LAPACK, and so NumPy, decomposes the balanced matrix D⁻¹·a·D: there a·v − v·λ is small, D⁻¹·(a·v − v·λ) beside D⁻¹·v.
 * In the coordinates of a it may be 1e-3 for a matrix with entries of 1 and 1e-6 (numpy 1.24.2 on 60000 random ones).
 */
function checkEig(a: NDArray): void {
  const [values, vectors] = eig(a);
  expectEqual(norm(vectors, { axis: 0 }), sum(eye(orderOf(a)), { axis: 0 }));
  const { greatest, scales } = balanceOf(a);
  const rest = absolute(divide(subtract(matmul(a, vectors), multiply(vectors, values)), scales));
  const sizes = max(absolute(divide(vectors, scales)), { axis: 0 });
  expect(largest(divide(rest, sizes))).toBeLessThanOrEqual(1e-12 * greatest);
  const trace = (one: NDArray): NDArray => einsum("ii", [one]);
  expectEqual(sum(eigvals(a)), trace(a), greatest * orderOf(a));
}

test("eig gives vectors of length 1 that a only stretches", () => {
  fc.assert(fc.property(square, checkEig));
});

/** Few entries are not 0: most of these matrices are defective, with fewer directions than eigenvalues. */
const sparse = fc.tuple(order, fc.boolean(), fc.constantFrom(1e-6, 1, 1e6)).chain(([n, complex, small]) => {
  const place = fc.nat({ max: n * n - 1 });
  const size = fc.oneof(
    entry,
    entry.map((x) => x * small),
    fc.constantFrom(1, -1),
  );
  const part = complex ? fc.tuple(size, fc.oneof(fc.constant(0), size)) : size.map((re) => [re, 0] as [number, number]);
  return fc.array(fc.tuple(place, part), { maxLength: 2 * n }).map((entries) => {
    const values: Complex[] = Array.from({ length: n * n }, () => new Complex(0, 0));
    for (const [p, [re, im]] of entries) values[p] = new Complex(re, im);
    return fromValues(complex ? values : values.map(({ re }) => re), [n, n], complex ? "complex128" : "float64");
  });
});

test("eig gives finite vectors of length 1 for defective matrices too", () => {
  fc.assert(fc.property(sparse, checkEig));
});

test("eig of a defective matrix gives the vectors that NumPy gives", () => {
  const given = Array.from({ length: 36 }, () => new Complex(0, 0));
  given[4] = new Complex(0.002449, 0);
  given[11] = new Complex(0, -0.000001);
  given[13] = new Complex(0, 9.959861);
  given[20] = new Complex(-9.374125, 0);
  given[26] = new Complex(0, 0.000001);
  given[31] = new Complex(0.000001, 0);
  const a = fromValues(given, [6, 6], "complex128");
  checkEig(a);
  const [values, vectors] = eig(a);
  // numpy 1.24.2 with LAPACK 3.11: np.linalg.eig(a), magnitudes
  const sizes = elementsOf(absolute(values)) as number[];
  for (const [i, wanted] of [0, 0, 0, 0, 1e-6, 1e-6].entries()) expect(sizes[i]).toBeCloseTo(wanted, 18);
  const nullVectors = [
    [1, 0, 1, 1],
    [0, 0, 0, 0],
    [0, 0, 0, 0],
    [0, 1, 0, 2.3014281e-282],
    [0, 0, 2.45508578e-289, 2.45508578e-289],
    [0, 0, 0, 0],
  ];
  const entries = elementsOf(absolute(vectors)) as number[];
  nullVectors.forEach((row, i) => {
    row.forEach((wanted, j) => {
      expect(Math.abs(entries[6 * i + j]! - wanted)).toBeLessThanOrEqual(1e-7 * wanted);
    });
  });
});

const chains = [1, 1e-6, 1e6, 1e-300, 1e300].flatMap((link) => [
  [link, "float64"] as const,
  [link, "complex128"] as const,
]);
test.each(chains)("eig of a chain of links %d, %s, repeats the only direction there is", (link, dtype) => {
  const given = Array.from({ length: 49 }, (_, p) => (p % 8 === 1 ? link : 0)); // p % 8 is 1 above the diagonal
  const [values, vectors] = eig(fromValues(given, [7, 7], dtype));
  expect(largest(values)).toBe(0);
  // numpy 1.24.2: the first row is ±1, the greatest below it 1.04e-153, for links of 1e-300
  elementsOf(absolute(vectors)).forEach((size, p) => {
    if (p < 7) expect(size).toBe(1);
    else expect(size).toBeLessThan(1.05e-153);
  });
});

test("cholesky gives a lower triangle l with l·lᴴ = a", () => {
  fc.assert(
    fc.property(square, (given) => {
      const a = add(matmul(given, adjoint(given)), eye(orderOf(given)));
      const l = cholesky(a);
      expectEqual(matmul(l, adjoint(l)), a);
    }),
  );
});

/**
 * How far lstsq may be from where it should. Singular values below rcond · ‖a‖ are left out, and with them as much of b.
 * The rest of the way is rounded: a·x − b is known to n·ε · (‖a‖ · ‖x‖ + ‖b‖), where x is as large as 1 / rcond allows,
 * in NumPy too.
 */
function checkLstsq(a: NDArray, b: NDArray): void {
  const rcond = 1e-10;
  const [x] = lstsq(a, b, rcond);
  const unreached = matmul(adjoint(a), subtract(matmul(a, x), b));
  const [sizeOfA, sizeOfX, sizeOfB] = [a, x, b].map((one) => norm(one).read(0) as number) as [number, number, number];
  const rounded = 1e-14 * (sizeOfA * sizeOfX + sizeOfB);
  expect(largest(unreached)).toBeLessThanOrEqual(sizeOfA * (rounded + rcond * sizeOfB));
}

test("lstsq leaves a rest that no column of a reaches", () => {
  fc.assert(
    fc.property(
      oblong.chain((a) => fc.tuple(fc.constant(a), matrixOf(a.shape[0]!, 2, false))),
      ([a, b]) => checkLstsq(a, b),
    ),
  );
});

test("lstsq of columns that nearly agree has a large x and a rest as small as NumPy's", () => {
  const a = [
    [10, -10, 0],
    [0, 0, -10],
    [0, -10, 0],
    [0, 0, 0],
    [-3e-6, 0, 0],
    [0, 0, -10],
  ];
  const b = fromValues([0, 0, 0, 0, 5.01362, 0], [6, 1], "float64");
  checkLstsq(fromValues(a.flat(), [6, 3], "float64"), b);
});

test("pinv is an inverse as far as there is one: a·p·a = a", () => {
  fc.assert(
    fc.property(oblong, (a) => {
      const rcond = 1e-10;
      const p = pinv(a, rcond);
      const [sizeOfA, sizeOfP] = [a, p].map((one) => norm(one).read(0) as number) as [number, number];
      // a singular value just above the limit is inverted, and magnifies what was rounded; one below it is left out
      const bound = sizeOfA * (1e-14 * sizeOfA * sizeOfP + rcond);
      expect(largest(subtract(matmul(matmul(a, p), a), a))).toBeLessThanOrEqual(bound);
    }),
  );
});

/** Repeatable numbers in [−1, 1), without a structure that matters here. */
function noise(rows: number, cols: number): NDArray {
  let state = 1;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0; // Numerical Recipes' generator
    return state / 2 ** 31 - 1;
  };
  return fromValues(Array.from({ length: rows * cols }, next), [rows, cols], "float64");
}

test.each([
  [40, 40],
  [90, 60],
  [30, 100],
])("svd of order %i by %i holds, where NumPy's signs are not followed", (m, n) => {
  checkSvd(noise(m, n));
});

test("eigh and eig of order 60 hold, where NumPy's signs are not followed", () => {
  const a = noise(60, 60);
  const symmetric = add(a, adjoint(a));
  const [values, vectors] = eigh(symmetric);
  expectEqual(matmul(symmetric, vectors), multiply(vectors, values));
  const [complexValues, complexVectors] = eig(a);
  expectEqual(matmul(a, complexVectors), multiply(complexVectors, complexValues));
});

test("einsum is the sum of products that its letters say", () => {
  const label = fc.constantFrom("a", "b", "c");
  const lengths: Record<string, number> = { a: 2, b: 3, c: 1 };
  const operand = fc.array(label, { maxLength: 3 });
  fc.assert(
    fc.property(fc.array(operand, { minLength: 1, maxLength: 3 }), fc.uniqueArray(label), (inputs, wanted) => {
      const used = [...new Set(inputs.flat())];
      const output = wanted.filter((one) => used.includes(one));
      const arrays = inputs.map((labels, which) => {
        const shape = labels.map((one) => lengths[one]!);
        const size = shape.reduce((product, length) => product * length, 1);
        return fromValues(
          Array.from({ length: size }, (_, i) => ((i + 1) * (which + 2)) % 7),
          shape,
          "int64",
        );
      });
      const text = `${inputs.map((labels) => labels.join("")).join(",")}->${output.join("")}`;
      const shape = output.map((one) => lengths[one]!);
      const naive = fromValues(new Array(shape.reduce((p, q) => p * q, 1)).fill(0), shape, "int64");
      const walk = (at: Record<string, number>, rest: readonly string[]): void => {
        const [first, ...others] = rest;
        if (first !== undefined) {
          for (let i = 0; i < lengths[first]!; i++) walk({ ...at, [first]: i }, others);
          return;
        }
        const place = (array: NDArray, labels: readonly string[]): number =>
          labels.reduce((sofar, one, axis) => sofar + at[one]! * array.strides[axis]!, array.offset);
        const product = arrays.reduce(
          (sofar, array, i) => sofar * (array.read(place(array, inputs[i]!)) as bigint),
          1n,
        );
        const target = place(naive, output);
        naive.write(target, (naive.read(target) as bigint) + product);
      };
      walk({}, used);
      expect(elementsOf(einsum(text, arrays))).toEqual(elementsOf(naive));
    }),
  );
});
