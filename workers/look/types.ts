/*
 * What can be asked about the numbers behind an output, and what a notebook keeps of them: types only.
 *
 * Lists of many numbers travel as base64 of their bytes, little end first. Mime: application/vnd.sporebook.tensor+json.
 */

/**
 * One number. As text where JSON has no such number ("nan", "inf", "-inf", "-0"), for an int beyond 2⁵³ (its decimal digits) and
 * for a complex number ("(1+2j)").
 */
export type Numeral = number | string;

/** A bundle's `application/vnd.sporebook.tensor+json`. */
export type TensorForm = OneForm | ManyForm;

/** One array of numbers as a notebook keeps it. The forms of more than a few numbers are absent while they are `pending`. */
export interface OneForm extends Member {
  version: 1;
  kind: "tensor" | "parameter" | "array";
  /** `picture` and what the table shows first: an index, or what the axis becomes. */
  picks?: AxisPick[];
  picture?: Picture;
  /** Base64 of the elements' own bytes, row-major, if they are at most 4096. bool: a byte each; float16: half bits. */
  values?: string;
}

/** A list, a tuple, or a network's parameters. */
export interface ManyForm {
  version: 1;
  kind: "list" | "tuple" | "cell";
  /** Its class: "ParameterTuple", "Conv2d", "list". */
  title: string;
  members: Member[];
  /** How many more there are than `members` (which are at most 200). */
  more?: number;
}

/** What every array tells of itself. */
export interface Member {
  name?: string;
  shape: number[];
  /** By NumPy's name: "float32". */
  dtype: string;
  bytes: number;
  /** Whose answers `Kernel.look` gives, in the session that made the output. No file keeps it. */
  handle?: string;
  /** What is left out was not computed yet, because the array is large: ask `form`, or each on its own. */
  pending?: true;
  /** The values were changed in place, or may have been, since they were shown: too large for a copy. */
  live?: true;
  statistics?: Statistics;
  histogram?: Histogram;
}

/**
 * Of all elements. min, max, mean and std (of the population) are those of the finite ones, null without any; a complex
 * array's are those of the magnitudes.
 */
export interface Statistics {
  size: number;
  min: Numeral | null;
  max: Numeral | null;
  mean: Numeral | null;
  std: Numeral | null;
  /** Of either sign. */
  zeros: number;
  /** Finite ones below zero. */
  negative: number;
  nan: number;
  positiveInf: number;
  negativeInf: number;
  /** How many different values; −0 is 0, every NaN is one. Null if there are more than `distinctLimit`. */
  distinct: number | null;
  distinctLimit: number;
  /** XXH32 of the elements' bytes in row-major order, in 8 hexadecimal digits. */
  hash: string;
}

/** Counts of the finite elements: bin i has edges[i] ≤ x < edges[i + 1], the last one its upper edge too. A complex array's: magnitudes. */
export interface Histogram {
  /** One more than counts; both are empty without a finite element. Of ints and bool they are whole numbers, and the last bin is without its upper edge. */
  edges: Numeral[];
  counts: number[];
  below: number;
  above: number;
  nan: number;
  positiveInf: number;
  negativeInf: number;
}

/** An index, or that the axis is the picture's and the table's. At most one axis is "rows", at most one "columns". */
export type AxisPick = number | "rows" | "columns";

/**
 * A slice in tiles: tile r, c is made of the elements from row ⌊r · sourceRows / rows⌋ up to the next tile's first, and of the
 * columns likewise; no element is left out. Without an axis for rows (columns) there is one.
 */
export interface Picture {
  rows: number;
  columns: number;
  sourceRows: number;
  sourceColumns: number;
  /** "each": a tile is an element. "tiles": min, mean and max of a tile's finite elements. */
  rule: "each" | "tiles";
  /** Of one number in `min`, `mean` and `max`: those of the dtypes up to float32 are exact as "f4"; the others are "f8". */
  encoding: "f4" | "f8";
  /** Base64 of rows · columns numbers. With the rule "each" the elements (ints beyond 2⁵³ rounded), NaN and infinities as they are. */
  mean: string;
  /** NaN where a tile has no finite element; with the rule "each" they are absent. */
  min?: string;
  max?: string;
  /** Base64 of a byte a tile: 1 if it holds a NaN, 2 an infinity, 4 a negative infinity, together. Absent when all are 0. */
  marks?: string;
  /** The least and greatest finite element in the slice. */
  low: Numeral | null;
  high: Numeral | null;
}

