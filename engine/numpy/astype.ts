import { type DType, dtypes } from "../dtype";
import { copy, empty, NDArray } from "../ndarray";
import type { Shape } from "../shape";
import { forEachBlock, isBig, Sink, Source, toBigInt } from "./blocks";
import { runFast } from "./fast";

/**
 * `array` with its elements cast to `dtype`, as C casts on x86-64: floats cut towards zero, integers wrapped, what fits
 * no 32- or 64-bit integer becomes the lowest one. Always a new, row-major array.
 */
export function astype(array: NDArray, dtype: DType): NDArray {
  if (array.dtype === dtype) return copy(array);
  const fresh = empty(array.shape, dtype);
  castInto(fresh, array);
  return fresh;
}

/** `array` itself if it has the dtype, else a cast copy. */
export function cast(array: NDArray, dtype: DType): NDArray {
  return array.dtype === dtype ? array : astype(array, dtype);
}

/** Overwrite the elements of `target` with those of `array`, broadcast and cast. The caller checked the shapes. */
export function castInto(target: NDArray, array: NDArray, shape: Shape = target.shape): void {
  if (runFast(`cast_${array.dtype}_${target.dtype}`, array.dtype, [array], target)) return;
  const source = new Source(array, shape);
  const sink = new Sink(target);
  forEachBlock(target.size, blockCaster(source, sink, array.dtype, target.dtype));
}

function blockCaster(source: Source, sink: Sink, from: DType, to: DType): (start: number, count: number) => void {
  const fromKind = dtypes[from].kind;
  const toKind = dtypes[to].kind;
  if (from === to) return (start, count) => sink.storeRaw(source.raw(start, count), start, count);
  if (to === "bool") {
    return (start, count) => {
      const lanes = sink.numbers(start, count);
      if (fromKind === "complex") {
        const pairs = source.pairs(start, count);
        for (let i = 0; i < count; i++) lanes[i] = pairs[2 * i] !== 0 || pairs[2 * i + 1] !== 0 ? 1 : 0;
      } else {
        const values = source.numbers(start, count);
        for (let i = 0; i < count; i++) lanes[i] = values[i] !== 0 ? 1 : 0;
      }
      sink.storeNumbers(lanes, start, count);
    };
  }
  if (toKind === "complex" && fromKind === "complex") {
    const storage = dtypes[to].storage;
    return (start, count) => sink.storeRaw(new storage(source.pairs(start, count) as never), start, count);
  }
  if (isBig(to)) {
    if (fromKind === "float" || fromKind === "complex") {
      const unsigned = to === "uint64";
      return (start, count) => {
        const values = source.numbers(start, count);
        const bigs = unsigned ? new BigUint64Array(count) : new BigInt64Array(count);
        for (let i = 0; i < count; i++) bigs[i] = bigOf(values[i]!, unsigned);
        sink.storeRaw(bigs, start, count);
      };
    }
    return (start, count) => sink.storeRaw(source.bigints(start, count, to === "uint64"), start, count);
  }
  if (isBig(from)) {
    if (toKind === "int" || toKind === "uint") {
      return (start, count) => {
        const bigs = source.bigints(start, count, from === "uint64");
        const lanes = sink.numbers(start, count);
        for (let i = 0; i < count; i++) lanes[i] = Number(BigInt.asIntN(32, bigs[i]!)); // the bits that stay
        sink.storeNumbers(lanes, start, count);
      };
    }
    if (to === "float32") {
      return (start, count) => {
        const bigs = source.bigints(start, count, from === "uint64");
        const rounded = new Float32Array(count);
        for (let i = 0; i < count; i++) rounded[i] = floatOf(bigs[i]!);
        sink.storeRaw(rounded, start, count);
      };
    }
  }
  if ((toKind === "int" || toKind === "uint") && (fromKind === "float" || fromKind === "complex")) {
    return (start, count) => {
      const values = source.numbers(start, count);
      const lanes = sink.numbers(start, count);
      const reach = to === "uint32" ? 2 ** 63 : 2 ** 31;
      const outside = to === "int32" ? -(2 ** 31) : 0;
      for (let i = 0; i < count; i++) {
        const value = Math.trunc(values[i]!);
        lanes[i] = value >= -reach && value < reach ? value : outside;
      }
      sink.storeNumbers(lanes, start, count);
    };
  }
  return (start, count) => sink.storeNumbers(source.numbers(start, count), start, count);
}

function bigOf(value: number, unsigned: boolean): bigint {
  return !unsigned && value >= 2 ** 63 ? -(2n ** 63n) : toBigInt(value);
}

/** A 64-bit integer rounded to float32 once; through float64 it would be rounded twice. */
function floatOf(value: bigint): number {
  const magnitude = value < 0n ? -value : value;
  if (magnitude <= 2n ** 53n) return Math.fround(Number(value));
  const sticky = (magnitude >> 12n) | ((magnitude & 0xfffn) !== 0n ? 1n : 0n); // at most 52 bits, the lost ones in the last
  const rounded = Math.fround(Number(sticky)) * 4096;
  return value < 0n ? -rounded : rounded;
}

/** An operand with the dtype of a loop. 0-d arrays and plain numbers cost little. */
export function castOperand(array: NDArray, dtype: DType): NDArray {
  return array.dtype === dtype ? array : array.ndim === 0 ? castScalar(array, dtype) : astype(array, dtype);
}

function castScalar(array: NDArray, dtype: DType): NDArray {
  const fresh = new NDArray(dtype, [], new dtypes[dtype].storage(dtypes[dtype].kind === "complex" ? 2 : 1), [], 0);
  castInto(fresh, array);
  return fresh;
}
