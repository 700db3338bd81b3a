import { checkpoint } from "../../../checkpoint";
import type { Matrix } from "../matrix";

/**
 * The lower triangular L with A = L·Lᵀ, in place; only the lower triangle of A is read.
 * Returns whether A is positive definite. Source: Golub & Van Loan, Matrix Computations, 4.2.
 */
export function factorCholesky({ rows, data }: Matrix): boolean {
  for (let j = 0; j < rows; j++) {
    const row = j * rows;
    let square = data[row + j]!;
    for (let k = 0; k < j; k++) square -= data[row + k]! * data[row + k]!;
    if (!(square > 0)) return false; // NaN too
    const diagonal = Math.sqrt(square);
    data[row + j] = diagonal;
    for (let i = j + 1; i < rows; i++) {
      let sum = data[i * rows + j]!;
      for (let k = 0; k < j; k++) sum -= data[i * rows + k]! * data[row + k]!;
      data[i * rows + j] = sum / diagonal;
    }
    data.fill(0, row + j + 1, row + rows);
    checkpoint();
  }
  return true;
}
