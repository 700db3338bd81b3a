import { type DType, dtypes } from "../../dtype";
import { LinAlgError, TypeError } from "../../errors";
import { copy, type NDArray, zeros } from "../../ndarray";
import { type Shape, sizeOf } from "../../shape";
import { astype, cast } from "../astype";
import { type ArrayLike, arrayOf } from "../ufunc";
import { type ComplexMatrix, type Matrix, matrix } from "./matrix";

/*
 * Stacks of matrices: linear algebra works on the last two axes of an array, one matrix after the other, in float64 or
 * pairs of float64 whatever the dtype is; what comes out is rounded to the dtype once.
 * Source: NumPy 1.24 `numpy.linalg`, section "Linear algebra on several matrices at once".
 */

/** What arrays that meet in linear algebra work and result in. */
export interface LinearTypes {
  complex: boolean;
  /** float32, float64 or their complex twins; whole numbers and bools count as float64. */
  result: DType;
  /** The dtype of what is real in any case: singular values, norms. */
  real: "float32" | "float64";
}

/** The dtypes of a result. @throws {TypeError} for float16, which linear algebra does not take */
export function linearTypes(...arrays: readonly NDArray[]): LinearTypes {
  let complex = false;
  let wide = false;
  for (const { dtype } of arrays) {
    if (dtype === "float16") throw new TypeError("array type float16 is unsupported in linalg");
    if (dtypes[dtype].kind === "complex") complex = true;
    if (dtype !== "float32" && dtype !== "complex64") wide = true;
  }
  const real = wide ? "float64" : "float32";
  return { complex, real, result: complex ? (wide ? "complex128" : "complex64") : real };
}

/** An argument as an array of at least two axes. @throws {LinAlgError} if it has fewer */
export function stackedArgument(value: ArrayLike): NDArray {
  const array = arrayOf(value);
  if (array.ndim >= 2) return array;
  throw new LinAlgError(`${array.ndim}-dimensional array given. Array must be at least two-dimensional`);
}

/** An argument as an array of square matrices. @throws {LinAlgError} if it is none */
export function squareArgument(value: ArrayLike): NDArray {
  const array = stackedArgument(value);
  const [rows, cols] = array.shape.slice(-2);
  if (rows !== cols) throw new LinAlgError("Last 2 dimensions of the array must be square");
  return array;
}

/** @throws {LinAlgError} if an array does not have exactly two axes */
export function checkTwoDimensional(...arrays: readonly NDArray[]): void {
  for (const { ndim } of arrays) {
    if (ndim !== 2) throw new LinAlgError(`${ndim}-dimensional array given. Array must be two-dimensional`);
  }
}

/** An array read as matrices, in float64; each comes out as a copy that a kernel may consume. */
export class Stack {
  /** The axes before the last two. */
  readonly batch: Shape;
  readonly rows: number;
  readonly cols: number;
  private readonly entries: Float64Array;

  constructor(array: NDArray, complex: boolean) {
    this.batch = array.shape.slice(0, -2);
    [this.rows, this.cols] = array.shape.slice(-2) as [number, number];
    const dtype = complex ? "complex128" : "float64";
    this.entries = (array.dtype === dtype ? copy(array) : astype(array, dtype)).storage as Float64Array;
  }

  get count(): number {
    return sizeOf(this.batch);
  }
  real(i: number): Matrix {
    const size = this.rows * this.cols;
    return matrix(this.rows, this.cols, this.entries.slice(i * size, (i + 1) * size));
  }
  complex(i: number): ComplexMatrix {
    const size = 2 * this.rows * this.cols;
    return { rows: this.rows, cols: this.cols, pairs: this.entries.slice(i * size, (i + 1) * size) };
  }
}

/**
 * Parts of equal shape, one for each matrix of a stack, as one array.
 *
 * parts   float64 entries of each part, or pairs of them if `complex`
 */
export function stacked(
  batch: Shape,
  shape: Shape,
  parts: readonly Float64Array[],
  complex: boolean,
  dtype: DType,
): NDArray {
  const result = zeros([...batch, ...shape], complex ? "complex128" : "float64");
  const storage = result.storage as Float64Array;
  parts.forEach((part, i) => {
    storage.set(part, i * part.length);
  });
  return cast(result, dtype);
}
