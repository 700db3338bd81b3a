import type { LookAnswers, Marked, OneForm, Picture, SliceWindow } from "../../workers/protocol";
import type { Kind, Request } from "./ask";
import { readerOf } from "./elements";
import { isInRange, numberOf } from "./numerals";
import { extentOf, offsetOf, type Picks, suitable } from "./picks";
import { sizeOf } from "./schema";

/**
 * Answers from what an output holds itself, without a kernel: everything of an array whose values are in it, of others the
 * statistics, the histogram and the picture that was drawn first. Undefined where that does not say.
 */
export function knownOf(form: OneForm): <K extends Kind>(request: Request<K>) => LookAnswers[K] | undefined {
  const read = form.values === undefined ? null : readerOf(form.values, form.dtype);
  const texts = read && Array.from({ length: sizeOf(form.shape) }, (_, index) => read(index));
  const { shape } = form;

  const answers: { [K in Kind]?: (request: Request<K>) => LookAnswers[K] | undefined } = {
    form: () => (form.pending ? undefined : form),
    statistics: ({ picks }) => (picks ? undefined : form.statistics),
    histogram: ({ picks, bins, range }) => (picks || bins || range ? undefined : form.histogram),
    picture: ({ picks }) => {
      const wanted = suitable(picks, shape);
      if (texts) return pictureOf(texts, wanted, shape);
      return isShownFirst(form, wanted) ? form.picture : undefined;
    },
    slice: ({ picks, rows, columns }) =>
      texts?.length ? windowOf(texts, suitable(picks, shape), shape, rows, columns) : undefined,
    mark: ({ picks, range }) => (texts && markedOf(texts, suitable(picks, shape), shape, range)) || undefined,
  };
  return (request) => (answers[request.kind] as ((of: typeof request) => never) | undefined)?.(request);
}

type Texts = readonly string[];
type Shape = readonly number[];

/** The elements of a slice, row by row. */
function sliceOf(texts: Texts, picks: Picks, shape: Shape): { rows: number; columns: number; slice: string[] } {
  const { rows, columns } = extentOf(picks, shape);
  const slice = Array.from(
    { length: rows * columns },
    (_, index) => texts[offsetOf(picks, shape, Math.floor(index / columns), index % columns)]!,
  );
  return { rows, columns, slice };
}

function windowOf(
  texts: Texts,
  picks: Picks,
  shape: Shape,
  [top, bottom]: [number, number],
  [left, right]: [number, number],
): SliceWindow {
  const { rows, columns, slice } = sliceOf(texts, picks, shape);
  const range = (from: number, to: number, most: number): [number, number] => [
    Math.min(from, most),
    Math.min(to, most),
  ];
  const [shownRows, shownColumns] = [range(top, bottom, rows), range(left, right, columns)];
  const lines = Array.from({ length: shownRows[1] - shownRows[0] }, (_, row) => {
    const start = (shownRows[0] + row) * columns;
    return slice.slice(start + shownColumns[0], start + shownColumns[1]);
  });
  return { sourceRows: rows, sourceColumns: columns, rows: shownRows, columns: shownColumns, texts: lines };
}

/** At most 4096 elements: as many tiles, unless one axis alone is longer than a picture may be. */
function pictureOf(texts: Texts, picks: Picks, shape: Shape): Picture | undefined {
  const { rows, columns, slice } = sliceOf(texts, picks, shape);
  const values = Float64Array.from(slice, numberOf);
  const finite = values.filter(Number.isFinite);
  const marks = Uint8Array.from(values, (value) =>
    Number.isNaN(value) ? 1 : value === Number.POSITIVE_INFINITY ? 2 : value === Number.NEGATIVE_INFINITY ? 4 : 0,
  );
  return {
    rows,
    columns,
    sourceRows: rows,
    sourceColumns: columns,
    rule: "each",
    encoding: "f8",
    mean: base64Of(new Uint8Array(values.buffer)),
    marks: marks.some(Boolean) ? base64Of(marks) : undefined,
    low: finite.length ? finite.reduce((a, b) => Math.min(a, b)) : null,
    high: finite.length ? finite.reduce((a, b) => Math.max(a, b)) : null,
  };
}

function markedOf(texts: Texts, picks: Picks, shape: Shape, range: Request<"mark">["range"]): Marked {
  const { rows, columns, slice } = sliceOf(texts, picks, shape);
  const shares = Uint8Array.from(slice, (text) => (isInRange(text, range) ? 255 : 0));
  const count = (list: Texts) => list.filter((text) => isInRange(text, range)).length;
  return {
    rows,
    columns,
    sourceRows: rows,
    sourceColumns: columns,
    count: count(slice),
    total: count(texts),
    shares: base64Of(shares),
  };
}

const base64Of = (bytes: Uint8Array) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));

/** Whether the form's picture is that of this slice. */
export const isShownFirst = ({ picks, shape }: OneForm, wanted: Picks) =>
  suitable(picks, shape).join() === wanted.join();
