import { ValueError } from "../errors";
import type { NDArray } from "../ndarray";
import { householderQr } from "../numpy/linalg";
import { fillNormal2 } from "../random/distributions2";
import type { RandomState } from "../random/state";
import { Initializer } from "./initializer";
import { storeFloat32, storeFloat64 } from "./store";

/**
 * A matrix [shape[0], all the rest] whose rows, or columns if there are fewer, are orthogonal and of length gain: the Q of
 * a normal matrix, with the signs that make R's diagonal positive. Source: Saxe et al. 2013, arXiv:1312.6120.
 */
export class Orthogonal extends Initializer {
  constructor(public gain = 1) {
    super();
  }
  /** @throws {ValueError} if array has fewer than 2 axes */
  override fill(array: NDArray, random: RandomState): void {
    if (array.ndim < 2) {
      throw new ValueError(
        `For 'Orthogonal', the dimension of the initialized tensor must be no less than 2, but got ${array.ndim}.`,
      );
    }
    const rows = array.shape[0]!;
    const columns = array.size / rows;
    const { gain } = this;
    if (random.reference === "1.6") {
      const normals = new Float64Array(rows * columns);
      random.numpy.stream.fillNormal(normals, 0, 1);
      const q = orthogonal(normals, rows, columns);
      storeFloat64(array, continued(q.map((value) => value * gain)));
    } else {
      const normals = new Float32Array(rows * columns);
      fillNormal2(normals, random.nextKey(), 0, 1);
      const q = Float32Array.from(orthogonal(Float64Array.from(normals), rows, columns));
      storeFloat32(array, (out) => out.set(q.map((value) => value * Math.fround(gain))));
    }
  }
}

/** The entries of `values` one stretch after the other. */
function continued(values: Float64Array): (out: Float64Array) => void {
  let start = 0;
  return (out) => {
    out.set(values.subarray(start, start + out.length));
    start += out.length;
  };
}

/** Q of a matrix, or of its transpose if it is wide, transposed back; each column times the sign of R's diagonal. */
function orthogonal(data: Float64Array, rows: number, columns: number): Float64Array {
  if (rows < columns) {
    const tall = transposed(data, rows, columns);
    return transposed(orthogonal(tall, columns, rows), columns, rows);
  }
  const { q, r } = householderQr(data, rows, columns);
  for (let i = 0; i < q.length; i++) {
    const column = i % columns;
    q[i]! *= Math.sign(r[column * columns + column]!);
  }
  return q;
}

function transposed(data: Float64Array, rows: number, columns: number): Float64Array {
  return data.map((_, i) => data[(i % rows) * columns + Math.floor(i / rows)]!);
}
