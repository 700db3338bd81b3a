import { dtypes } from "../dtype";
import { IndexError, TypeError, ValueError } from "../errors";
import { copy, NDArray } from "../ndarray";
import { astype, cast } from "../numpy/astype";
import { ellipsis, getItem, type IndexPart as NumpyPart, Slice, Subscript, setItem } from "../numpy/indexing";
import { any } from "../numpy/reduce";
import { isScalar, type Scalar } from "../scalar";
import { sameShape, tupleText } from "../shape";
import { Tensor } from "../tensor";
import { describe, tensorData } from "../tensorData";
import { scalarArray } from "./operands";

/** One part of what stands between the brackets: an int, a bool, null, `ellipsis`, a slice, a list, a tensor of ints. */
export type Part = number | boolean | null | typeof ellipsis | Slice | Tensor | readonly (number | boolean)[];
/** What stands between the brackets; several parts are tagged by `numpy.subscript`. */
export type TensorIndex = Part | Subscript | { parts: readonly Part[] };

/** What the releases do differently: reading with a Bool tensor came with 2.0. */
export interface Reading {
  boolTensors?: boolean;
}

/**
 * `x[index]`: a tensor of its own that remembers x, so that assigning into it writes back.
 *
 * @throws {IndexError} if the index is of no usable kind, out of range, or has too many parts
 * @throws {ValueError} if x has no axes or a slice selects nothing
 * Source: MindSpore `Tensor.__getitem__`, spec §5.3.
 */
export function getByIndex(x: Tensor, index: TensorIndex, { boolTensors = false }: Reading = {}): Tensor {
  const parts = partsOf(index);
  if (parts.length === 0) return x;
  if (x.ndim === 0 && parts.some((part) => typeof part === "number")) {
    throw new ValueError("For 'getitem', the input tensor has no axis to index, its shape is ().");
  }
  const written = parts.map((part) => readable(part, x, boolTensors));
  const found = getItem(x.asnumpy(), new Subscript(written));
  if (found.size === 0) {
    throw new ValueError(
      `For 'getitem', the index selects no element of the shape ${tupleText(x.shape)}: a shape ${tupleText(found.shape)} with 0 is not supported.`,
    );
  }
  const result = Tensor.of(copy(found));
  result.origin = { parent: x, index };
  return result;
}

function partsOf(index: TensorIndex): readonly Part[] {
  return typeof index === "object" && index !== null && "parts" in index ? (index.parts as readonly Part[]) : [index];
}

function readable(part: Part, x: Tensor, boolTensors: boolean): NumpyPart {
  if (part instanceof Tensor && part.dtype === "bool") {
    if (boolTensors) return part.asnumpy();
    throw new IndexError("For 'getitem', a Tensor index must be of a signed int type, but got Tensor[Bool].");
  }
  return plainPart(part, x, "getitem");
}

/** A part as NumPy takes it. */
function plainPart(part: Part, x: Tensor, owner: string): NumpyPart {
  if (part === true) return null; // as None, a new axis
  if (part === false) throw new IndexError(`For '${owner}', the index can not be False.`);
  if (part === null || part === undefined) return null;
  if (part === ellipsis || part instanceof Slice) return part as NumpyPart;
  if (typeof part === "number" && Number.isInteger(part)) return part;
  if (part instanceof Tensor) return intTensor(part, owner);
  if (Array.isArray(part)) return listPart(part, x, owner);
  throw new IndexError(
    `For '${owner}', the index must be one of int, bool, None, Ellipsis, slice, list, tuple and Tensor, but got '${describe(part)}'.`,
  );
}

function intTensor(index: Tensor, owner: string): NDArray {
  if (dtypes[index.dtype].kind === "int") return index.asnumpy();
  throw new IndexError(
    `For '${owner}', a Tensor index must be of a signed int type, but got Tensor[${dtypes[index.dtype].label}].`,
  );
}

function listPart(list: readonly unknown[], x: Tensor, owner: string): NDArray {
  const bools = list.every((item) => typeof item === "boolean");
  if (list.length === 0 || !(bools || list.every((item) => Number.isInteger(item) || typeof item === "boolean"))) {
    throw new IndexError(
      `For '${owner}', a list index must hold ints or bools, and at least one, but got ${list.length} of '${list.map(describe).join(", ")}'.`,
    );
  }
  if (!bools) return tensorData(list.map(Number), "int64");
  if (list.length !== x.shape[0]) {
    throw new IndexError(
      `For '${owner}', a list index of bools must be as long as the axis, ${x.shape[0]}, but got ${list.length}.`,
    );
  }
  if (!list.includes(true)) throw new IndexError(`For '${owner}', a list index of bools must hold a True.`);
  return tensorData(list as boolean[], "bool");
}

