import { TypeError, ValueError } from "../errors";
import { type Element, elementsOf, fromValues, type NDArray } from "../ndarray";
import { Complex } from "../scalar";
import { axisOf } from "../shape";
import { astype, castInto } from "./astype";
import { array, zeros } from "./creation";
import { getItem } from "./indexing";
import { type Line, mapLines } from "./lines";
import { ravel, reshape } from "./manipulation";
import { isComplex } from "./parts";
import { resultType } from "./promotion";
import { type ArrayLike, arrayOf } from "./ufunc";

/** Sorted along an axis, NaN last; axis null flattens first. */
export function sort(x: ArrayLike, axis: number | null = -1): NDArray {
  const given = arrayOf(x);
  if (isComplex(given)) return sortComplex(given, axis);
  checkAxis(given, axis);
  return mapLines(given, axis, given.dtype, same, (line, out) => {
    line.sort(); // typed arrays sort by value, NaN last
    copyLine(line, out);
  });
}

function checkAxis(array: NDArray, axis: number | null): void {
  if (axis !== null) axisOf(axis, array.ndim);
}

function copyLine(line: Line, out: { [i: number]: number | bigint; length: number }): void {
  for (let i = 0; i < line.length; i++) out[i] = line[i]!;
}

const same = (length: number) => length;

function compareComplex(a: Complex, b: Complex): number {
  const order = (x: number, y: number) =>
    x < y || (Number.isNaN(y) && !Number.isNaN(x)) ? -1 : x > y || Number.isNaN(x) !== Number.isNaN(y) ? 1 : 0;
  return order(a.re, b.re) || order(a.im, b.im);
}

function sortComplex(given: NDArray, axis: number | null): NDArray {
  if (given.ndim > 1 && axis !== null) throw new TypeError("sort of complex arrays works on one axis here");
  const elements = elementsOf(given) as Complex[];
  return fromValues(elements.sort(compareComplex), axis === null ? [given.size] : given.shape, given.dtype);
}

/**
 * The places that would sort an axis. "quicksort" gives equal elements the order NumPy's gives them; "stable" keeps
 * theirs.
 */
export function argsort(x: ArrayLike, axis: number | null = -1, kind = "quicksort"): NDArray {
  const given = arrayOf(x);
  if (given.ndim === 0) {
    if (axis !== null && axis !== 0 && axis !== -1) axisOf(axis, 0);
    return zeros([1], "int64");
  }
  if (isComplex(given)) {
    const elements = elementsOf(given) as Complex[];
    const places = elements.map((_, i) => i).sort((p, q) => compareComplex(elements[p]!, elements[q]!));
    return array(places, "int64");
  }
  checkAxis(given, axis);
  const fillPlaces = (line: Line, out: { [i: number]: number | bigint }) => {
    const places = Int32Array.from({ length: line.length }, (_, i) => i);
    if (kind === "stable" || kind === "mergesort") {
      places.sort((p, q) => (before(line[p]!, line[q]!) ? -1 : before(line[q]!, line[p]!) ? 1 : p - q));
    } else {
      quickSort(places, line);
    }
    for (let i = 0; i < places.length; i++) out[i] = BigInt(places[i]!);
  };
  return mapLines(given, axis, "int64", same, fillPlaces, true);
}

/** a < b, NaN last. */
function before(a: number | bigint, b: number | bigint): boolean {
  return a < b || (Number.isNaN(b) && !Number.isNaN(a));
}

/** Runs up to this length are sorted by insertion. */
const smallRun = 16;

/**
 * Quicksort of places by the values they point at: median of three, the larger part on a stack, insertion for short
 * runs. The order of equal values is that of NumPy's `aquicksort`.
 */
