import type { TokenKind } from "./colours/tokens";

/** Every colour that Monaco needs, as the style sheet's variable that says it. */
const variables = {
  plain: "--ink",
  keyword: "--code-keyword",
  constant: "--code-constant",
  string: "--code-string",
  number: "--code-number",
  comment: "--code-comment",
  decorator: "--code-decorator",
  name: "--code-name",
  heading: "--code-name",
  strong: "--ink",
  emphasis: "--ink",
  link: "--code-keyword",
  selection: "--selection",
  caret: "--accent",
  bracket: "--bracket",
  paper: "--raised",
  line: "--line-strong",
  chosen: "--chip",
  soft: "--ink-soft",
} as const satisfies { [kind in TokenKind]: string } & { [other: string]: string };

export type Colours = { [name in keyof typeof variables]: string };

/** What the page's style sheet says about code; Monaco can't read it there. */
export type Look = { fontFamily: string; fontSize: number; lineHeight: number; isDark: boolean; colours: Colours };

/** How code looks here, read from the style sheet, which alone says so. Colours are "#rrggbbaa". */
export function readLook(element: HTMLElement): Look {
  const style = getComputedStyle(element);
  const probe = document.createElement("span");
  element.append(probe);
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true })!;
  const hexOf = (variable: string) => {
    probe.style.color = `var(${variable})`;
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = getComputedStyle(probe).color;
    canvas.fillRect(0, 0, 1, 1);
    const bytes = canvas.getImageData(0, 0, 1, 1).data;
    return `#${Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
  };
  const colours = Object.fromEntries(Object.entries(variables).map(([name, variable]) => [name, hexOf(variable)]));
  probe.remove();
  return {
    fontFamily: style.fontFamily,
    fontSize: Number.parseFloat(style.fontSize),
    lineHeight: Number.parseFloat(style.lineHeight),
    isDark: isDark(colours.plain!),
    colours: colours as Colours,
  };
}

/** Light ink stands on a dark page. */
const isDark = (ink: string) => Number.parseInt(ink.slice(1, 3), 16) > 0x80;
