import { type DType, dtypes, kindOf } from "./dtype";
import { exactScientific, exponentText, isNegative } from "./format/digits";
import type { Element, NDArray } from "./ndarray";
import { Complex } from "./scalar";
import type { Shape } from "./shape";

/*
 * MindSpore's own text of a tensor, which its C++ side writes: in lists, tuples and dicts, and as a cell's last value.
 * Source: MindSpore `Tensor::ToStringRepr`.
 */

/** `Tensor(shape=[2], dtype=Int64, value= [1, 2])`; a null array stands for data that are not drawn yet. */
export function tensorRepr(shape: Shape, dtype: DType, array: NDArray | null): string {
  const gap = shape.length > 1 ? "\n" : " ";
  return `Tensor(shape=[${shape.join(", ")}], dtype=${dtypes[dtype].label}, value=${gap}${valueText(array)})`;
}

function valueText(array: NDArray | null): string {
  if (array === null) return "<uninitialized>";
  if (array.size === 0) return "";
  const most = array.ndim > 1 ? shortened : longestVector;
  const shown = array.shape.map((length) => (length > most ? 2 * ends : length));
  const elements = corners(array, shown);
  if (array.ndim === 0) return scalarText(elements[0]!, array.dtype);
  const texts = alignedTexts(elements, array.dtype);
  if (array.ndim === 1 && array.size <= most) return vectorText(texts, perLine(array.dtype));
  return nestedText(array.shape, shown, texts);
}

const shortened = 6; // an axis longer than this shows 3 entries of each end
const ends = 3;
/** MindSpore writes out any vector; beyond this length the text would fill the memory, so it is shortened too. */
const longestVector = 1_000_000;

/** A scalar as C++ streams write it: 6 significant digits, an 8-bit int as the character with that code. */
function scalarText(element: Element, dtype: DType): string {
  if (typeof element === "boolean") return element ? "True" : "False";
  if (element instanceof Complex) return `(${generalText(element.re)},${generalText(element.im)})`;
  if (kindOf(dtype) === "float") return generalText(element as number);
  if (dtype === "int8" || dtype === "uint8") return String.fromCharCode(Number(element) & 255);
  return String(element);
}

/** C's `%g`: 6 significant digits without trailing zeros. */
function generalText(value: number): string {
  if (!Number.isFinite(value)) return nonFiniteText(value);
  const sign = isNegative(value) ? "-" : "";
  if (value === 0) return `${sign}0`;
  const { digits, exponent } = exactScientific(Math.abs(value), 5);
  const whole =
    exponent < -4 || exponent >= 6
      ? `${digits[0]}.${digits.slice(1)}`
      : exponent < 0
        ? `0.${"0".repeat(-exponent - 1)}${digits}`
        : `${digits.slice(0, exponent + 1)}.${digits.slice(exponent + 1)}`;
  const power = exponent < -4 || exponent >= 6 ? `e${exponentText(exponent)}` : "";
  return sign + whole.replace(/\.?0*$/, "") + power;
}

/** C's `%.{decimals}e`: the exact value, halves to even, at least two digits of exponent. */
function scientificText(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return nonFiniteText(value);
  const sign = isNegative(value) ? "-" : "";
  const magnitude = Math.abs(value);
  const { digits, exponent } =
    magnitude === 0 ? { digits: "0".repeat(decimals + 1), exponent: 0 } : exactScientific(magnitude, decimals);
  return `${sign}${digits[0]}.${digits.slice(1)}e${exponentText(exponent)}`;
}

function nonFiniteText(value: number): string {
  if (Number.isNaN(value)) return "nan";
  return value > 0 ? "inf" : "-inf";
}

function alignedTexts(elements: readonly Element[], dtype: DType): string[] {
  const kind = kindOf(dtype);
  if (kind === "bool") return elements.map((element) => (element ? "True" : "False").padStart(5));
  if (kind === "float") {
    const [width, decimals] = dtype === "float16" ? [11, 4] : [15, 8];
    return elements.map((element) => scientificText(element as number, decimals).padStart(width));
  }
  if (kind === "complex") return elements.map((element) => scalarText(element, dtype));
  const texts = elements.map(String);
  const width = texts.reduce((widest, text) => Math.max(widest, text.length), 0);
  return texts.map((text) => text.padStart(width));
}

function perLine(dtype: DType): number {
  return kindOf(dtype) === "int" || kindOf(dtype) === "uint" ? 24 : 12;
}

/** A full line ends in a break, even behind the last element. */
function vectorText(texts: readonly string[], perLine: number): string {
  let line = "[";
  texts.forEach((text, index) => {
    line += index === texts.length - 1 ? text : `${text}, `;
    if ((index + 1) % perLine === 0) line += "\n ";
  });
  return `${line}]`;
}

/** The elements that are shown. */
function corners(array: NDArray, shown: Shape): Element[] {
  const elements: Element[] = [];
  const visit = (axis: number, place: number): void => {
    if (axis === array.ndim) {
      elements.push(array.read(place));
      return;
    }
    const hidden = array.shape[axis]! - shown[axis]!;
    for (let k = 0; k < shown[axis]!; k++) {
      visit(axis + 1, place + (k < ends ? k : k + hidden) * array.strides[axis]!);
    }
  };
  visit(0, array.offset);
  return elements;
}

function nestedText(shape: Shape, shown: Shape, texts: readonly string[]): string {
  let next = 0;
  const write = (axis: number): string => {
    const cut = shape[axis]! > shortened;
    const last = axis === shape.length - 1;
    let text = "[";
    for (let k = 0; k < shown[axis]!; k++) {
      const indent = `\n${" ".repeat(axis + 1)}`;
      if (k > 0) {
        if (cut && k === ends) text += last ? " ... " : `,${indent}...${indent}`;
        else text += last ? ", " : `,${indent}`;
      }
      text += last ? texts[next++]! : write(axis + 1);
    }
    return `${text}]`;
  };
  return write(0);
}
