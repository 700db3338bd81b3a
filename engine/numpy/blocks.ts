import { checkpoint } from "../checkpoint";
import { allocate, type DType, dtypes, entriesPerElement, type Storage } from "../dtype";
import { fromHalf, toHalf } from "../half";
import type { NDArray } from "../ndarray";
import { type Shape, sizeOf } from "../shape";

/*
 * Every operation works on blocks: an array of any dtype and layout hands out its elements in row-major order as
 * float64 lanes (bigints or pairs where float64 is too narrow), a plain loop works on lanes, and a sink stores them.
 * So each loop is written once, for one typed array.
 */

/** Elements in a block; three blocks of float64 stay in a core's second-level cache. */
export const blockSize = 4096;

/** Entries of any typed array that holds numbers. */
type Numbers = Exclude<Storage, BigInt64Array | BigUint64Array>;
export type BigInts = BigInt64Array | BigUint64Array;

const halves = new Float32Array(65536);
let halvesReady = false;
/** The value of every half-precision bit pattern, filled at the first use. */
export function halfTable(): Float32Array {
  if (!halvesReady) {
    for (let bits = 0; bits < 65536; bits++) halves[bits] = fromHalf(bits);
    halvesReady = true;
  }
  return halves;
}

/** The axes of a walk: lengths and strides without axes of length 1, neighbours joined where they run on. */
export interface Walk {
  lengths: number[];
  steps: number[];
}

/** The walk over `array` broadcast to `shape`. */
export function walkOf(array: NDArray, shape: Shape): Walk {
  const lengths: number[] = [];
  const steps: number[] = [];
  const skip = shape.length - array.shape.length;
  for (let axis = 0; axis < shape.length; axis++) {
    const length = shape[axis]!;
    if (length === 1) continue;
    const step = axis < skip || array.shape[axis - skip] === 1 ? 0 : array.strides[axis - skip]!;
    const last = lengths.length - 1;
    if (last >= 0 && steps[last] === step * length) {
      lengths[last]! *= length;
      steps[last] = step;
    } else {
      lengths.push(length);
      steps.push(step);
    }
  }
  return { lengths, steps };
}

/** Call `run(place, step, count, at)` for each straight run of the elements `start … start + count` of a walk. */
function forEachRun(
  walk: Walk,
  offset: number,
  start: number,
  count: number,
  run: (place: number, step: number, count: number, at: number) => void,
): void {
  if (count === 0) return;
  const { lengths, steps } = walk;
  const last = lengths.length - 1;
  if (last < 0) {
    run(offset, 0, count, 0);
    return;
  }
  const inner = lengths[last]!;
  const step = steps[last]!;
  const outer = new Array<number>(last);
  let rest = Math.floor(start / inner);
  let k = start - rest * inner;
  let row = offset;
  for (let axis = last - 1; axis >= 0; axis--) {
    const length = lengths[axis]!;
    const next = Math.floor(rest / length);
    outer[axis] = rest - next * length;
    row += outer[axis]! * steps[axis]!;
    rest = next;
  }
  for (let at = 0; ; ) {
    const length = Math.min(inner - k, count - at);
    run(row + k * step, step, length, at);
    at += length;
    if (at >= count) return;
    k = 0;
    for (let axis = last - 1; axis >= 0; axis--) {
      row += steps[axis]!;
      if (++outer[axis]! < lengths[axis]!) break;
      row -= steps[axis]! * lengths[axis]!;
      outer[axis] = 0;
    }
  }
}

/** Reads an array broadcast to a shape, block by block, at any position. */
export class Source {
  private readonly walk: Walk;
  private readonly straight: boolean;
  private readonly constant: boolean;
  private gathered: Storage | null = null;
  private lanes: Float64Array | null = null;
  private bigs: BigInts | null = null;
  private filled = 0;
  /** The greatest magnitude in the block `numbers` read last, for 64-bit integers; Infinity beyond 2⁵³. */
  bound = 0;

  constructor(
    private readonly array: NDArray,
    shape: Shape = array.shape,
    private readonly capacity: number = Math.min(blockSize, sizeOf(shape)),
  ) {
    this.walk = walkOf(array, shape);
    const { lengths, steps } = this.walk;
    this.straight = lengths.length === 0 || (lengths.length === 1 && steps[0] === 1);
    this.constant = steps.every((step) => step === 0);
  }

