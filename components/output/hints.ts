import type { texts } from "../text";

/** What a short sentence of help says, and what fills its places. */
export type Hint = { key: keyof (typeof texts)["hints"]; parts: string[] };

type Rule = { name: RegExp; message: RegExp; hint: (match: RegExpMatchArray) => Hint | null };

const plain = (key: Hint["key"], name: RegExp, message = /(?:)/): Rule => ({
  name,
  message,
  hint: () => ({ key, parts: [] }),
});
const filled = (key: Hint["key"], name: RegExp, message: RegExp): Rule => ({
  name,
  message,
  hint: ([, ...parts]) => ({ key, parts }),
});

const ascii: { [mark: string]: string } = {
  "，": ",",
  "。": ".",
  "：": ":",
  "；": ";",
  "（": "(",
  "）": ")",
  "【": "[",
  "】": "]",
  "“": '"',
  "”": '"',
  "‘": "'",
  "’": "'",
  "！": "!",
  "？": "?",
  "＝": "=",
  "＋": "+",
  "－": "-",
  "×": "*",
  "、": ",",
  "《": "<",
  "》": ">",
  "\u3000": " ",
  "\u00a0": " ",
};

/** The mistakes that beginners make most, each recognised by Python's own words; the first that fits is told. */
const rules: Rule[] = [
  {
    name: /^SyntaxError$/,
    message: /^invalid (?:non-printable )?character (?:'(.)' \()?(?:U\+([0-9A-F]{4}))/u,
    hint: ([, shown, code]) => {
      const character = shown ?? String.fromCodePoint(Number.parseInt(code ?? "0", 16));
      const instead = ascii[character];
      if (instead === undefined) return null;
      return instead === " " ? { key: "wideBlank", parts: [] } : { key: "wideMark", parts: [character, instead] };
    },
  },
  filled("unclosed", /^SyntaxError$/, /^'(.)' was never closed/),
  filled("colonMissing", /^SyntaxError$/, /^expected (':')/),
  plain("assignedInCondition", /^SyntaxError$/, /Maybe you meant '==' or ':='/),
  plain("stringOpen", /^SyntaxError$/, /^unterminated (?:f-)?string literal|^unterminated triple-quoted/),
  plain("printWithParentheses", /^SyntaxError$/, /^Missing parentheses in call to 'print'/),
  filled("blockExpected", /^IndentationError$/, /^expected an indented block after (.+) on line (\d+)/),
  plain("unexpectedIndent", /^IndentationError$/, /^unexpected indent/),
  plain("unindentMismatch", /^IndentationError$/, /^unindent does not match/),
  plain("tabs", /^TabError$/),
  filled("noTqdm", /^ModuleNotFoundError$/, /^No module named '(tqdm)(?:\.|')/),
  filled("noMatplotlib", /^ModuleNotFoundError$/, /^No module named '(matplotlib|pylab|seaborn)'/),
  filled("noRequests", /^ModuleNotFoundError$/, /^No module named '(requests|httpx|aiohttp|urllib3)'/),
  filled("noModule", /^ModuleNotFoundError$/, /^No module named '([\w.]+)'/),
  plain("noNetwork", /^URLError$/, /could not be reached\. Cells reach only/),
  // what the browsers say when their policy, the host or the network refuses: Chromium, Firefox, WebKit
  plain(
    "noNetwork",
    /^(?:TypeError|JsException|NetworkError|OSError|AbortError)$/,
    /Failed to fetch|NetworkError when attempting to fetch|^(?:TypeError: )?Load failed|Failed to execute 'send' on 'XMLHttpRequest'|^NetworkError: /,
  ),
  plain("recursion", /^RecursionError$/),
  plain("stopped", /^KeyboardInterrupt$/),
  {
    name: /^ValueError$/,
    message: /broadcast.*?[([]([\d, ]*)[)\]].*?[([]([\d, ]*)[)\]]/s,
    hint: ([, first = "", second = ""]) => {
      const sizes = (shape: string) =>
        shape
          .split(",")
          .map((size) => size.trim())
          .filter(Boolean)
          .map(Number);
      const [a, b] = [sizes(first).reverse(), sizes(second).reverse()];
      const at = a.findIndex((size, axis) => b[axis] !== undefined && size !== b[axis] && size !== 1 && b[axis] !== 1);
      return at < 0 ? null : { key: "shapes", parts: [String(a[at]), String(b[at]), String(at + 1)] };
    },
  },
];

/** A sentence of help for an error, if what went wrong is certain from its words. */
export function hintOf(name: string, message: string): Hint | null {
  for (const rule of rules) {
    const match = rule.name.test(name) ? rule.message.exec(message) : null;
    if (match) return rule.hint(match);
  }
  return null;
}

/** The name that an error says is not defined. */
export const undefinedName = (name: string, message: string): string | undefined =>
  (name === "NameError" && /^name '(\w+)' is not defined/.exec(message)?.[1]) ||
  (name === "ReferenceError" && /^([\w$]+) is not defined/.exec(message)?.[1]) ||
  undefined;

/** Whether code defines the name at its top level, as its text shows. */
export function defines(code: string, name: string): boolean {
  const safe = name.replace(/\$/g, "\\$");
  return new RegExp(
    `^(?:${safe}\\s*(?::[^=\\n]+)?=(?!=)|(?:async\\s+)?def\\s+${safe}\\b|class\\s+${safe}\\b|import\\s+(?:[^\\n]*\\bas\\s+)?${safe}\\b|from\\s+\\S+\\s+import\\s[^\\n]*\\b${safe}\\b|(?:export\\s+)?(?:const|let|var|function|async function)\\s+${safe}\\b)`,
    "m",
  ).test(code);
}
