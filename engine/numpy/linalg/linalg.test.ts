import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { DType } from "../../dtype";
import { EngineError } from "../../errors";
import { elementsOf, fromValues, NDArray } from "../../ndarray";
import { Complex } from "../../scalar";
import * as linalg from ".";
import * as topLevel from "./topLevel";

/** An array as real NumPy had it: complex numbers as re, im in turn, what is not finite as a string. */
interface Encoded {
  dtype: DType;
  shape: number[];
  values: (number | string)[];
}
type Argument = { array: number } | number | string | boolean | null | Argument[];
interface Case {
  f: string;
  args: Argument[];
  kw?: Record<string, Argument>;
  out?: Encoded[];
  error?: [name: string, message: string];
}

const golden = JSON.parse(readFileSync(new URL("./vectors/linalg.json", import.meta.url), "utf8")) as {
  arrays: Encoded[];
  cases: Case[];
};

const special: Record<string, number> = {
  nan: Number.NaN,
  inf: Number.POSITIVE_INFINITY,
  "-inf": Number.NEGATIVE_INFINITY,
};
const numbersOf = (values: Encoded["values"]): number[] =>
  values.map((value) => (typeof value === "string" ? special[value]! : value));

function decode({ dtype, shape, values }: Encoded): NDArray {
  const numbers = numbersOf(values);
  if (!dtype.startsWith("complex")) return fromValues(numbers, shape, dtype);
  const pairs = Array.from({ length: numbers.length / 2 }, (_, i) => new Complex(numbers[2 * i]!, numbers[2 * i + 1]!));
  return fromValues(pairs, shape, dtype);
}

function argument(given: Argument): unknown {
  if (Array.isArray(given)) return given.map(argument);
  if (typeof given === "object" && given !== null) return decode(golden.arrays[given.array]!);
  return typeof given === "string" && given in special ? special[given] : given;
}

/** How each of NumPy's functions is called here, with its positional arguments and its keywords. */
type Call = (args: never[], kw: Record<string, never>) => NDArray | (NDArray | number)[];
const calls: Record<string, Call> = {
  inv: ([a]) => linalg.inv(a!),
  det: ([a]) => linalg.det(a!),
  slogdet: ([a]) => linalg.slogdet(a!),
  solve: ([a, b]) => linalg.solve(a!, b!),
  cholesky: ([a]) => linalg.cholesky(a!),
  qr: ([a, mode]) => linalg.qr(a!, mode),
  eig: ([a]) => linalg.eig(a!),
  eigvals: ([a]) => linalg.eigvals(a!),
  eigh: ([a, uplo]) => linalg.eigh(a!, uplo),
  eigvalsh: ([a, uplo]) => linalg.eigvalsh(a!, uplo),
  svd: ([a], { full_matrices: fullMatrices, compute_uv, hermitian }) =>
    compute_uv === false ? linalg.singularValues(a!, hermitian) : linalg.svd(a!, { fullMatrices, hermitian }),
  matrix_rank: ([a, tol], { hermitian }) => linalg.matrixRank(a!, tol, hermitian),
  pinv: ([a, rcond], { hermitian }) => linalg.pinv(a!, rcond, hermitian),
  lstsq: ([a, b, rcond]) => linalg.lstsq(a!, b!, rcond),
  norm: ([x, ord, axis, keepdims], kw) => linalg.norm(x!, { ord, axis, keepdims, ...kw }),
  cond: ([x, p]) => linalg.cond(x!, p),
  matrix_power: ([a, n]) => linalg.matrixPower(a!, n!),
  multi_dot: ([arrays]) => linalg.multiDot(arrays!),
  tensorinv: ([a, ind]) => linalg.tensorinv(a!, ind),
  tensorsolve: ([a, b, axes]) => linalg.tensorsolve(a!, b!, axes),
  einsum: ([subscripts, ...operands]) => topLevel.einsum(subscripts!, operands),
  tensordot: ([a, b, axes]) => topLevel.tensordot(a!, b!, axes),
  kron: ([a, b]) => topLevel.kron(a!, b!),
  cross: ([a, b], kw) => topLevel.cross(a!, b!, kw),
  inner: ([a, b]) => topLevel.inner(a!, b!),
  outer: ([a, b]) => topLevel.outer(a!, b!),
  vdot: ([a, b]) => topLevel.vdot(a!, b!),
};

