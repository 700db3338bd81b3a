import type { Matrix } from "../matrix";
import { lengthOf } from "./machine";

/** A plane rotation: [c s; −s c] · (f, g) = (r, 0). */
export interface Rotation {
  c: number;
  s: number;
  r: number;
}

/** The rotation that turns (f, g) to (r, 0), r with the sign of f. Source: LAPACK 3.10 `dlartg`. */
export function makeRotation(f: number, g: number): Rotation {
  if (g === 0) return { c: 1, s: 0, r: f };
  if (f === 0) return { c: 0, s: Math.sign(g), r: Math.abs(g) };
  const sum = f * f + g * g;
  const length = sum > 1e-280 && sum < 1e280 ? Math.sqrt(sum) : lengthOf(f, g);
  const r = f < 0 ? -length : length;
  return { c: Math.abs(f) / length, s: g / r, r };
}

/** Rotate the rows `i` and `j` of a matrix: (rowᵢ, rowⱼ) ← (c·rowᵢ + s·rowⱼ, c·rowⱼ − s·rowᵢ). */
export function rotateRows({ cols, data }: Matrix, i: number, j: number, c: number, s: number): void {
  for (let k = 0, p = i * cols, q = j * cols; k < cols; k++, p++, q++) {
    const x = data[p]!;
    const y = data[q]!;
    data[p] = c * x + s * y;
    data[q] = c * y - s * x;
  }
}

export function swapRows({ cols, data }: Matrix, i: number, j: number): void {
  for (let k = 0, p = i * cols, q = j * cols; k < cols; k++, p++, q++) {
    const x = data[p]!;
    data[p] = data[q]!;
    data[q] = x;
  }
}

export function negateRow({ cols, data }: Matrix, i: number): void {
  for (let p = i * cols; p < (i + 1) * cols; p++) data[p] = -data[p]!;
}
