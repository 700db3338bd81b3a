import * as monaco from "monaco-editor/editor/editor.api.js";
import { type EditorLanguage, tokenize, tokenizers } from "../colours";

const { IndentAction } = monaco.languages;
const brackets: [string, string][] = [
  ["{", "}"],
  ["[", "]"],
  ["(", ")"],
];
const bracketPairs = brackets.map(([open, close]) => ({ open, close }));
const quotes = (...marks: string[]) => marks.map((mark) => ({ open: mark, close: mark, notIn: ["string", "comment"] }));

/** How each language is written: its brackets, comments, and what Enter does. */
const configurations: { [L in EditorLanguage]: monaco.languages.LanguageConfiguration } = {
  python: {
    comments: { lineComment: "#" },
    brackets,
    autoClosingPairs: [...bracketPairs, ...quotes('"', "'")],
    onEnterRules: [
      {
        beforeText: /^\s*(?:def|class|for|if|elif|else|while|try|with|finally|except|async|match|case)\b.*:\s*$/,
        action: { indentAction: IndentAction.Indent },
      },
      {
        beforeText: /^\s+(?:return|pass|break|continue|raise)\b.*$/,
        action: { indentAction: IndentAction.Outdent },
      },
    ],
  },
  typescript: {
    comments: { lineComment: "//", blockComment: ["/*", "*/"] },
    brackets,
    autoClosingPairs: [...bracketPairs, ...quotes('"', "'", "`")],
    indentationRules: {
      increaseIndentPattern: /^.*(?:\{[^}"'`]*|\([^)"'`]*|\[[^\]"'`]*)$/,
      decreaseIndentPattern: /^\s*[})\]]/,
    },
    onEnterRules: [
      {
        beforeText: /^\s*\/\*\*(?!\/)([^*]|\*(?!\/))*$/,
        afterText: /^\s*\*\/$/,
        action: { indentAction: IndentAction.IndentOutdent, appendText: " * " },
      },
      { beforeText: /^\s*\*( ([^*]|\*(?!\/))*)?$/, action: { indentAction: IndentAction.None, appendText: "* " } },
    ],
  },
  markdown: {
    comments: { blockComment: ["<!--", "-->"] },
    brackets,
    autoClosingPairs: bracketPairs.slice(1),
    surroundingPairs: [...bracketPairs, ...["*", "_", "`", "$", '"'].map((mark) => ({ open: mark, close: mark }))],
    onEnterRules: [
      { beforeText: /^\s*[-*+]\s+\S.*$/, action: { indentAction: IndentAction.None, appendText: "- " } },
      { beforeText: /^\s*>\s?\S.*$/, action: { indentAction: IndentAction.None, appendText: "> " } },
    ],
  },
};

export function registerLanguages(): void {
  for (const id of Object.keys(tokenizers) as EditorLanguage[]) {
    monaco.languages.register({ id });
    monaco.languages.setLanguageConfiguration(id, configurations[id]);
    colour(id);
  }
}

/** The page's own colours for a language; whoever brings others in calls it again. */
export function colour(id: EditorLanguage): void {
  monaco.languages.setTokensProvider(id, {
    getInitialState: () => stateOf(""),
    tokenize: (line, state) => {
      const { tokens, state: next } = tokenize(line, (state as State).open, id);
      return {
        tokens: tokens.map(({ start, kind }) => ({ startIndex: start, scopes: kind === "plain" ? "" : kind })),
        endState: stateOf(next),
      };
    },
  });
}

type State = monaco.languages.IState & { open: string };
const stateOf = (open: string): State => ({
  open,
  clone: () => stateOf(open),
  equals: (other) => (other as State).open === open,
});