/**
 * `x[index] = value`: fresh data that replace the old ones, so that arrays handed out before do not change. A tensor
 * that was read from another one by index writes itself back there.
 *
 * @throws {ValueError} if the value is of no usable kind or does not broadcast
 * @throws {IndexError} as for reading
 * Source: MindSpore `Tensor.__setitem__`, spec §5.4.
 */
export function setByIndex(x: Tensor, index: TensorIndex, value: Tensor | Scalar | readonly unknown[]): Tensor {
  const given = valueArray(value, x);
  const target = copy(x.asnumpy());
  const parts = partsOf(index);
  const [only] = parts;
  if (parts.length === 1 && only instanceof Tensor && only.dtype === "bool") {
    checkMask(only, x, given);
    if (any(only.asnumpy()).read(0)) setItem(target, only.asnumpy(), given.size === 1 ? astypeSingle(given) : given);
  } else {
    if (x.ndim === 0 && parts.some((part) => typeof part === "number")) {
      throw new ValueError("For 'setitem', the input tensor has no axis to index, its shape is ().");
    }
    const written = parts.map((part) => plainPart(part, x, "setitem"));
    setItem(target, new Subscript(written.length ? written : [ellipsis]), given);
  }
  x.replaceData(target, "item");
  const { origin } = x;
  if (origin) setByIndex(origin.parent, origin.index as TensorIndex, x);
  return x;
}

function valueArray(value: unknown, x: Tensor): NDArray {
  if (value instanceof Tensor) return cast(value.asnumpy(), x.dtype);
  if (isScalar(value) && typeof value === "object" && "im" in value) throw unusable(value);
  if (isScalar(value)) return scalarArray(value, x.dtype);
  if (value instanceof NDArray) return astype(value, x.dtype); // a host language's list
  if (Array.isArray(value)) {
    try {
      return tensorData(value, x.dtype);
    } catch (error) {
      if (error instanceof TypeError) throw unusable(value);
      throw error;
    }
  }
  throw unusable(value);
}

function unusable(value: unknown): ValueError {
  return new ValueError(
    `For 'setitem', the value must be one of int, float, bool, list, tuple and Tensor, but got '${describe(value)}'.`,
  );
}

function checkMask(mask: Tensor, x: Tensor, value: NDArray): void {
  if (!sameShape(mask.shape, x.shape)) {
    throw new ValueError(
      `For 'setitem', the shape of a Bool index must be that of the tensor, ${tupleText(x.shape)}, but got ${tupleText(mask.shape)}.`,
    );
  }
  if (value.size !== 1) {
    throw new ValueError(
      `For 'setitem' with a Bool index, the value must be a number or a Tensor of one element, but got shape ${tupleText(value.shape)}.`,
    );
  }
}

function astypeSingle(value: NDArray): NDArray {
  const single = astype(value, value.dtype);
  return single.view([], [], single.offset);
}

const tokens = { int: 0, slice: 1, ellipsis: 2, newaxis: 3, other: 4 } as const; // other: a bool, a list, a tensor

/** A subscript written as tokens, for a host language: each part's kind, then what it needs. */
function readTokens(written: readonly unknown[]): { parts: Part[] } {
  const parts: Part[] = [];
  for (let i = 0; i < written.length; ) {
    const kind = written[i++];
    if (kind === tokens.slice) {
      const [start, stop, step] = written.slice(i, i + 3).map((bound) => (bound == null ? null : Number(bound)));
      parts.push(new Slice(start, stop, step));
      i += 3;
    } else if (kind === tokens.ellipsis) parts.push(ellipsis);
    else if (kind === tokens.newaxis) parts.push(null);
    else if (kind === tokens.int) parts.push(Number(written[i++]));
    else parts.push(written[i++] as Part);
  }
  return { parts };
}

export function getByTokens(x: Tensor, boolTensors: boolean, ...written: unknown[]): Tensor {
  return getByIndex(x, readTokens(written), { boolTensors });
}
export function setByTokens(x: Tensor, value: Tensor | Scalar | readonly unknown[], ...written: unknown[]): Tensor {
  return setByIndex(x, readTokens(written), value);
}
/** `x[i]` for one int, which crosses a border cheaply. */
export function getAt(x: Tensor, place: number): Tensor {
  return getByIndex(x, place);
}
