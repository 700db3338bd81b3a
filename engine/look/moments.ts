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
 * scaled one when squares overflow or vanish.
 */
export function momentsOf(values: Values): Moments {
  const moments = pass(values, 1);
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
  let finite = 0;
  let zeros = 0;
  let negative = 0;
  let nan = 0;
  let positiveInf = 0;
  let negativeInf = 0;
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  let mean = 0;
  let squares = 0; // of the distances from the mean
  values((block, count) => {
    const first = finiteIn(block, count);
    const shift = block[first]! * scale || 0;
    let own = 0;
    let sum = 0;
    let square = 0;
    for (let i = 0; i < count; i++) {
      const x = block[i]!;
      if (x - x !== 0) {
        if (x > 0) positiveInf++;
        else if (x < 0) negativeInf++;
        else nan++;
        continue;
      }
      own++;
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
    if (own === 0) return;
    const before = finite;
    finite += own;
    const apart = shift + sum / own - mean;
    squares += Math.max(0, square - (sum * sum) / own) + (apart * apart * before * own) / finite;
    mean += (apart * own) / finite;
  });
  if (finite === 0) mean = Number.NaN;
  // rounding must not push the mean of equal numbers beside them
  else mean = Math.min(Math.max(mean, min * scale), max * scale);
  const std = finite === 0 ? Number.NaN : min === max ? 0 : Math.sqrt(squares / finite);
  return { finite, zeros, negative, nan, positiveInf, negativeInf, min, max, mean, std };
}

function finiteIn(block: Float64Array, count: number): number {
  let i = 0;
  while (i < count - 1 && block[i]! - block[i]! !== 0) i++;
  return i;
}
