import { checkpoint } from "../checkpoint";
import { dtypes } from "../dtype";
import { ValueError } from "../errors";
import type { NDArray } from "../ndarray";
import { Source } from "../numpy/blocks";
import { sameShape, tupleText } from "../shape";
import { blockSize } from "./blocks";
import { floatHistogram, type Histogram } from "./histogram";
import { type Picture, pictureFrom } from "./picture";
import { tilingOf } from "./tiles";
import { isWide, magnitude, type Values } from "./values";

/** How the elements of two arrays differ. NaN beside NaN, and an infinity beside the same one, are no difference. */
export interface Difference {
  size: number;
  changed: number;
  /**
   * The greatest absolute difference: NaN if a number met a NaN, infinity if it met an infinity; null of empty arrays.
   * Of two arrays of 64-bit ints a bigint.
   */
  maxAbs: number | bigint | null;
  /** Where it is, in row-major order; null if nothing has changed. */
  place: number | null;
  /** Of the finite differences' amounts; NaN without any. */
  meanAbs: number;
  /** Of the finite differences. */
  histogram: Histogram;
}

/** The differences of two arrays of one shape. Of complex arrays they are magnitudes. @throws {ValueError} */
export function differenceOf(a: NDArray, b: NDArray, bins = 64): Difference {
  const values = differences(a, b);
  const size = a.size;
  const found = { changed: 0, finite: 0, sum: 0, low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY };
  let most = 0; // of the amounts; NaN is more than infinity
  let place: number | null = null;
  values((block, count, start) => {
    let { changed, finite, sum, low, high } = found; // what a loop counts outside itself is slow
    for (let i = 0; i < count; i++) {
      const difference = block[i]!;
      const amount = Math.abs(difference);
      if (amount !== 0) changed++;
      if (amount < Number.POSITIVE_INFINITY) {
        finite++;
        sum += amount;
        if (difference < low) low = difference;
        if (difference > high) high = difference;
      }
      if (amount > most || (Number.isNaN(amount) && !Number.isNaN(most))) {
        most = amount;
        place = start + i;
      }
    }
    Object.assign(found, { changed, finite, sum, low, high });
  });
  const { changed, finite, sum, low, high } = found;
  const greatest = areWide(a, b) && place !== null ? greatestOf(a, b, most) : { maxAbs: most, place };
  return {
    size,
    changed,
    ...(size === 0 ? { maxAbs: null, place } : greatest),
    meanAbs: finite > 0 ? sum / finite : Number.NaN,
    histogram: floatHistogram(values, bins, low <= high ? [low, high] : undefined),
  };
}

/** The amounts of the differences of two planes, in tiles. */
export function differencePicture(a: NDArray, b: NDArray, rows: number, columns: number): Picture {
  const values = differences(a, b);
  const amounts: Values = (visit) =>
    values((block, count, start) => {
      for (let i = 0; i < count; i++) block[i] = Math.abs(block[i]!);
      visit(block, count, start);
    });
  return pictureFrom(amounts, tilingOf(a.shape, rows, columns));
}

/** a less b: 0 where both are NaN or the same infinity; beyond 2⁵³ rounded. */
function differences(a: NDArray, b: NDArray): Values {
  if (!sameShape(a.shape, b.shape))
    throw new ValueError(`expected two arrays of one shape, but got ${tupleText(a.shape)} and ${tupleText(b.shape)}`);
  const isComplex = [a, b].some(({ dtype }) => dtypes[dtype].kind === "complex");
  const open = areWide(a, b) ? wideDifferences : isComplex ? complexDifferences : plainDifferences;
  return (visit) => {
    const subtract = open(a, b, new Float64Array(blockSize));
    for (let start = 0; start < a.size; start += blockSize) {
      const count = Math.min(blockSize, a.size - start);
      visit(subtract(start, count), count, start);
      if ((start & 0xffff) === 0) checkpoint();
    }
  };
}

const areWide = (a: NDArray, b: NDArray) => isWide(a.dtype) && isWide(b.dtype);

/** The differences of a block, in `out`. */
type Subtraction = (a: NDArray, b: NDArray, out: Float64Array) => (start: number, count: number) => Float64Array;

const apart = (x: number, y: number) => (x === y || (Number.isNaN(x) && Number.isNaN(y)) ? 0 : x - y);

const plainDifferences: Subtraction = (a, b, out) => {
  const [first, second] = [new Source(a), new Source(b)];
  return (start, count) => {
    const [x, y] = [first.numbers(start, count), second.numbers(start, count)];
    for (let i = 0; i < count; i++) {
      const difference = x[i]! - y[i]!;
      out[i] = Number.isNaN(difference) ? apart(x[i]!, y[i]!) : difference + 0; // no −0
    }
    return out;
  };
};

const complexDifferences: Subtraction = (a, b, out) => {
  const [first, second] = [new Source(a), new Source(b)];
  return (start, count) => {
    const [x, y] = [first.pairs(start, count), second.pairs(start, count)];
    for (let i = 0; i < count; i++)
      out[i] = magnitude(apart(x[2 * i]!, y[2 * i]!), apart(x[2 * i + 1]!, y[2 * i + 1]!));
    return out;
  };
};

/** Both are compared in halves, so that neighbours beyond 2⁵³ differ. */
const wideDifferences: Subtraction = (a, b, out) => {
  const [first, second] = [a, b].map((array) => {
    const source = new Source(array);
    return (start: number, count: number) => {
      const { buffer, byteOffset } = source.raw(start, count);
      const low = new Uint32Array(buffer, byteOffset, 2 * count);
      return { low, high: array.dtype === "int64" ? new Int32Array(buffer, byteOffset, 2 * count) : low };
    };
  }) as [HalvesOf, HalvesOf];
  return (start, count) => {
    const [x, y] = [first(start, count), second(start, count)];
    for (let i = 0; i < count; i++)
      out[i] = (x.high[2 * i + 1]! - y.high[2 * i + 1]!) * 2 ** 32 + (x.low[2 * i]! - y.low[2 * i]!);
    return out;
  };
};

type HalvesOf = (start: number, count: number) => { low: Uint32Array; high: Uint32Array | Int32Array };

/** The greatest distance of 64-bit ints, exactly: of those whose rounded distance is `rounded`. */
function greatestOf(a: NDArray, b: NDArray, rounded: number): { maxAbs: bigint; place: number } {
  const [first, second] = [new Source(a), new Source(b)];
  let maxAbs = 0n;
  let place = 0;
  differences(
    a,
    b,
  )((block, count, start) => {
    const [x, y] = [first.raw(start, count), second.raw(start, count)];
    for (let i = 0; i < count; i++) {
      if (Math.abs(block[i]!) !== rounded) continue;
      const distance = (x[i] as bigint) - (y[i] as bigint);
      const amount = distance < 0n ? -distance : distance;
      if (amount <= maxAbs) continue;
      maxAbs = amount;
      place = start + i;
    }
  });
  return { maxAbs, place };
}
