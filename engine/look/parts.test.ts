import { expect, test } from "vitest";
import { copy, NDArray } from "../ndarray";
import { floatsFrom } from "../wasm/twins";
import { fastBlocks } from "./fastMoments";
import { fastTiles } from "./fastTiles";
import { Hash } from "./hash";
import { histogramOf, histogramSteps } from "./histogram";
import { JoinedMoments } from "./moments";
import { finish, partsOf } from "./parts";
import { pictureFrom, pictureOf, pictureSteps } from "./picture";
import { statisticsOf, statisticsSteps } from "./statistics";
import { tilingOf } from "./tiles";
import { valuesOf } from "./values";

/* Whatever is found part by part has the bits of what is found in one go. */

const shape = [2_311, 2_803]; // 6,477,733 elements: three parts, the last one longer
const array = copy(new NDArray("float32", shape, floatsFrom(7, 2_311 * 2_803, true)));

/** How many steps it takes, and its result. */
function counted<T>(steps: Generator<undefined, T>): [number, T] {
  for (let count = 0; ; count++) {
    const { done, value } = steps.next();
    if (done) return [count, value];
  }
}

test("an array's parts are its elements, each once and in order; what has gaps is one part", () => {
  const sizes = partsOf(array).map(({ size, offset }) => [offset, size]);
  expect(sizes).toEqual([
    [0, 2 ** 20],
    [2 ** 20, 2 ** 20],
    [2 ** 21, 2 ** 20],
    [3 * 2 ** 20, 2 ** 20],
    [2 ** 22, 2 ** 20],
    [5 * 2 ** 20, 2_311 * 2_803 - 5 * 2 ** 20],
  ]);
  const turned = array.view([2_803, 2_311], [1, 2_803]);
  expect(partsOf(turned)).toEqual([turned]);
});

test("statistics in parts have the bits of those in one go", () => {
  const hash = new Hash();
  const joined = new JoinedMoments();
  expect(fastBlocks(array, (block) => joined.add(block), { hash })).toBe(true);
  const [steps, found] = counted(statisticsSteps(array));
  expect(steps).toBe(6);
  expect(found).toMatchObject({ ...joined.moments(), hash: hash.text() });
});

test("statistics of int64 in parts have the ends of all", () => {
  const size = 2 ** 22 + 77;
  const wide = new NDArray(
    "int64",
    [size],
    BigInt64Array.from({ length: size }, (_, i) => BigInt(i)),
  );
  wide.storage[size - 3] = 2n ** 62n;
  wide.storage[2 ** 21 + 5] = -(2n ** 61n);
  expect(statisticsOf(wide)).toMatchObject({ min: -(2n ** 61n), max: 2n ** 62n, size });
});

test("a histogram in parts counts what one count over all elements finds", () => {
  const range = [-1, 1.5] as const;
  const [steps, found] = counted(histogramSteps(array, { bins: 50, range }));
  expect(steps).toBe(6);
  const counts = Array<number>(50).fill(0);
  const rest = { below: 0, above: 0, nan: 0, positiveInf: 0, negativeInf: 0 };
  for (const x of array.storage as Float32Array) {
    if (Number.isNaN(x)) rest.nan++;
    else if (Math.abs(x) === Number.POSITIVE_INFINITY) rest[x > 0 ? "positiveInf" : "negativeInf"]++;
    else if (x < range[0]) rest.below++;
    else if (x > range[1]) rest.above++;
    else
      counts[
        Math.max(
          0,
          found.edges.findLastIndex((edge, bin) => bin < 50 && edge <= x),
        )
      ]!++;
  }
  expect(found).toMatchObject({ counts, ...rest });
  expect(found).toEqual(histogramOf(array, { bins: 50, range }));
});

test("a picture in parts has the bits of the one in one go", () => {
  const tiling = tilingOf(shape, 48, 37);
  const whole = pictureFrom(valuesOf(array), tiling, fastTiles(array, tiling));
  const [steps, found] = counted(pictureSteps(array, 48, 37));
  expect(steps).toBeGreaterThan(1);
  expect(found).toEqual(whole);
  expect(finish(pictureSteps(array, 48, 37))).toEqual(pictureOf(array, 48, 37));
});
