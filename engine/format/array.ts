import type { DType } from "../dtype";
import { type Element, type NDArray, readers } from "../ndarray";
import { type Shape, sizeOf, tupleText } from "../shape";
import { type ElementFormat, formatFor } from "./elements";
import { defaultPrintOptions, type PrintOptions } from "./options";
import { scalarText } from "./scalar";

/** The kept places of an axis: the leading and the trailing ones, with or without a gap between. */
interface Kept {
  places: number[];
  /** How many of them stand before the `...`; all if there is no gap. */
  leading: number;
  gap: boolean;
}

function keptOf(length: number, shortened: boolean, edge: number): Kept {
  if (!shortened || length <= 2 * edge) {
    return { places: Array.from({ length }, (_, i) => i), leading: length, gap: false };
  }
  const places: number[] = [];
  for (let i = 0; i < edge; i++) places.push(i);
  for (let i = length - edge; i < length; i++) places.push(i);
  return { places, leading: edge, gap: true };
}

interface Layout {
  format: ElementFormat;
  kept: Kept[];
  separator: string;
  /** Characters before the first bracket, which every later line repeats as blanks. */
  prefix: number;
  width: number;
}

/** Only what is shown is read, so the cost of a long array is that of its corners. */
function visibleElements(array: NDArray, kept: readonly Kept[]): Element[] {
  const read = readers[array.dtype];
  const elements: Element[] = [];
  const visit = (axis: number, place: number) => {
    if (axis === kept.length) {
      elements.push(read(array.storage, place));
      return;
    }
    for (const i of kept[axis]!.places) visit(axis + 1, place + i * array.strides[axis]!);
  };
  visit(0, array.offset);
  return elements;
}

/** Rows, rows of rows, …: NumPy's brackets, line breaks and indentation. */
function body(array: NDArray, layout: Layout): string {
  const { kept, separator, prefix, width, format } = layout;
  const { ndim } = array;
  const read = readers[array.dtype];
  const indent = " ".repeat(prefix);
  const comma = separator.trimEnd();

  const row = (place: number, hanging: string): string => {
    const { places, leading, gap } = kept[ndim - 1]!;
    const words: string[] = places.map((i) => format(read(array.storage, place + i * array.strides[ndim - 1]!)));
    if (gap) words.splice(leading, 0, "...");
    const room = width - ndim; // each closing bracket, or the comma in its place, needs one character
    let text = "";
    let line = hanging;
    words.forEach((word, i) => {
      if (line.length + word.length > room && line.length > hanging.length) {
        text += `${line.trimEnd()}\n`;
        line = hanging;
      }
      line += i === words.length - 1 ? word : word + separator;
    });
    return `[${(text + line).slice(hanging.length)}]`;
  };

  const block = (axis: number, place: number): string => {
    const hanging = indent + " ".repeat(axis + 1);
    if (axis === ndim - 1) return row(place, indent + " ".repeat(ndim));
    const { places, leading, gap } = kept[axis]!;
    const items = places.map((i) => block(axis + 1, place + i * array.strides[axis]!));
    if (gap) items.splice(leading, 0, "...");
    return `[${items.join(comma + "\n".repeat(ndim - 1 - axis) + hanging)}]`;
  };
  return block(0, array.offset);
}

function layoutOf(array: NDArray, options: PrintOptions, separator: string, prefix: number): Layout {
  const { threshold, edgeitems, linewidth } = options;
  const shortened = array.size > threshold;
  const kept = array.shape.map((length) => keptOf(length, shortened, edgeitems));
  return {
    format: formatFor(visibleElements(array, kept), array.dtype, options),
    kept,
    separator,
    prefix,
    width: linewidth,
  };
}

/** NumPy's `array2string`: the brackets and elements, with a separator and room for a prefix and a suffix. */
export function arrayText(
  array: NDArray,
  options: PrintOptions = defaultPrintOptions,
  { separator = " ", prefix = "", suffix = "" }: { separator?: string; prefix?: string; suffix?: string } = {},
): string {
  if (array.size === 0) return "[]";
  const narrowed = suffix ? { ...options, linewidth: options.linewidth - suffix.length } : options;
  const layout = layoutOf(array, narrowed, separator, prefix.length);
  return array.ndim === 0 ? layout.format(array.read(array.offset)).trimStart() : body(array, layout);
}

/** `str(array)`: of a 0-d array the scalar's own text. */
export function arrayStr(array: NDArray, options: PrintOptions = defaultPrintOptions): string {
  if (array.ndim === 0) return scalarText(array.read(array.offset), array.dtype);
  return arrayText(array, options);
}

/** Dtypes that a list of plain Python numbers has, which the text therefore need not name. */
const implied: ReadonlySet<DType> = new Set(["bool", "int64", "float64", "complex128"]);

/** `repr(array)`: `array([1, 2], dtype=int32)`. */
export function arrayRepr(array: NDArray, options: PrintOptions = defaultPrintOptions, className = "array"): string {
  const prefix = `${className}(`;
  const empty = array.size === 0;
  const text = empty
    ? `[]${needsShape(array.shape) ? `, shape=${tupleText(array.shape)}` : ""}`
    : arrayText(array, options, { separator: ", ", prefix, suffix: ")" });
  if (implied.has(array.dtype) && !empty) return `${prefix}${text})`;
  const closing = `dtype=${array.dtype})`;
  const start = `${prefix}${text},`;
  const lastLine = start.length - (start.lastIndexOf("\n") + 1);
  const broken = lastLine + closing.length + 1 > options.linewidth;
  return start + (broken ? `\n${" ".repeat(prefix.length)}` : " ") + closing;
}

function needsShape(shape: Shape): boolean {
  return !(shape.length === 1 && shape[0] === 0) && sizeOf(shape) === 0;
}
