import type { Values } from "./values";

/** What can be summed over the finite ones of some numbers, and how many are not finite. */
export interface Moments {
  finite: number;
  zeros: number;
  negative: number;
  nan: number;
  positiveInf: number;
  negativeInf: number;
  /** Infinity and −Infinity without a finite number. */
  min: number;
  max: number;
  /** NaN without a finite number; std is the population's. */
  mean: number;
  std: number;
}

/**
 * One pass, in blocks that are joined by Chan's formula, so that neither a large mean nor an outlier costs digits; a second,
 * scaled one when squares overflow or vanish. `moments` are those of the first pass where it is done.
 */
export function momentsOf(values: Values, moments: Moments = pass(values, 1)): Moments {
  const { finite, min, max, mean, std } = moments;
  const lost = !Number.isFinite(mean) || !Number.isFinite(std) || (std < 1e-140 && min < max);
  if (finite === 0 || !lost) return moments;
  const exponent = Math.floor(Math.log2(Math.max(Math.abs(min), Math.abs(max))));
  const scale = 2 ** -Math.max(-1000, Math.min(1000, exponent));
  const scaled = pass(values, scale);
  return { ...moments, mean: scaled.mean / scale, std: scaled.std / scale };
}

/** mean and std are those of the numbers times `scale`. */
function pass(values: Values, scale: number): Moments {
  const joined = new JoinedMoments(scale);
  values((block, count) => joined.add(momentsOfBlock(block, count, scale)));
  return joined.moments();
}

/** What is summed over a block; `sum` and `square` are of the distances of the numbers times a scale from `shift`. */
export interface BlockMoments extends Omit<Moments, "mean" | "std"> {
  shift: number;
  sum: number;
  square: number;
}

export function momentsOfBlock(block: Float64Array, count: number, scale: number): BlockMoments {
  let finite = 0;
  let zeros = 0;
  let negative = 0;
  let nan = 0;
  let positiveInf = 0;
  let negativeInf = 0;
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  let sum = 0;
  let square = 0;
  const first = block[finiteIn(block, count)]!;
  const shift = Number.isFinite(first) ? first * scale : 0;
  for (let i = 0; i < count; i++) {
    const x = block[i]!;
    if (x - x !== 0) {
      if (x > 0) positiveInf++;
      else if (x < 0) negativeInf++;
      else nan++;
      continue;
    }
    finite++;
    if (x < min) min = x;
    if (x > max) max = x;
    if (x <= 0) {
      if (x === 0) zeros++;
      else negative++;
    }
    const distance = x * scale - shift;
    sum += distance;
    square += distance * distance;
  }
  return { finite, zeros, negative, nan, positiveInf, negativeInf, min, max, shift, sum, square };
}

function finiteIn(block: Float64Array, count: number): number {
  let i = 0;
  while (i < count - 1 && block[i]! - block[i]! !== 0) i++;
  return i;
}

/** Blocks joined, one after the other. */
export class JoinedMoments {
  private all = { finite: 0, zeros: 0, negative: 0, nan: 0, positiveInf: 0, negativeInf: 0 };
  private min = Number.POSITIVE_INFINITY;
  private max = Number.NEGATIVE_INFINITY;
  private mean = 0;
  private squares = 0; // of the distances from the mean

  constructor(private readonly scale = 1) {}

  add({ min, max, shift, sum, square, ...counts }: BlockMoments): void {
    const { all } = this;
    const own = counts.finite;
    const before = all.finite;
    for (const name of Object.keys(all) as (keyof typeof all)[]) all[name] += counts[name];
    if (own === 0) return;
    this.min = Math.min(this.min, min);
    this.max = Math.max(this.max, max);
    const apart = shift + sum / own - this.mean;
    this.squares += Math.max(0, square - (sum * sum) / own) + (apart * apart * before * own) / all.finite;
    this.mean += (apart * own) / all.finite;
  }

  moments(): Moments {
    const { all, min, max, mean, squares, scale } = this;
    const isNone = all.finite === 0;
    // rounding must not push the mean of equal numbers beside them
    const between = Math.min(Math.max(mean, min * scale), max * scale);
    const std = min === max ? 0 : Math.sqrt(squares / all.finite);
    return { ...all, min, max, mean: isNone ? Number.NaN : between, std: isNone ? Number.NaN : std };
  }
}