  /** The stored entries themselves; they may be the array's own storage, so they are not to be written. */
  raw(start: number, count: number): Storage {
    const { storage, offset, dtype } = this.array;
    const entries = entriesPerElement(dtype);
    if (this.straight) return storage.subarray((offset + start) * entries, (offset + start + count) * entries);
    const gathered = (this.gathered ??= allocate(dtype, this.capacity)) as Float64Array; // entries move unread
    const from = storage as Float64Array;
    forEachRun(this.walk, offset, start, count, (place, step, length, at) => {
      if (entries === 2) {
        for (let i = 2 * at, p = 2 * place; i < 2 * (at + length); i += 2, p += 2 * step) {
          gathered[i] = from[p]!;
          gathered[i + 1] = from[p + 1]!;
        }
      } else if (step === 1) {
        gathered.set(from.subarray(place, place + length), at);
      } else if (step === 0) {
        gathered.fill(from[place]!, at, at + length);
      } else {
        for (let i = at, p = place; i < at + length; i++, p += step) gathered[i] = from[p]!;
      }
    });
    return gathered.subarray(0, count * entries);
  }

  /** The elements as float64; of complex ones the real parts. Not to be written. */
  numbers(start: number, count: number): Float64Array {
    if (this.constant && this.lanes && this.filled >= count) return this.lanes.subarray(0, count);
    const { dtype } = this.array;
    const raw = this.raw(start, count);
    if (dtype === "float64" && !this.constant) return raw as Float64Array;
    const lanes = (this.lanes ??= new Float64Array(this.capacity));
    switch (dtype) {
      case "float16": {
        const values = halfTable();
        for (let i = 0; i < count; i++) lanes[i] = values[raw[i] as number]!;
        break;
      }
      case "int64":
      case "uint64":
        this.bound = narrow(raw as BigInts, count, lanes);
        break;
      case "complex64":
      case "complex128":
        for (let i = 0; i < count; i++) lanes[i] = raw[2 * i] as number;
        break;
      default:
        if (count > 16) lanes.set(raw as Numbers);
        else for (let i = 0; i < count; i++) lanes[i] = raw[i] as number;
    }
    if (this.constant) this.filled = count;
    return lanes.length === count ? lanes : lanes.subarray(0, count);
  }

  /** The elements as 64-bit integers; floats are cut towards zero. Not to be written. */
  bigints(start: number, count: number, unsigned: boolean): BigInts {
    const raw = this.raw(start, count);
    const { dtype } = this.array;
    if (dtype === (unsigned ? "uint64" : "int64")) return raw as BigInts;
    const bigs = (this.bigs ??= unsigned ? new BigUint64Array(this.capacity) : new BigInt64Array(this.capacity));
    if (dtype === "int64" || dtype === "uint64") {
      for (let i = 0; i < count; i++) bigs[i] = raw[i] as bigint;
    } else {
      const lanes = this.numbers(start, count);
      for (let i = 0; i < count; i++) bigs[i] = toBigInt(lanes[i]!);
    }
    return bigs.subarray(0, count);
  }

  /** The elements as pairs of float64. Not to be written. */
  pairs(start: number, count: number): Float64Array {
    const { dtype } = this.array;
    const pairs = new Float64Array(2 * count);
    if (dtypes[dtype].kind === "complex") {
      pairs.set(this.raw(start, count) as Numbers);
    } else {
      const lanes = this.numbers(start, count);
      for (let i = 0; i < count; i++) pairs[2 * i] = lanes[i]!;
    }
    return pairs;
  }
}

/** Takes lanes, block by block, and stores them in an array of any layout. */
export class Sink {
  private readonly walk: Walk;
  private readonly straight: boolean;
  private lanes: Float64Array | null = null;
  private readonly capacity: number;

  constructor(private readonly array: NDArray) {
    this.walk = walkOf(array, array.shape);
    const { lengths, steps } = this.walk;
    this.straight = lengths.length === 0 || (lengths.length === 1 && steps[0] === 1);
    this.capacity = Math.min(blockSize, array.size);
  }

  /** Lanes to fill; `storeNumbers` with the same range follows. */
  numbers(start: number, count: number): Float64Array {
    const { dtype, storage, offset } = this.array;
    if (dtype === "float64" && this.straight) {
      return (storage as Float64Array).subarray(offset + start, offset + start + count);
    }
    this.lanes ??= new Float64Array(this.capacity);
    return this.lanes.length === count ? this.lanes : this.lanes.subarray(0, count);
  }

