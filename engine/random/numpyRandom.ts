import { allocate, type DType } from "../dtype";
import { IndexError, OverflowError, TypeError, ValueError } from "../errors";
import { copy, type Element, elementsOf, NDArray, toNumber, zeros } from "../ndarray";
import { add, multiply, subtract } from "../numpy/arithmetic";
import { sizeOf } from "../shape";
import {
  asArray,
  type Bound,
  broadcastSize,
  chancesOf,
  inFloat64,
  plainInteger,
  populationOf,
  type Size,
  shapeOf,
  wholeNumber,
} from "./arguments";
import { chooseWeighted } from "./choice";
import { cryptoWord, type Entropy } from "./entropy";
import { drawIntegers, drawIntegersBetween } from "./integers";
import { LegacyStream } from "./legacyStream";
import { gather, indexArray, reorder } from "./reorder";

/** Where a Mersenne Twister stands: 624 words, how many of them are used up, and the normal still to be handed out. */
export interface TwisterState {
  key: ArrayLike<number>;
  position: number;
  spareNormal: number | null;
}

/**
 * NumPy's `numpy.random.RandomState`, bit for bit.
 *
 * Where a method takes `size`, it returns one number without it, and an array of that shape with it.
 * Source: NumPy `numpy/random/mtrand.pyx`.
 */
export class NumpyRandom {
  /** The stream below, for those who fill arrays themselves. */
  readonly stream = new LegacyStream();

  /** entropy is for a start without a seed. @throws {ValueError} as `seed` does */
  constructor(
    seed: number | ArrayLike<number> | null = null,
    private readonly entropy: Entropy = cryptoWord,
  ) {
    this.seed(seed);
  }

  /**
   * Start anew from an integer, a list of integers, or (null) an unpredictable place.
   *
   * @throws {ValueError} if an integer is outside 0 … 2³² − 1, or the list is empty
   */
  seed(seed: number | bigint | ArrayLike<number> | null = null): void {
    if (typeof seed === "number" || typeof seed === "bigint") {
      checkSeedWord(Number(seed));
      this.stream.seed(Number(seed));
      return;
    }
    const list = seed === null ? Array.from({ length: 8 }, this.entropy) : Array.from(seed);
    if (list.length === 0) throw new ValueError("Seed must be non-empty");
    list.forEach(checkSeedWord);
    this.stream.seedByArray(list);
  }

  getState(): TwisterState & { key: Uint32Array } {
    return { ...this.stream.words.state, spareNormal: this.stream.spareNormal };
  }
  /** @throws {ValueError} if the key has not 624 words, or the position is not among them */
  setState({ key, position, spareNormal }: TwisterState): void {
    if (key.length !== 624) throw new ValueError("state must be 624 longs");
    if (!(position >= 0 && position <= 624))
      throw new ValueError(`state position must be 0 to 624, but got ${position}`);
    this.stream.words.state = { key, position };
    this.stream.spareNormal = spareNormal;
  }

  /** Floats in [0, 1). */
  randomSample(size?: null): number;
  randomSample(size: Size): number | NDArray;
  randomSample(size: Size = null): number | NDArray {
    return this.drawFloats(size, (out) => this.stream.fillUniform(out, 0, 1));
  }
  /** `randomSample` with the lengths of the axes as arguments. */
  rand(): number;
  rand(...lengths: number[]): NDArray;
  rand(...lengths: number[]): number | NDArray {
    return this.randomSample(lengths.length === 0 ? null : lengths);
  }

  /**
   * Floats from low up to high, high left out; arrays of bounds are broadcast.
   *
   * @throws {OverflowError} if high − low is not finite
   * @throws {ValueError} if arrays and size do not fit together
   */
  uniform(low?: number, high?: number, size?: null): number;
  uniform(low: number | NDArray, high: number | NDArray, size?: Size): number | NDArray;
  uniform(low: number | NDArray = 0, high: number | NDArray = 1, size: Size = null): number | NDArray {
    if (typeof low === "number" && typeof high === "number") {
      const range = high - low;
      if (!Number.isFinite(range)) throw new OverflowError("Range exceeds valid bounds");
      return this.drawFloats(size, (out) => this.stream.fillUniform(out, low, range));
    }
    const from = inFloat64(low);
    const range = subtract(inFloat64(high), from);
    if (!elementsOf(range).every((width) => Number.isFinite(toNumber(width)))) {
      throw new OverflowError("Range exceeds valid bounds");
    }
    const doubles = this.randomSample(broadcastSize(size, low, high)) as NDArray;
    return add(from, multiply(range, doubles));
  }

  /** Normals with mean 0 and deviation 1. */
  standardNormal(size?: null): number;
  standardNormal(size: Size): number | NDArray;
  standardNormal(size: Size = null): number | NDArray {
    return this.drawFloats(size, (out) => this.stream.fillNormal(out, 0, 1));
  }
  /** `standardNormal` with the lengths of the axes as arguments. */
  randn(): number;
  randn(...lengths: number[]): NDArray;
  randn(...lengths: number[]): number | NDArray {
    return this.standardNormal(lengths.length === 0 ? null : lengths);
  }