function quickSort(places: Int32Array, values: Line): void {
  const less = (p: number, q: number) => before(values[p]!, values[q]!);
  const swap = (i: number, j: number) => {
    const kept = places[i]!;
    places[i] = places[j]!;
    places[j] = kept;
  };
  const stack: [number, number][] = [[0, places.length - 1]];
  while (stack.length) {
    let [left, right] = stack.pop()!;
    while (right - left > smallRun) {
      const middle = left + ((right - left) >> 1);
      if (less(places[middle]!, places[left]!)) swap(middle, left);
      if (less(places[right]!, places[middle]!)) swap(right, middle);
      if (less(places[middle]!, places[left]!)) swap(middle, left);
      const pivot = places[middle]!;
      let i = left;
      let j = right - 1;
      swap(middle, j);
      for (;;) {
        do i++;
        while (less(places[i]!, pivot));
        do j--;
        while (less(pivot, places[j]!));
        if (i >= j) break;
        swap(i, j);
      }
      swap(i, right - 1);
      if (i - left < right - i) {
        stack.push([i + 1, right]);
        right = i - 1;
      } else {
        stack.push([left, i - 1]);
        left = i + 1;
      }
    }
    for (let i = left + 1; i <= right; i++) {
      const place = places[i]!;
      let j = i;
      for (; j > left && less(place, places[j - 1]!); j--) places[j] = places[j - 1]!;
      places[j] = place;
    }
  }
}

export interface Unique {
  values: NDArray;
  /** First place of each value, the value each element is, how often each value comes. */
  index: NDArray;
  inverse: NDArray;
  counts: NDArray;
}

/** The different values, sorted. */
export function unique(x: ArrayLike): NDArray {
  const sorted = sort(ravel(arrayOf(x)), -1);
  if (sorted.size < 2) return sorted;
  const elements = elementsOf(sorted);
  const kept = elements.flatMap((element, i) => (i > 0 && sameElement(element, elements[i - 1]!) ? [] : [i]));
  return getItem(sorted, array(kept, "int64"));
}

function sameElement(a: Element, b: Element): boolean {
  if (a instanceof Complex || b instanceof Complex) return compareComplex(a as Complex, b as Complex) === 0;
  return a === b || (Number.isNaN(a) && Number.isNaN(b));
}

/** The different values, sorted, with where and how often they come. */
export function uniqueAll(x: ArrayLike): Unique {
  const given = ravel(arrayOf(x));
  const order = argsort(given, -1, "stable");
  const places = Array.from(order.storage as BigInt64Array, Number);
  const elements = elementsOf(given);
  const first: number[] = [];
  const counts: number[] = [];
  const inverse = new Array<number>(places.length);
  places.forEach((place, i) => {
    if (i === 0 || !sameElement(elements[place]!, elements[places[i - 1]!]!)) {
      first.push(place);
      counts.push(0);
    }
    counts[counts.length - 1]!++;
    inverse[place] = first.length - 1;
  });
  const ints = (list: number[]) => (list.length ? array(list, "int64") : zeros([0], "int64"));
  return { values: getItem(given, ints(first)), index: ints(first), inverse: ints(inverse), counts: ints(counts) };
}

/** Where values would go into a sorted array: before equal ones ("left") or behind them ("right"). */
export function searchsorted(sorted: ArrayLike, x: ArrayLike, side = "left"): NDArray {
  const [row, values] = [arrayOf(sorted), arrayOf(x)];
  if (row.ndim !== 1) throw new ValueError("object too deep for desired array");
  if (side !== "left" && side !== "right")
    throw new ValueError(`search side must be 'left' or 'right' (got '${side}')`);
  const dtype = resultType(row, values.ndim ? values : reshape(values, [1]));
  const table = elementsOf(astype(row, dtype)) as number[];
  const asked = elementsOf(astype(values, dtype)) as number[];
  const places = asked.map((value) => {
    let [low, high] = [0, table.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const goesRight = side === "left" ? before(table[middle]!, value) : !before(value, table[middle]!);
      if (goesRight) low = middle + 1;
      else high = middle;
    }
    return low;
  });
  return fromValues(places, values.shape, "int64");
}

/** Sort in place along an axis. */
export function sortInPlace(target: NDArray, axis = -1): void {
  castInto(target, sort(target, axis));
}