/** Which numbers: those behind a handle, as they are now or as one of a parameter's revisions. */
export interface Source {
  handle: string;
  revision?: number;
}

/** `picks` of an array with n axes has n entries. Without it: the last axis is "columns", the one before "rows", the others are 0. */
export type LookRequest =
  /** The whole form with nothing pending: what a notebook keeps. */
  | { kind: "form"; of: Source }
  /** Of all elements; with picks, of the slice. */
  | { kind: "statistics"; of: Source; picks?: AxisPick[] }
  /** bins: 1 to 1000, 64 if left out; range: the outer edges, the finite elements' own if left out (of ints, the last bin may reach further). */
  | { kind: "histogram"; of: Source; picks?: AxisPick[]; bins?: number; range?: [Numeral, Numeral] }
  /** At most so many tiles each way (1 to 512); fewer if the answer would be longer than a megabyte. */
  | { kind: "picture"; of: Source; picks?: AxisPick[]; rows: number; columns: number }
  /** Exact texts from `from` up to, not including, `to`; at most 10,000 cells together. */
  | {
      kind: "slice";
      of: Source;
      picks?: AxisPick[];
      rows: [from: number, to: number];
      columns: [from: number, to: number];
    }
  /**
   * Which elements of a slice are within a range, by tile as in `picture`. Both ends belong to it; with `open` the upper one does
   * not, as in all bins but the last. "nan" to "nan": those that are NaN.
   */
  | {
      kind: "mark";
      of: Source;
      picks?: AxisPick[];
      range: [Numeral, Numeral];
      open?: boolean;
      rows: number;
      columns: number;
    }
  /** What the session has kept of a parameter's values. */
  | { kind: "revisions"; of: Source }
  /** `of` less `with`, of two arrays of one shape; the picture is that of the absolute difference in the slice. */
  | { kind: "compare"; of: Source; with: Source; picks?: AxisPick[]; rows: number; columns: number }
  /** Nobody will ask for them any more. */
  | { kind: "release"; handles: string[] };

export interface LookAnswers {
  form: OneForm;
  statistics: Statistics;
  histogram: Histogram;
  picture: Picture;
  slice: SliceWindow;
  mark: Marked;
  revisions: Revision[];
  compare: Comparison;
  release: object;
}

/** A window of a table. */
export interface SliceWindow {
  sourceRows: number;
  sourceColumns: number;
  rows: [from: number, to: number];
  columns: [from: number, to: number];
  /** By row: each element as Python prints the scalar, so that it reads back exactly. */
  texts: string[][];
}

export interface Marked {
  rows: number;
  columns: number;
  sourceRows: number;
  sourceColumns: number;
  /** In the slice, and in the whole array. */
  count: number;
  total: number;
  /** Base64 of a byte a tile: 0 none, 255 all of its elements, between them how many. */
  shares: string;
}

/** Values that a parameter had. Number 0 are the ones it began with; the last one is what it has now. */
export interface Revision {
  number: number;
  /** How it came: "created", "set_data", "init_data" (which leaves the values as they are), "ParameterUpdate", "assign", "item", "set_dtype", "update". */
  by: string;
  /** The count of the cell that made it; 0 if it is not known. */
  cell: number;
  shape: number[];
  dtype: string;
  bytes: number;
  /** False: its values were let go to stay within the budget, and cannot be looked at. */
  kept: boolean;
}

/** NaN beside NaN, and an infinity beside the same one, are no difference. */
export interface Comparison {
  size: number;
  /** Elements that differ. */
  changed: number;
  /** The greatest absolute difference: null if nothing is comparable, "inf" if a finite element met an infinity, "nan" if it met a NaN. */
  maxAbs: Numeral | null;
  /** Where it is: an index for each axis; null if nothing has changed. */
  at: number[] | null;
  /** Of the absolute differences that are finite. */
  meanAbs: Numeral | null;
  /** Of those of `of` less `with` that are finite. */
  histogram: Histogram;
  /** Of the absolute difference in the slice. */
  picture: Picture;
}

/**
 * No answer. "busy": the kernel starts, or a cell runs that a long look would keep waiting: ask again when it is ready. "gone": nobody knows the handle (any more),
 * or its revision. "wrong": the request has a fault, which the sentence names.
 */
export interface Refusal {
  kind: "refused";
  reason: "busy" | "gone" | "wrong";
  message: string;
}

/** What `look` answers to a request of that kind. */
export type LookAnswer<K extends LookRequest["kind"] = LookRequest["kind"]> =
  | { kind: "answer"; answer: LookAnswers[K] }
  | Refusal;
