import type { NDArray } from "../ndarray";
import { blockSize } from "./blocks";
import type { Distinct } from "./distinct";
import { forEachChunk, withKernels } from "./fast";
import type { Hash } from "./hash";
import { type BlockMoments, momentsOfBlock } from "./moments";

const vectors = 8;

/**
 * Hears the moments of a dense array's blocks, and takes its bytes into a hash and its elements into a count of different ones.
 * False, and nothing has been done, if the plain loops are to do it.
 */
export function fastBlocks(
  array: NDArray,
  add: (block: BlockMoments) => void,
  { hash, distinct }: { hash?: Hash; distinct?: Distinct } = {},
): boolean {
  if (!array.isContiguous) return false;
  return withKernels(array, ({ machine: { kernels }, scratch, addressOf }) => {
    const out = scratch.take(16 * vectors);
    const lanes = scratch.take(16);
    const [floats, ints, doubles] = [
      scratch.floats(out, 4 * vectors),
      scratch.ints(out, 4 * vectors),
      scratch.doubles(out, 2 * vectors),
    ];
    const plain = new Float64Array(blockSize);
    forEachChunk(array, (start, all) => {
      const from = addressOf(start, all);
      const storage = array.storage as Float32Array;
      if (hash) {
        const whole = all & ~3;
        scratch.ints(lanes, 4).set(hash.lanes);
        kernels.look_hash(from, whole, lanes);
        hash.took(scratch.ints(lanes, 4), storage.subarray(start + whole, start + all), 4 * all);
      }
      for (let at = 0; at < all; at += blockSize) {
        const count = Math.min(blockSize, all - at);
        const values = storage.subarray(start + at, start + at + count);
        distinct?.add(values, count);
        const shift = Number.isFinite(values[0]) ? values[0]! : 0;
        if (count % 4 !== 0 || kernels.look_moments(from + 4 * at, count, out, shift)) {
          plain.set(values);
          add(momentsOfBlock(plain, count, 1));
          continue;
        }
        const sumOf = (numbers: ArrayLike<number>, from: number, many: number) => {
          let sum = 0;
          for (let i = from; i < from + many; i++) sum += numbers[i]!;
          return sum;
        };
        add({
          finite: count,
          min: Math.min(floats[0]!, floats[1]!, floats[2]!, floats[3]!),
          max: Math.max(floats[4]!, floats[5]!, floats[6]!, floats[7]!),
          shift,
          sum: sumOf(doubles, 4, 4),
          square: sumOf(doubles, 8, 4),
          zeros: sumOf(ints, 24, 4),
          negative: sumOf(ints, 28, 4),
          nan: 0,
          positiveInf: 0,
          negativeInf: 0,
        });
      }
    });
  });
}

/** The least and the greatest finite element; NaN where the plain loops are to find them, or there is none. */
export function fastExtremes(array: NDArray): [number, number] {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  const isDone = fastBlocks(array, (block) => {
    min = Math.min(min, block.min);
    max = Math.max(max, block.max);
  });
  return isDone ? [min, max] : [Number.NaN, Number.NaN];
}
