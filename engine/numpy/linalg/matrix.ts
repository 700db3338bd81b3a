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

export function transposed({ rows, cols, data }: Matrix): Matrix {
  const result = matrix(cols, rows);
  for (let i = 0; i < rows; i++) for (let j = 0; j < cols; j++) result.data[j * rows + i] = data[i * cols + j]!;
  return result;
}

/** A dense complex matrix, row-major; an entry is two neighbours in `pairs`: real part, imaginary part. */
export interface ComplexMatrix {
  readonly rows: number;
  readonly cols: number;
  readonly pairs: Float64Array;
}

export function complexMatrix(rows: number, cols: number): ComplexMatrix {
  return { rows, cols, pairs: new Float64Array(2 * rows * cols) };
}

/** Ones on the main diagonal. */
export function complexIdentity(rows: number, cols: number = rows): ComplexMatrix {
  const eye = complexMatrix(rows, cols);
  for (let i = 0; i < Math.min(rows, cols); i++) eye.pairs[2 * (i * cols + i)] = 1;
  return eye;
}

/** The transpose with every entry conjugated. */
export function adjoint({ rows, cols, pairs }: ComplexMatrix): ComplexMatrix {
  const result = complexMatrix(cols, rows);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < cols; j++) {
      const from = 2 * (i * cols + j);
      const to = 2 * (j * rows + i);
      result.pairs[to] = pairs[from]!;
      result.pairs[to + 1] = -pairs[from + 1]!;
    }
  }
  return result;
}

/** A real matrix as a complex one. */
export function toComplex({ rows, cols, data }: Matrix): ComplexMatrix {
  const result = complexMatrix(rows, cols);
  for (let i = 0; i < data.length; i++) result.pairs[2 * i] = data[i]!;
  return result;
}
