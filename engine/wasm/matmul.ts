import { machine } from "./load";
import { multiply, tileBytes } from "./multiply";
import { withScratch } from "./scratch";

/** A float32 matrix somewhere in a typed array; steps in elements. */
export interface Matrix {
  values: Float32Array;
  offset: number;
  rowStep: number;
  columnStep: number;
}

/** Below so many multiplications the plain loop is done before a kernel is set up. */
const worthwhile = 4096;

/**
 * out[n, m] = Σ x[n, k] · y[k, m] in float32, in the order of k. `out` is row-major and `start` its first element.
 *
 * @returns false if the plain loop is to do it
 */
export function multiplyMatrices(
  x: Matrix,
  y: Matrix,
  out: Float32Array,
  start: number,
  { n, k, m }: { n: number; k: number; m: number },
): boolean {
  if (k === 0 || n * k * m < worthwhile) return false;
  const loaded = machine();
  if (!loaded) return false;
  return withScratch(loaded, (scratch) => {
    const { packRows, packColumns } = loaded.kernels;
    const resident = loaded.heap.holds(out);
    const target = resident ? out.byteOffset + 4 * start : scratch.take(4 * n * m);
    const panels = scratch.take(4 * n * k);
    const bias = scratch.take(4 * n);
    const tiles = scratch.take(tileBytes(k));
    scratch.floats(bias, n).fill(0);
    const [left, right] = [x, y].map(({ values, offset }) => scratch.addressOf(values) + 4 * offset) as [
      number,
      number,
    ];
    packRows(left, panels, k, 4 * x.columnStep, 4 * x.rowStep, n);
    multiply(scratch, tiles, {
      panels,
      rows: n,
      depth: k,
      columns: m,
      bias,
      out: target,
      rowStep: 4 * m,
      pack: (from, count, to) =>
        packColumns(right + 4 * from * y.columnStep, to, k, 4 * y.rowStep, 4 * y.columnStep, count),
    });
    if (!resident) out.set(scratch.floats(target, n * m), start);
  });
}
