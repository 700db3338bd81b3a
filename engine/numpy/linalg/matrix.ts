/** A dense real matrix on its own: row-major, `data[i * cols + j]`. The kernels of this folder work on these in place. */
export interface Matrix {
  readonly rows: number;
  readonly cols: number;
  readonly data: Float64Array;
}

export function matrix(rows: number, cols: number, data: Float64Array = new Float64Array(rows * cols)): Matrix {
  return { rows, cols, data };
}

/** Ones on the main diagonal. */
export function identity(rows: number, cols: number = rows): Matrix {
  const eye = matrix(rows, cols);
  for (let i = 0; i < Math.min(rows, cols); i++) eye.data[i * cols + i] = 1;
  return eye;
}

export function clone({ rows, cols, data }: Matrix): Matrix {
  return matrix(rows, cols, data.slice());
}

export function transposed({ rows, cols, data }: Matrix): Matrix {
  const result = matrix(cols, rows);
  for (let i = 0; i < rows; i++) for (let j = 0; j < cols; j++) result.data[j * rows + i] = data[i * cols + j]!;
  return result;
}

/** The top left `rows` by `cols` corner, padded with zeros where the matrix is smaller. */
export function corner(a: Matrix, rows: number, cols: number): Matrix {
  const result = matrix(rows, cols);
  const width = Math.min(cols, a.cols);
  for (let i = 0; i < Math.min(rows, a.rows); i++) {
    result.data.set(a.data.subarray(i * a.cols, i * a.cols + width), i * cols);
  }
  return result;
}

/** The matrix product, each entry summed from the left. */
export function product(a: Matrix, b: Matrix): Matrix {
  const result = matrix(a.rows, b.cols);
  const { cols } = b;
  for (let i = 0; i < a.rows; i++) {
    const row = result.data.subarray(i * cols, (i + 1) * cols);
    for (let k = 0; k < a.cols; k++) {
      const factor = a.data[i * a.cols + k]!;
      for (let j = 0; j < cols; j++) row[j]! += factor * b.data[k * cols + j]!;
    }
  }
  return result;
}