  /** Store float64 lanes: floats rounded once, integers wrapped. The lanes may be those of `numbers`. */
  storeNumbers(lanes: Float64Array, start: number, count: number): void {
    const { dtype, storage, offset } = this.array;
    if (this.straight && dtype === "float64") {
      if (lanes.buffer !== storage.buffer || lanes.byteOffset !== storage.byteOffset + 8 * (offset + start))
        (storage as Float64Array).set(lanes, offset + start);
      return;
    }
    const entries = entriesPerElement(dtype);
    const place = offset + start;
    const raw = this.straight ? storage.subarray(place * entries, (place + count) * entries) : allocate(dtype, count);
    switch (dtype) {
      case "float16":
        for (let i = 0; i < count; i++) raw[i] = toHalf(lanes[i]!);
        break;
      case "int64":
      case "uint64":
        widen(lanes, count, raw as BigInts);
        break;
      case "complex64":
      case "complex128":
        for (let i = 0; i < count; i++) {
          raw[2 * i] = lanes[i]!;
          raw[2 * i + 1] = 0;
        }
        break;
      default:
        if (count > 16) (raw as Numbers).set(lanes);
        else for (let i = 0; i < count; i++) raw[i] = lanes[i]!;
    }
    if (!this.straight) this.scatter(raw, start, count);
  }

  /** Store entries of the array's own kind of storage. */
  storeRaw(raw: Storage, start: number, count: number): void {
    const { storage, offset, dtype } = this.array;
    const entries = entriesPerElement(dtype);
    if (this.straight) (storage as Float64Array).set(raw as Float64Array, (offset + start) * entries);
    else this.scatter(raw, start, count);
  }

  private scatter(raw: Storage, start: number, count: number): void {
    const { storage, offset, dtype } = this.array;
    const to = storage as Float64Array; // entries move unread
    const from = raw as Float64Array;
    const entries = entriesPerElement(dtype);
    forEachRun(this.walk, offset, start, count, (place, step, length, at) => {
      if (entries === 2) {
        for (let i = 2 * at, p = 2 * place; i < 2 * (at + length); i += 2, p += 2 * step) {
          to[p] = from[i]!;
          to[p + 1] = from[i + 1]!;
        }
      } else if (step === 1) {
        to.set(from.subarray(at, at + length), place);
      } else {
        for (let i = at, p = place; i < at + length; i++, p += step) to[p] = from[i]!;
      }
    });
  }
}

/** Call `visit(start, count)` for each block of `size` elements, with a chance to be stopped in between. */
export function forEachBlock(size: number, visit: (start: number, count: number) => void): void {
  for (let start = 0; start < size; start += blockSize) {
    visit(start, Math.min(blockSize, size - start));
    if ((start & 0xffff) === 0xf000) checkpoint();
  }
}

/** 64-bit integers as float64; returns their greatest magnitude, or Infinity if one is not exact. */
function narrow(bigs: BigInts, count: number, lanes: Float64Array): number {
  if (count < 8) {
    let bound = 0;
    for (let i = 0; i < count; i++) {
      const value = (lanes[i] = Number(bigs[i]!));
      bound = Math.max(bound, Math.abs(value));
    }
    return bound <= 2 ** 53 ? bound : Number.POSITIVE_INFINITY;
  }
  const words = new Int32Array(bigs.buffer, bigs.byteOffset, 2 * count);
  const signed = bigs instanceof BigInt64Array;
  let low = 0;
  let high = 0;
  for (let i = 0; i < count; i++) {
    const top = signed ? words[2 * i + 1]! : words[2 * i + 1]! >>> 0;
    let value = top * 4294967296 + (words[2 * i]! >>> 0);
    if (value > 2 ** 53 || value < -(2 ** 53)) value = Number(bigs[i]!); // rounded once, not twice
    lanes[i] = value;
    if (value > high) high = value;
    if (value < low) low = value;
  }
  const bound = Math.max(high, -low);
  return bound < 2 ** 53 ? bound : Number.POSITIVE_INFINITY;
}

/** Whole float64 numbers as 64-bit integers. */
function widen(lanes: Float64Array, count: number, bigs: BigInts): void {
  const words = new Int32Array(bigs.buffer, bigs.byteOffset, 2 * count);
  for (let i = 0; i < count; i++) {
    const value = lanes[i]!;
    if (value <= 2 ** 53 && value >= -(2 ** 53)) {
      words[2 * i] = value;
      words[2 * i + 1] = Math.floor(value / 4294967296);
    } else {
      bigs[i] = toBigInt(value);
    }
  }
}

/** A float64 cut to an integer as x86-64 does it: what does not fit in 64 bits, NaN too, is −2⁶³. */
export function toBigInt(value: number): bigint {
  if (value >= -(2 ** 63) && value < 2 ** 63) return BigInt(Math.trunc(value));
  if (value >= 2 ** 63 && value < 2 ** 64) return BigInt(value); // wraps, or fits uint64
  return -(2n ** 63n);
}

export function isBig(dtype: DType): dtype is "int64" | "uint64" {
  return dtype === "int64" || dtype === "uint64";
}
