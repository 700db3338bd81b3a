import type { Matrix } from "../matrix";
import { norm2 } from "./householder";
import { epsilon, leastNormal, lengthOf } from "./machine";
import { swapRows } from "./rotation";

/** What balancing did: the block `low … high` that is left, and the scale or the exchanged index of each row. */
export interface Balance {
  low: number;
  high: number;
  scale: Float64Array;
}

/** How many numbers an entry of the matrix has: complex ones are pairs, so that a matrix has 2n columns of numbers. */
export type Width = 1 | 2;

const radix = 2; // scaling by its powers rounds nothing

function swapColumns({ rows, cols, data }: Matrix, i: number, j: number, width: Width): void {
  for (let row = 0, base = 0; row < rows; row++, base += cols) {
    for (let part = 0; part < width; part++) {
      const x = data[base + i * width + part]!;
      data[base + i * width + part] = data[base + j * width + part]!;
      data[base + j * width + part] = x;
    }
  }
}

/** Exchange rows and columns so that eigenvalues which a triangle shows stand outside the block. */
function isolate(a: Matrix, scale: Float64Array, width: Width): { low: number; high: number } {
  const { rows: n, data } = a;
  let low = 0;
  let high = n - 1;
  const exchange = (from: number, to: number): void => {
    scale[to] = from;
    if (from === to) return;
    swapColumns(a, from, to, width);
    swapRows(a, from, to);
  };
  const alone = (j: number, byRow: boolean): boolean => {
    for (let i = low; i <= high; i++) {
      const p = width * (byRow ? j * n + i : i * n + j);
      if (i !== j && (data[p] !== 0 || data[p + width - 1] !== 0)) return false;
    }
    return true;
  };
  for (let j = high; j >= 0 && high > 0; ) {
    if (!alone(j, true)) {
      j--;
      continue;
    }
    exchange(j, high);
    high--;
    j = high;
  }
  if (high === 0) {
    scale[0] = 0;
    return { low: 0, high: 0 };
  }
  for (let j = low; j <= high; ) {
    if (!alone(j, false)) {
      j++;
      continue;
    }
    exchange(j, low);
    low++;
    j = low;
  }
  return { low, high };
}

/** Bring the norms of each row and its column together by powers of two. */
function level({ cols, data }: Matrix, low: number, high: number, scale: Float64Array, width: Width): void {
  const least = leastNormal / epsilon;
  const most = 1 / least;
  const count = high - low + 1;
  for (let changed = true; changed; ) {
    changed = false;
    for (let i = low; i <= high; i++) {
      const top = low * cols + i * width;
      let column = norm2(data, top, cols, count);
      if (width === 2) column = lengthOf(column, norm2(data, top + 1, cols, count));
      let row = norm2(data, i * cols + low * width, 1, count * width);
      if (column === 0 || row === 0 || !Number.isFinite(column + row)) continue;
      const sum = column + row;
      let factor = 1;
      while (column < row / radix && Math.max(factor, column) < most / radix && row > least * radix) {
        factor *= radix;
        column *= radix;
        row /= radix;
      }
      while (column / radix >= row && row < most / radix && Math.min(factor, column) > least * radix) {
        factor /= radix;
        column /= radix;
        row *= radix;
      }
      if (column + row >= 0.95 * sum) continue;
      if (factor < 1 && scale[i]! < 1 && factor * scale[i]! <= least) continue;
      if (factor > 1 && scale[i]! > 1 && scale[i]! >= most / factor) continue;
      scale[i]! *= factor;
      changed = true;
      for (let p = i * cols + low * width; p < (i + 1) * cols; p++) data[p]! /= factor;
      for (let j = 0; j <= high; j++) {
        for (let part = 0; part < width; part++) data[j * cols + i * width + part]! *= factor;
      }
    }
  }
}

/** Balance a square matrix, in place, by a similarity: exchanges first, then scaling. Source: LAPACK `dgebal`, `zgebal`. */
export function balance(a: Matrix, width: Width = 1): Balance {
  const scale = new Float64Array(a.rows).fill(1);
  const { low, high } = isolate(a, scale, width);
  for (let i = low; i <= high; i++) scale[i] = 1;
  if (low < high) level(a, low, high, scale, width);
  else if (a.rows > 0) scale[low] = 1;
  return { low, high, scale };
}

/** Turn eigenvectors (columns) of the balanced matrix into those of the one before. Source: LAPACK `dgebak`, `zgebak`. */
export function unbalance({ low, high, scale }: Balance, vectors: Matrix): void {
  const { cols, data } = vectors;
  for (let i = low; i <= high; i++) {
    for (let j = 0; j < cols; j++) data[i * cols + j]! *= scale[i]!;
  }
  for (let i = low - 1; i >= 0; i--) swapRows(vectors, i, scale[i]!);
  for (let i = high + 1; i < vectors.rows; i++) swapRows(vectors, i, scale[i]!);
}
