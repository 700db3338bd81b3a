import { type DType, dtypes, type Kind } from "../dtype";
import { TypeError, UFuncTypeError, ValueError } from "../errors";
import { empty, NDArray, sharesStorage, zeros } from "../ndarray";
import { isScalar, type Scalar } from "../scalar";
import { broadcastShapes, type Shape, sameShape, shapeText } from "../shape";
import { cast, castInto, castOperand } from "./astype";
import { blockSize, forEachBlock, isBig, Sink, Source } from "./blocks";
import { array, type NestedNumbers } from "./creation";
import { runFast } from "./fast";
import { canCast, canCastSameKind, dtypeOf, effectiveTypes, fits, type Operand, resultType } from "./promotion";
import { runSmall } from "./small";

/*
 * Elementwise operations: a table row says for which dtypes an operation has loops and gives its loops by kind; this
 * file finds the dtype, broadcasts, walks and stores. Callers with promotion rules of their own (MindSpore's) give the
 * loop's dtype and get the same loops.
 */

/** What functions take as an array: an array, a plain number, or nested lists of numbers. */
export type ArrayLike = NDArray | Scalar | NestedNumbers;

export function operandOf(value: ArrayLike): Operand {
  return value instanceof NDArray || isScalar(value) ? value : array(value);
}

/** An operand as an array: plain numbers become 0-d. */
export function arrayOf(value: ArrayLike): NDArray {
  return value instanceof NDArray ? value : array(value);
}

export type Loop1 = (count: number, x: Float64Array, out: Float64Array) => void;
export type Loop2 = (count: number, x: Float64Array, y: Float64Array, out: Float64Array) => void;

/** An operation's loops by the kind of the loop's dtype; a row without a kind has no loop for it. */
interface Ufunc<Loop, Big> {
  name: string;
  /** Loop dtypes in NumPy's order: the first that all operands cast to safely is taken. */
  types: readonly DType[];
  /** The result's dtype where it is not the loop's. */
  out?: DType | ((loop: DType) => DType);
  bool?: Loop;
  int?: Loop;
  /** For 32-bit integers whose results leave float64's exact integers. */
  int32?: Loop;
  float?: Loop;
  /** Where rounding every step to float32 is not the same as rounding the result. */
  float32?: Loop;
  /** On pairs; the result is pairs too unless `out` says otherwise. */
  complex?: Loop;
  /** One 64-bit element; taken where float64 is not exact. `bits` wraps an intermediate. */
  big?: Big;
  /** The kinds of operands it takes at all; NumPy does not even try to cast others. */
  strict?: ReadonlySet<Kind>;
  /** NumPy's own words for a dtype it refuses. */
  refusal?: { [D in DType]?: string };
}

export interface UnaryUfunc extends Ufunc<Loop1, (x: bigint) => bigint | number | boolean> {
  /** The greatest magnitude of an intermediate for operands up to x; up to 2⁵³ float64 is exact. */
  bound?: (x: number) => number;
}
export interface BinaryUfunc extends Ufunc<Loop2, (x: bigint, y: bigint, unsigned: boolean) => bigint | boolean> {
  bound?: (x: number, y: number) => number;
  /** Operands meet in NumPy's result type first (arithmetic and comparisons); else each is cast on its own. */
  meet?: boolean;
  identity?: number;
  /** The loop where all operands are integers or bools, in place of the first that they cast to. */
  whole?: DType;
}

const kindLoop: Record<Kind, "bool" | "int" | "float" | "complex"> = {
  bool: "bool",
  int: "int",
  uint: "int",
  float: "float",
  complex: "complex",
};

const wholeKinds: ReadonlySet<Kind> = new Set(["bool", "int", "uint"]);

const className = (dtype: DType) => (dtype === "bool" ? "bool_" : dtype);

/** The dtype of the loop that NumPy takes. @throws {TypeError} if there is none */
export function loopDType(ufunc: UnaryUfunc | BinaryUfunc, operands: readonly Operand[]): DType {
  const meeting = "meet" in ufunc && ufunc.meet;
  if (meeting || operands.length === 1) {
    const met = resultType(...operands);
    if (ufunc.types.includes(met)) return met;
    if (ufunc.refusal?.[met]) throw new TypeError(ufunc.refusal[met]);
  }
  const whole = "whole" in ufunc ? ufunc.whole : undefined;
  if (whole && operands.every((operand) => wholeKinds.has(dtypes[dtypeOf(operand)].kind))) return whole;
  const types = effectiveTypes(operands);
  const strict = ufunc.strict;
  const found = ufunc.types.find((candidate) => types.every((type) => fits(type, candidate)));
  if (strict && !(found && operands.every((operand) => strict.has(dtypes[dtypeOf(operand)].kind)))) {
    const named = operands.map((operand) => `<class 'numpy.dtype[${className(dtypeOf(operand))}]'>`);
    throw new UFuncTypeError(
      `ufunc '${ufunc.name}' did not contain a loop with signature matching types ` +
        `${named.length === 1 ? named[0] : `(${named.join(", ")})`} -> None`,
    );
  }
  if (found) return found;
  throw new TypeError(
    `ufunc '${ufunc.name}' not supported for the input types, and the inputs could not be safely coerced to any ` +
      "supported types according to the casting rule ''safe''",
  );
}

