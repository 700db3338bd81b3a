import { checkpoint } from "../checkpoint";

/**
 * Many sums of products over one input: out[n, p] = Σₖ input[origins[p] + offsets[k]] · weight[n, k].
 *
 * Convolutions and matrix products are this with different origins and offsets. The sum starts from 0 and runs in the
 * order of k in float32: multiply, round, add, round. Every machine gives the same bits.
 */
export interface DotPlan {
  input: Float32Array;
  /** Where the window of each of the P results begins in the input. */
  origins: Int32Array;
  /** Where each of the K factors lies, counted from the window's origin. */
  offsets: Int32Array;
  /** [N, K], row-major. */
  weight: Float32Array;
  out: Float32Array;
  /** out[n, p] lies at start + n · rowStep + p · columnStep. */
  start: number;
  rowStep: number;
  columnStep: number;
}

/** The sums as they are defined, one after another. */
export function dotPlain({ input, origins, offsets, weight, out, start, rowStep, columnStep }: DotPlan): void {
  const rows = weight.length / offsets.length;
  for (let n = 0; n < rows; n++) {
    for (let p = 0; p < origins.length; p++) {
      let sum = 0;
      for (let k = 0; k < offsets.length; k++) {
        sum = Math.fround(sum + Math.fround(input[origins[p]! + offsets[k]!]! * weight[n * offsets.length + k]!));
      }
      out[start + n * rowStep + p * columnStep] = sum;
    }
  }
}

const tileRows = 4;
const workPerCheck = 2 ** 20; // multiplications between two looks at the stop button, about a millisecond

/** The same bits as `dotPlain`, with 4 × 2 sums at a time so that each number that is read serves several products. */
export function dot(plan: DotPlan): void {
  const { input, origins, offsets, weight, out, start, rowStep, columnStep } = plan;
  const depth = offsets.length;
  const rows = depth === 0 ? 0 : weight.length / depth;
  const tile = new Float32Array(tileRows * depth);
  let work = 0;
  for (let n = 0; n < rows; n += tileRows) {
    const height = Math.min(tileRows, rows - n);
    for (let r = 0; r < tileRows; r++) {
      const row = (n + Math.min(r, height - 1)) * depth; // a short tile computes its last row several times
      for (let k = 0; k < depth; k++) tile[k * tileRows + r] = weight[row + k]!;
    }
    for (let p = 0; p < origins.length; p += 2) {
      const q = Math.min(p + 1, origins.length - 1);
      sumTile(input, origins[p]!, origins[q]!, offsets, tile);
      for (let r = 0; r < height; r++) {
        const at = start + (n + r) * rowStep;
        out[at + p * columnStep] = sums[r]!;
        out[at + q * columnStep] = sums[tileRows + r]!;
      }
      if ((work += 2 * tileRows * depth) > workPerCheck) {
        work = 0;
        checkpoint();
      }
    }
  }
}

const sums = new Float32Array(2 * tileRows);

/** Four rows of weights times two windows, into `sums`. */
function sumTile(input: Float32Array, one: number, two: number, offsets: Int32Array, tile: Float32Array): void {
  const { fround } = Math;
  let a0 = fround(0);
  let a1 = fround(0);
  let a2 = fround(0);
  let a3 = fround(0);
  let b0 = fround(0);
  let b1 = fround(0);
  let b2 = fround(0);
  let b3 = fround(0);
  for (let k = 0, w = 0; k < offsets.length; k++, w += 4) {
    const offset = offsets[k]!;
    const x = input[one + offset]!;
    const y = input[two + offset]!;
    const w0 = tile[w]!;
    const w1 = tile[w + 1]!;
    const w2 = tile[w + 2]!;
    const w3 = tile[w + 3]!;
    a0 = fround(a0 + fround(x * w0));
    a1 = fround(a1 + fround(x * w1));
    a2 = fround(a2 + fround(x * w2));
    a3 = fround(a3 + fround(x * w3));
    b0 = fround(b0 + fround(y * w0));
    b1 = fround(b1 + fround(y * w1));
    b2 = fround(b2 + fround(y * w2));
    b3 = fround(b3 + fround(y * w3));
  }
  sums[0] = a0;
  sums[1] = a1;
  sums[2] = a2;
  sums[3] = a3;
  sums[4] = b0;
  sums[5] = b1;
  sums[6] = b2;
  sums[7] = b3;
}
