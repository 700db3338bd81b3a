/*
 * Colours and weights as terminals write them ("select graphic rendition"). A style is the list of codes that make it,
 * always in the same order, so that equal looks are equal strings; "" is plain text.
 * Source: ECMA-48, 8.3.117.
 */

export type Style = string;

/** Which code sets or ends what. Colours are beside these. */
const flags: { [code: number]: [place: number, on: boolean] } = {
  1: [0, true],
  2: [1, true],
  3: [2, true],
  4: [3, true],
  7: [4, true],
  8: [5, true],
  9: [6, true],
  21: [3, true],
  23: [2, false],
  24: [3, false],
  27: [4, false],
  28: [5, false],
  29: [6, false],
};
const flagCodes = ["1", "2", "3", "4", "7", "8", "9"];
const [foreground, background] = [7, 8];

const known = new Map<string, Style>();

/** The style after an escape with these parameters, such as "1;31". */
export function withSgr(style: Style, parameters: string): Style {
  const key = `${style}m${parameters}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const after = computed(style, parameters);
  if (known.size > 2_000) known.clear(); // a program that paints a picture
  known.set(key, after);
  return after;
}

function computed(style: Style, parameters: string): Style {
  let places = apply([], codesOf(style));
  places = apply(places, codesOf(parameters));
  return places.filter((code) => code !== undefined).join(";");
}

// "38:2::1:2:3" says the same as "38;2;1;2;3"
const codesOf = (parameters: string) =>
  parameters
    .replace(/([34]8):2:\d*:(\d+:\d+:\d+)/g, "$1:2:$2")
    .split(/[;:]/)
    .map(Number);

function apply(start: (string | undefined)[], codes: number[]): (string | undefined)[] {
  let places = [...start];
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at]!;
    const flag = flags[code];
    if (code === 0) places = [];
    else if (flag) places[flag[0]] = flag[1] ? flagCodes[flag[0]] : undefined;
    else if (code === 22) places[0] = places[1] = undefined;
    else if (isBetween(code, 30, 37) || isBetween(code, 90, 97)) places[foreground] = String(code);
    else if (isBetween(code, 40, 47) || isBetween(code, 100, 107)) places[background] = String(code);
    else if (code === 39) places[foreground] = undefined;
    else if (code === 49) places[background] = undefined;
    else if (code === 38 || code === 48) {
      const length = codes[at + 1] === 5 ? 3 : codes[at + 1] === 2 ? 5 : 1;
      const colour = codes.slice(at, at + length);
      if (length > 1 && colour.length === length && colour.every((part) => isBetween(part, 0, 255)))
        places[code === 38 ? foreground : background] = colour.join(";");
      at += length - 1;
    }
  }
  return Array.from(places, (code) => code);
}

const isBetween = (value: number, low: number, high: number) => value >= low && value <= high;

/** The text in its style, with plain text before and after. */
export const styled = (text: string, style: Style): string =>
  style === "" || text === "" ? text : `\u001b[${style}m${text}\u001b[0m`;
