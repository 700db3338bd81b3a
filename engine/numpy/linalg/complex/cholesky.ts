import { checkpoint } from "../../../checkpoint";
import type { ComplexMatrix } from "../matrix";

/**
 * The lower triangular L with A = L·Lᴴ, in place; only the lower triangle of A is read, its diagonal as real.
 * Returns whether A is positive definite. Source: Golub & Van Loan, Matrix Computations, 4.2.
 */
export function factorCholesky({ rows, pairs }: ComplexMatrix): boolean {
  for (let j = 0; j < rows; j++) {
    const row = 2 * j * rows;
    let square = pairs[row + 2 * j]!;
    for (let k = row; k < row + 2 * j; k++) square -= pairs[k]! * pairs[k]!;
    if (!(square > 0)) return false; // NaN too
    const diagonal = Math.sqrt(square);
    pairs[row + 2 * j] = diagonal;
    pairs[row + 2 * j + 1] = 0;
    for (let i = j + 1; i < rows; i++) {
      const at = 2 * (i * rows + j);
      let [re, im] = [pairs[at]!, pairs[at + 1]!];
      for (let k = 0, p = 2 * i * rows, q = row; k < j; k++, p += 2, q += 2) {
        re -= pairs[p]! * pairs[q]! + pairs[p + 1]! * pairs[q + 1]!;
        im -= pairs[p + 1]! * pairs[q]! - pairs[p]! * pairs[q + 1]!;
      }
      pairs[at] = re / diagonal;
      pairs[at + 1] = im / diagonal;
    }
    pairs.fill(0, row + 2 * (j + 1), row + 2 * rows);
    checkpoint();
  }
  return true;
}