export function outDType(ufunc: { out?: DType | ((loop: DType) => DType) }, loop: DType): DType {
  return ufunc.out === undefined ? loop : typeof ufunc.out === "string" ? ufunc.out : ufunc.out(loop);
}

export interface UfuncOptions {
  /** The dtype of the loop, in place of the one that promotion gives. */
  dtype?: DType | null;
  /** Where the result goes; its shape is the broadcast shape. */
  out?: NDArray | null;
}

/** Run a unary operation on an array-like with NumPy's rules. */
export function callUnary(ufunc: UnaryUfunc, x: ArrayLike, { dtype, out }: UfuncOptions = {}): NDArray {
  const operand = operandOf(x);
  const loop = dtype ? forcedLoop(ufunc, dtype, [operand]) : loopDType(ufunc, [operand]);
  const target = out ? checkOut(ufunc, loop, out, arrayOf(operand).shape) : null;
  return runUnary(ufunc, arrayOf(operand), loop, target);
}

/** Run a binary operation on two array-likes with NumPy's rules. */
export function callBinary(ufunc: BinaryUfunc, x: ArrayLike, y: ArrayLike, options?: UfuncOptions): NDArray {
  const a = operandOf(x);
  const b = operandOf(y);
  if (!options) {
    const quick = runSmall(ufunc, a, b);
    if (quick) return quick;
  }
  const { dtype, out } = options ?? {};
  const loop = dtype ? forcedLoop(ufunc, dtype, [a, b]) : loopDType(ufunc, [a, b]);
  const left = arrayOf(a);
  const right = arrayOf(b);
  const target = out ? checkOut(ufunc, loop, out, broadcastShapes(left.shape, right.shape)) : null;
  return runBinary(ufunc, left, right, loop, target);
}

function forcedLoop(ufunc: UnaryUfunc | BinaryUfunc, dtype: DType, operands: readonly Operand[]): DType {
  if (ufunc.out === "bool" && dtype === "bool") return loopDType(ufunc, operands);
  if (ufunc.types.includes(dtype)) {
    effectiveTypes(operands).forEach((type, i) => {
      if (fits(type, dtype) || canCastSameKind(type.dtype, dtype)) return;
      const which = operands.length === 1 ? "input" : `input ${i}`;
      throw new UFuncTypeError(
        `Cannot cast ufunc '${ufunc.name}' ${which} from dtype('${type.dtype}') to dtype('${dtype}') with casting rule 'same_kind'`,
      );
    });
    return dtype;
  }
  throw new TypeError(`No loop matching the specified signature and casting was found for ufunc ${ufunc.name}`);
}

function checkOut(ufunc: UnaryUfunc | BinaryUfunc, loop: DType, out: NDArray, shape: Shape): NDArray {
  if (!sameShape(broadcastShapes(out.shape, shape), out.shape)) {
    throw new ValueError(
      `non-broadcastable output operand with shape ${shapeText(out.shape)} doesn't match the broadcast shape ${shapeText(shape)}`,
    );
  }
  const from = outDType(ufunc, loop);
  if (canCastSameKind(from, out.dtype)) return out;
  throw new UFuncTypeError(
    `Cannot cast ufunc '${ufunc.name}' output from dtype('${from}') to dtype('${out.dtype}') with casting rule 'same_kind'`,
  );
}

/** An input that can be read in the loop: as it is where its values are exact in the loop, else cast first. */
function readable(operand: NDArray, loop: DType, target: NDArray | null): NDArray {
  const ready = canCast(operand.dtype, loop) ? operand : cast(operand, loop);
  if (!target || !sharesStorage(ready, target)) return ready;
  const aligned =
    ready.offset === target.offset &&
    sameShape(ready.shape, target.shape) &&
    ready.strides.every((stride, axis) => stride === target.strides[axis]);
  if (aligned) return ready;
  const apart = zeros(ready.shape, ready.dtype); // its elements would change while they are read
  castInto(apart, ready);
  return apart;
}