/*
 * Relative to the greatest entry. float64: up to 6 by 6, the iterations round a few hundred times, and the data of what
 * they give is kept to 13 digits. float32: rounded once at the end. float16: sums in NumPy round on the way.
 */
const tolerances: Record<string, number> = { float16: 2e-3, float32: 3e-7, complex64: 3e-7 };

/** A determinant is e^(log + log + …), and the C library misrounds one logarithm in a thousand by a last digit. */
const tolerancesOf: Record<string, number> = { det: 2e-15, slogdet: 2e-15 };

/** LU decomposition does NumPy's operations in NumPy's order: no digit differs. */
const exact = new Set(["inv", "solve", "matrix_rank"]);

function numbers(array: NDArray): number[] {
  return elementsOf(array).flatMap((element) =>
    element instanceof Complex ? [element.re, element.im] : [Number(element)],
  );
}

function compare(actual: NDArray | number, expected: Encoded, name: string): void {
  if (typeof actual === "number") {
    expect(actual).toBe(expected.values[0]);
    return;
  }
  expect([actual.dtype, actual.shape]).toEqual([expected.dtype, expected.shape]);
  const [got, wanted] = [numbers(actual), numbersOf(expected.values)];
  const isWhole = !/float|complex/.test(expected.dtype);
  if (isWhole || (exact.has(name) && expected.dtype === "float64")) {
    expect(got).toEqual(wanted.map((value) => (value === 0 && !isWhole ? expect.closeTo(0, 300) : value)));
    return;
  }
  const largest = Math.max(...wanted.filter(Number.isFinite).map(Math.abs), Number.MIN_VALUE);
  const tolerance = (tolerances[expected.dtype] ?? tolerancesOf[name] ?? 1e-11) * largest;
  wanted.forEach((value, i) => {
    if (Number.isFinite(value)) expect(Math.abs(got[i]! - value)).toBeLessThanOrEqual(tolerance);
    else expect(got[i]).toBe(value);
  });
}

const names = [...new Set(golden.cases.map(({ f }) => f))];

describe.each(names)("%s", (name) => {
  const ofName = golden.cases.filter(({ f }) => f === name);
  const cases = ofName.map((one, i) => [i, describeCase(one), one] as const);
  test.each(cases)("%i: %s is what NumPy 1.24.2 gives", (_, __, { args, kw = {}, out, error }) => {
    const given = args.map(argument) as never[];
    const keywords = Object.fromEntries(Object.entries(kw).map(([key, value]) => [key, argument(value)])) as never;
    const run = () => calls[name]!(given, keywords);
    if (error) {
      let thrown: unknown;
      try {
        run();
      } catch (caught) {
        thrown = caught;
      }
      expect(thrown).toBeInstanceOf(EngineError);
      expect([(thrown as EngineError).name, (thrown as EngineError).message]).toEqual(error);
      return;
    }
    const result = run();
    const results = result instanceof NDArray ? [result] : result;
    expect(results.length).toBe(out!.length);
    out!.forEach((expected, i) => {
      compare(results[i]!, expected, name);
    });
  });
});

function describeCase({ args, kw }: Case): string {
  const text = (one: Argument): string => {
    if (Array.isArray(one)) return `[${one.map(text).join(", ")}]`;
    if (typeof one !== "object" || one === null) return String(one);
    const { dtype, shape } = golden.arrays[one.array]!;
    return `${dtype}(${shape.join("×")})`;
  };
  return `${args.map(text).join(", ")}${kw ? ` ${JSON.stringify(kw)}` : ""}`;
}
