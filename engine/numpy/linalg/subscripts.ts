import { TypeError, ValueError } from "../../errors";

/** An axis by its letter; the axes of "..." are "0", "1", … counted from the last one backwards. */
export type Label = string;

/** The labels of every operand's axes and of the result's. */
export interface Subscripts {
  inputs: Label[][];
  output: Label[];
}

const stray = (where: string): string =>
  `einstein sum subscripts string contains a '.' that is not part of an ellipsis ('...') in ${where}`;
const invalid = (character: string): string =>
  `invalid subscript '${character}' in einstein sum subscripts string, subscripts must be letters`;

/** The characters of one operand's subscripts; "..." as one. @throws {ValueError} for anything else but spaces */
function symbolsOf(text: string, where: string): string[] {
  const symbols: string[] = [];
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!;
    if (character === ".") {
      if (text.slice(i, i + 3) !== "..." || symbols.includes("...")) throw new ValueError(stray(where));
      symbols.push("...");
      i += 2;
    } else if (/[A-Za-z]/.test(character)) {
      symbols.push(character);
    } else if (character !== " ") {
      throw new ValueError(invalid(character));
    }
  }
  return symbols;
}

function spread(count: number): Label[] {
  return Array.from({ length: count }, (_, i) => String(count - 1 - i));
}

/** Labels for the axes of an operand with `ndim` axes. */
function inputLabels(text: string, ndim: number, which: number): Label[] {
  const symbols = symbolsOf(text, `operand ${which}`);
  const named = symbols.filter((symbol) => symbol !== "...").length;
  if (named > ndim) {
    throw new ValueError(`einstein sum subscripts string contains too many subscripts for operand ${which}`);
  }
  if (named < ndim && !symbols.includes("...")) {
    throw new ValueError(
      "operand has more dimensions than subscripts given in einstein sum, but no '...' ellipsis provided to broadcast the extra dimensions.",
    );
  }
  return symbols.flatMap((symbol) => (symbol === "..." ? spread(ndim - named) : [symbol]));
}

function outputLabels(text: string, used: ReadonlySet<Label>, broadcast: number): Label[] {
  const symbols = symbolsOf(text, "the output");
  symbols.forEach((symbol, i) => {
    if (symbol === "...") return;
    if (symbols.indexOf(symbol) < i) {
      throw new ValueError(`einstein sum subscripts string includes output subscript '${symbol}' multiple times`);
    }
    if (!used.has(symbol)) {
      throw new ValueError(
        `einstein sum subscripts string included output subscript '${symbol}' which never appeared in an input`,
      );
    }
  });
  if (broadcast > 0 && !symbols.includes("...")) {
    throw new ValueError(
      "output has more dimensions than subscripts given in einstein sum, but no '...' ellipsis provided to broadcast the extra dimensions.",
    );
  }
  return symbols.flatMap((symbol) => (symbol === "..." ? spread(broadcast) : [symbol]));
}

/**
 * Read subscripts such as "ij,jk->ik" for operands with so many axes. Without "->" the result has the axes of "...", then
 * the letters that come once, in alphabetical order, capitals first.
 *
 * @throws {ValueError} with NumPy's sentence for what cannot be read
 */
export function parseSubscripts(text: string, ndims: readonly number[]): Subscripts {
  const end = text.indexOf("-");
  const terms = (end < 0 ? text : text.slice(0, end)).split(",");
  const inputs = ndims.map((ndim, i) => {
    const isLast = i === ndims.length - 1;
    const [more, fewer] = [isLast && terms.length > ndims.length, !isLast && i >= terms.length - 1];
    if (more || fewer) {
      throw new ValueError(
        `${more ? "more" : "fewer"} operands provided to einstein sum function than specified in the subscripts string`,
      );
    }
    return inputLabels(terms[i]!, ndim, i);
  });
  const all = inputs.flat();
  const broadcast = Math.max(0, ...inputs.map((labels) => labels.filter((label) => /\d/.test(label)).length));
  if (end < 0) {
    const once = all.filter((label) => /\D/.test(label) && all.indexOf(label) === all.lastIndexOf(label));
    return { inputs, output: [...spread(broadcast), ...once.sort()] };
  }
  if (text.slice(end, end + 2) !== "->") {
    throw new ValueError("einstein sum subscript string does not contain proper '->' output specified");
  }
  return { inputs, output: outputLabels(text.slice(end + 2), new Set(all), broadcast) };
}

/** Subscripts given as lists: numbers below 52 for the letters A … Z, a … z, and "..." for itself. */
export type SubscriptList = readonly (number | "...")[];

function textOf(list: SubscriptList): string {
  return list
    .map((symbol) => {
      if (symbol === "...") return symbol;
      if (!Number.isInteger(symbol)) throw new TypeError("each subscript must be either an integer or an ellipsis");
      if (symbol < 0 || symbol >= 52) throw new ValueError("subscript is not within the valid range [0, 52)");
      return String.fromCharCode(symbol < 26 ? 65 + symbol : 97 + symbol - 26);
    })
    .join("");
}

/** Subscripts in lists as a string. @throws {ValueError | TypeError} for what stands for no letter */
export function subscriptsOf(inputs: readonly SubscriptList[], output: SubscriptList | null): string {
  const text = inputs.map(textOf).join(",");
  return output ? `${text}->${textOf(output)}` : text;
}