/** Run the loop of one dtype. The result has the operand's shape. */
export function runUnary(ufunc: UnaryUfunc, x: NDArray, loop: DType, out: NDArray | null = null): NDArray {
  const operand = readable(x, loop, out);
  const result = out ?? empty(x.shape, outDType(ufunc, loop));
  const direct = prepareTarget(result, outDType(ufunc, loop));
  if (runFast(`${ufunc.name}_${loop}`, loop, [operand], direct)) {
    if (direct !== result) castInto(result, direct);
    return result;
  }
  const kind = kindLoop[dtypes[loop].kind];
  const source = new Source(operand, direct.shape);
  const sink = new Sink(direct);
  const plain = pickLoop(ufunc, loop, kind);
  forEachBlock(direct.size, (start, count) => {
    if (kind === "complex") {
      const pairs = new Float64Array(2 * count);
      plain!(count, source.pairs(start, count), pairs);
      storePairs(sink, direct.dtype, pairs, start, count);
      return;
    }
    const lanes = source.numbers(start, count);
    if (isBig(loop) && ufunc.big) {
      const bound = isBig(operand.dtype) ? source.bound : 2 ** 32;
      if (!plain || !((ufunc.bound ?? same)(bound) <= 2 ** 53)) {
        const values = source.bigints(start, count, loop === "uint64");
        storeBig(sink, direct.dtype, count, start, (i) => ufunc.big!(values[i]!));
        return;
      }
    }
    const filled = sink.numbers(start, count);
    plain!(count, lanes, filled);
    sink.storeNumbers(filled, start, count);
  });
  if (direct !== result) castInto(result, direct);
  return result;
}

/** Run the loop of one dtype on operands broadcast against each other. */
export function runBinary(
  ufunc: BinaryUfunc,
  x: NDArray,
  y: NDArray,
  loop: DType,
  out: NDArray | null = null,
): NDArray {
  const shape = sameShape(x.shape, y.shape) ? x.shape : broadcastShapes(x.shape, y.shape);
  const a = readable(x, loop, out);
  const b = readable(y, loop, out);
  const result = out ?? empty(shape, outDType(ufunc, loop));
  const direct = prepareTarget(result, outDType(ufunc, loop));
  if (runFast(`${ufunc.name}_${loop}`, loop, [inLoop(a, loop), inLoop(b, loop)], direct)) {
    if (direct !== result) castInto(result, direct);
    return result;
  }
  const kind = kindLoop[dtypes[loop].kind];
  const left = new Source(a, direct.shape);
  const right = new Source(b, direct.shape);
  const sink = new Sink(direct);
  const plain = pickLoop(ufunc, loop, kind);
  const big = isBig(loop) && ufunc.big;
  forEachBlock(direct.size, (start, count) => {
    if (kind === "complex") {
      const pairs = new Float64Array(2 * count);
      plain!(count, left.pairs(start, count), right.pairs(start, count), pairs);
      storePairs(sink, direct.dtype, pairs, start, count);
      return;
    }
    const one = left.numbers(start, count);
    const two = right.numbers(start, count);
    if (big) {
      const p = isBig(a.dtype) ? left.bound : 2 ** 32;
      const q = isBig(b.dtype) ? right.bound : 2 ** 32;
      if (!plain || !((ufunc.bound ?? larger)(p, q) <= 2 ** 53)) {
        const unsigned = loop === "uint64";
        const xs = left.bigints(start, count, unsigned);
        const ys = right.bigints(start, count, unsigned);
        storeBig(sink, direct.dtype, count, start, (i) => ufunc.big!(xs[i]!, ys[i]!, unsigned));
        return;
      }
    }
    const filled = sink.numbers(start, count);
    plain!(count, one, two, filled);
    sink.storeNumbers(filled, start, count);
  });
  if (direct !== result) castInto(result, direct);
  return result;
}

/** A kernel wants its operands in the loop's dtype; a single number is cast in no time. */
function inLoop(operand: NDArray, loop: DType): NDArray {
  return operand.ndim === 0 ? castOperand(operand, loop) : operand;
}

const same = (x: number) => x;
const larger = (x: number, y: number) => Math.max(x, y);

/** The array a loop can store into: the result itself, or one of the loop's dtype to cast from afterwards. */
function prepareTarget(result: NDArray, dtype: DType): NDArray {
  return result.dtype === dtype ? result : zeros(result.shape, dtype);
}

function pickLoop<Loop>(
  ufunc: Ufunc<Loop, unknown>,
  loop: DType,
  kind: "bool" | "int" | "float" | "complex",
): Loop | undefined {
  if (kind === "int" && ufunc.int32 && dtypes[loop].bytes === 4) return ufunc.int32;
  if (kind === "float" && ufunc.float32 && loop !== "float64") return ufunc.float32;
  return ufunc[kind];
}

function storePairs(sink: Sink, dtype: DType, pairs: Float64Array, start: number, count: number): void {
  const { kind, storage } = dtypes[dtype];
  if (kind === "complex") sink.storeRaw(new storage(pairs as never), start, count);
  else sink.storeNumbers(pairs.subarray(0, count), start, count);
}

function storeBig(
  sink: Sink,
  dtype: DType,
  count: number,
  start: number,
  compute: (i: number) => bigint | number | boolean,
): void {
  if (isBig(dtype)) {
    const bigs = dtype === "uint64" ? new BigUint64Array(count) : new BigInt64Array(count);
    for (let i = 0; i < count; i++) bigs[i] = compute(i) as bigint;
    sink.storeRaw(bigs, start, count);
    return;
  }
  const lanes = new Float64Array(Math.min(count, blockSize));
  for (let i = 0; i < count; i++) lanes[i] = Number(compute(i));
  sink.storeNumbers(lanes, start, count);
}
