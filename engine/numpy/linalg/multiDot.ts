import { ValueError } from "../../errors";
import type { NDArray } from "../../ndarray";
import { expandDims, ravel, reshape } from "../manipulation";
import { dot } from "../matmul";
import { type ArrayLike, arrayOf } from "../ufunc";
import { checkTwoDimensional } from "./stack";

/**
 * Where to split each product of the matrices i … j for the fewest multiplications.
 *
 * lengths  rows of each matrix, then the columns of the last
 * Source: Cormen et al., Introduction to Algorithms, 15.2.
 */
function bestSplits(lengths: readonly number[]): number[][] {
  const count = lengths.length - 1;
  const table = (): number[][] => Array.from({ length: count }, () => new Array<number>(count).fill(0));
  const [costs, splits] = [table(), table()];
  for (let span = 1; span < count; span++) {
    for (let i = 0; i + span < count; i++) {
      const j = i + span;
      let least = Number.POSITIVE_INFINITY;
      for (let k = i; k < j; k++) {
        const cost = costs[i]![k]! + costs[k + 1]![j]! + lengths[i]! * lengths[k + 1]! * lengths[j + 1]!;
        if (cost >= least) continue;
        least = cost;
        splits[i]![j] = k;
      }
      costs[i]![j] = least;
    }
  }
  return splits;
}

function threeProduct(a: NDArray, b: NDArray, c: NDArray): NDArray {
  const [m, k] = a.shape as [number, number];
  const [l, n] = c.shape as [number, number];
  const firstLeft = m * l * (k + n);
  const firstRight = k * n * (m + l);
  return firstLeft < firstRight ? dot(dot(a, b), c) : dot(a, dot(b, c));
}

/**
 * The product of two or more matrices in the cheapest order. The first and the last may be vectors: a row and a column.
 *
 * @throws {ValueError} for fewer than two, or lengths that do not fit
 * @throws {LinAlgError} if one is no matrix
 */
export function multiDot(arrays: readonly ArrayLike[]): NDArray {
  if (arrays.length < 2) throw new ValueError("Expecting at least two arrays.");
  const given = arrays.map(arrayOf);
  const [first, last] = [given[0]!, given[given.length - 1]!];
  if (given.length === 2) return dot(first, last);
  const matrices = [...given];
  if (first.ndim === 1) matrices[0] = expandDims(first, 0);
  if (last.ndim === 1) matrices[matrices.length - 1] = expandDims(last, 1);
  checkTwoDimensional(...matrices);
  let result: NDArray;
  if (matrices.length === 3) {
    result = threeProduct(...(matrices as [NDArray, NDArray, NDArray]));
  } else {
    const splits = bestSplits([...matrices.map(({ shape }) => shape[0]!), matrices[matrices.length - 1]!.shape[1]!]);
    const productOf = (i: number, j: number): NDArray =>
      i === j ? matrices[i]! : dot(productOf(i, splits[i]![j]!), productOf(splits[i]![j]! + 1, j));
    result = productOf(0, matrices.length - 1);
  }
  if (first.ndim === 1 && last.ndim === 1) return reshape(result, []);
  return first.ndim === 1 || last.ndim === 1 ? ravel(result) : result;
}