  /**
   * Normals with mean loc and deviation scale; arrays of them are broadcast.
   *
   * @throws {ValueError} if scale is negative, or arrays and size do not fit together
   */
  normal(loc?: number, scale?: number, size?: null): number;
  normal(loc: number | NDArray, scale: number | NDArray, size?: Size): number | NDArray;
  normal(loc: number | NDArray = 0, scale: number | NDArray = 1, size: Size = null): number | NDArray {
    const scales = typeof scale === "number" ? [scale] : elementsOf(scale).map(toNumber);
    if (scales.some((one) => one < 0 || Object.is(one, -0))) throw new ValueError("scale < 0");
    if (typeof loc === "number" && typeof scale === "number") {
      return this.drawFloats(size, (out) => this.stream.fillNormal(out, loc, scale));
    }
    const normals = this.standardNormal(broadcastSize(size, loc, scale)) as NDArray;
    return add(inFloat64(loc), multiply(inFloat64(scale), normals));
  }

  /**
   * Whole numbers from low up to high − 1; with one bound, from 0 up to low − 1. Arrays of bounds are broadcast.
   *
   * @throws {TypeError} if the dtype is no integer and no bool
   * @throws {ValueError} if the bounds cross or do not fit the dtype, or arrays and size do not fit together
   */
  randint(low: number | bigint, high?: number | bigint | null, size?: null, dtype?: DType): Element;
  randint(low: Bound, high?: Bound | null, size?: Size, dtype?: DType): Element | NDArray;
  randint(low: Bound, high: Bound | null = null, size: Size = null, dtype: DType = "int64"): Element | NDArray {
    const from = high === null ? 0 : low;
    const below = high ?? low;
    const { words } = this.stream;
    if (from instanceof NDArray || below instanceof NDArray) {
      return drawIntegersBetween(words, asArray(from), asArray(below), broadcastSize(size, from, below), dtype);
    }
    const shape = size === null ? [] : shapeOf(size);
    const array = drawIntegers(words, wholeNumber(from), wholeNumber(below), shape, dtype);
    return size === null ? plainInteger(array.read(0)) : array;
  }

  /** Put the items along the first axis of an array, or of a list, in random order, in place. */
  shuffle(items: NDArray | unknown[]): void {
    if (items instanceof NDArray) {
      if (items.ndim === 0) throw new TypeError("len() of unsized object");
      reorder(items, this.stream.order(items.shape[0]!));
    } else {
      const from = items.slice();
      this.stream.order(items.length).forEach((item, i) => {
        items[i] = from[item];
      });
    }
  }

  /** The numbers 0 … x − 1 in random order, or a copy of an array with the items of its first axis in random order. */
  permutation(x: number | bigint | NDArray): NDArray {
    if (typeof x === "bigint") throw new ValueError("Maximum allowed size exceeded"); // from 2⁵³ on
    if (typeof x === "number") return indexArray(this.stream.order(Math.max(0, x)));
    const array = copy(x);
    if (array.ndim === 0) throw new IndexError("x must be an integer or at least 1-dimensional");
    this.shuffle(array);
    return array;
  }

  /**
   * Items of a 1-D array, or of 0 … a − 1; p holds the chance of each item.
   *
   * @throws {ValueError} if there is nothing to choose from, too little without replacement, or p is no distribution
   */
  choice(
    a: number | bigint | NDArray,
    size: Size = null,
    replace = true,
    p: ArrayLike<number> | NDArray | null = null,
  ): Element | NDArray {
    const shape = size === null ? [] : shapeOf(size);
    const draws = sizeOf(shape);
    const indices = this.chooseIndices(populationOf(a, draws), draws, replace, chancesOf(p));
    const items = a instanceof NDArray ? gather(a, indices, shape) : indexArray(indices, shape);
    if (size !== null) return items;
    return a instanceof NDArray ? items.read(0) : plainInteger(items.read(0));
  }

  private chooseIndices(
    population: number,
    draws: number,
    replace: boolean,
    p: Float64Array | null,
  ): ArrayLike<number> {
    if (!replace && draws > population) {
      throw new ValueError("Cannot take a larger sample than population when 'replace=False'");
    }
    if (p !== null) return chooseWeighted(this.stream, population, p, draws, replace);
    if (!replace) return this.stream.order(population).subarray(0, draws);
    const indices = allocate("float64", draws) as Float64Array;
    for (let i = 0; i < draws; i++) indices[i] = this.stream.nextUpTo(population - 1);
    return indices;
  }

  private drawFloats(size: Size, fill: (out: Float64Array) => void): number | NDArray {
    const array = zeros(size === null ? [] : shapeOf(size), "float64");
    const out = array.storage as Float64Array;
    fill(out);
    return size === null ? out[0]! : array;
  }
}

function checkSeedWord(seed: number): void {
  if (!Number.isInteger(seed) || seed < 0 || seed >= 2 ** 32)
    throw new ValueError("Seed must be between 0 and 2**32 - 1");
}
