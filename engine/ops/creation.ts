import { type DType, dtypes } from "../dtype";
import { TypeError, ValueError } from "../errors";
import { zeros as zerosArray } from "../ndarray";
import { astype, cast as castArray } from "../numpy/astype";
import { eye as eyeArray, full } from "../numpy/creation";
import { Float, isScalar, type Scalar } from "../scalar";
import { type Shape, tupleText } from "../shape";
import { checkTensor, Tensor } from "../tensor";
import { checkDType, describe } from "../tensorData";
import { scalarArray } from "./operands";

/** A shape given as a number or a list of ints of 0 or more. @throws {ValueError} @throws {TypeError} */
export function checkShape(shape: unknown, owner: string): number[] {
  const lengths: unknown[] = Array.isArray(shape) ? shape : [shape];
  for (const length of lengths) {
    if (typeof length !== "number" || !Number.isInteger(length)) {
      throw new TypeError(`For '${owner}', the 'shape' must be int or a tuple of ints, but got '${describe(length)}'.`);
    }
    if (length < 0) {
      throw new ValueError(
        `For '${owner}', each length of the 'shape' must be >= 0, but got ${tupleText(lengths as number[])}.`,
      );
    }
  }
  return lengths as number[];
}

export function zeros(shape: Shape | number, dtype: DType): Tensor {
  return Tensor.of(zerosArray(checkShape(shape, "Zeros"), checkDType(dtype, "type", "Zeros")));
}
export function ones(shape: Shape | number, dtype: DType): Tensor {
  return Tensor.of(full(checkShape(shape, "Ones"), 1, checkDType(dtype, "type", "Ones")));
}
export function zerosLike(x: Tensor): Tensor {
  const { shape, dtype } = checkTensor(x, "x", "ZerosLike");
  return Tensor.of(zerosArray(shape, dtype));
}
export function onesLike(x: Tensor): Tensor {
  const { shape, dtype } = checkTensor(x, "x", "OnesLike");
  return Tensor.of(full(shape, 1, dtype));
}
/** A tensor with one number everywhere. */
export function fill(dtype: DType, shape: Shape | number, value: Scalar): Tensor {
  if (!isScalar(value)) throw new TypeError(`For 'Fill', the 'value' must be a number, but got '${describe(value)}'.`);
  const type = checkDType(dtype, "type", "Fill");
  return Tensor.of(full(checkShape(shape, "Fill"), scalarArray(value, type), type));
}
export function eye(rows: number, columns: number, dtype: DType): Tensor {
  return Tensor.of(eyeArray(rows, columns, 0, checkDType(dtype, "t", "Eye")));
}

/** The elements cast as C casts; a number counts as a 0-d tensor. */
export function cast(x: Tensor | Scalar, dtype: DType): Tensor {
  const type = checkDType(dtype, "dst_type", "Cast");
  if (isScalar(x)) return new Tensor(x, type);
  return Tensor.of(astype(checkTensor(x, "input_x", "Cast").asnumpy(), type));
}

/** `Tensor.astype`: with `copy` false a tensor that has the dtype already is returned itself. */
export function astypeTensor(x: Tensor, dtype: DType, copy = true): Tensor {
  if (!copy && x.dtype === dtype) return x;
  return Tensor.of(astype(x.asnumpy(), dtype));
}

/** `Tensor.copy`: through Float32, as MindSpore 1.6 copies, so that integers above 2²⁴ lose digits. */
export function copyTensor(x: Tensor): Tensor {
  const array = x.asnumpy();
  const { kind } = dtypes[array.dtype];
  const viaFloat = kind === "int" || kind === "uint" || kind === "bool";
  return Tensor.of(viaFloat ? castArray(astype(array, "float32"), array.dtype) : astype(array, array.dtype));
}

/** `Tensor.fill`: a new tensor; null means NaN. @throws {TypeError} if NaN is asked of a dtype without it */
export function fillTensor(x: Tensor, value: Scalar | null): Tensor {
  if (value === null || value === undefined) {
    if (dtypes[x.dtype].kind !== "float") {
      throw new TypeError(`For 'fill', the 'value' None (NaN) needs a float tensor, but got ${dtypes[x.dtype].label}.`);
    }
    return fill(x.dtype, x.shape, new Float(Number.NaN));
  }
  return fill(x.dtype, x.shape, value);
}
