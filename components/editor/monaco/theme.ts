import * as monaco from "monaco-editor/editor/editor.api.js";
import type { TokenKind } from "../colours/tokens";
import type { Colours, Look } from "../look";

/** How each kind of text is written, beside its colour; the still code's style sheet says the same. */
const styles: { [kind in Exclude<TokenKind, "plain">]: string } = {
  keyword: "",
  constant: "",
  string: "",
  number: "",
  comment: "italic",
  decorator: "",
  name: "",
  heading: "bold",
  strong: "bold",
  emphasis: "italic",
  link: "",
};

// Monaco would give each depth of brackets a colour of its own
const bracketColours = [...[1, 2, 3, 4, 5, 6].map((depth) => `foreground${depth}`), "unexpectedBracket.foreground"];

let applied = "";

/** Gives every editor the colours of the page. */
export function applyLook({ isDark, colours }: Look): void {
  const wanted = JSON.stringify([isDark, colours]);
  if (wanted === applied) return;
  applied = wanted;
  const hex = (kind: keyof Colours) => colours[kind].slice(1);
  monaco.editor.defineTheme("sporebook", {
    base: isDark ? "vs-dark" : "vs",
    inherit: false,
    rules: [
      { token: "", foreground: hex("plain") },
      ...Object.entries(styles).map(([token, fontStyle]) => ({
        token,
        foreground: hex(token as TokenKind),
        fontStyle,
      })),
    ],
    colors: {
      "editor.background": "#00000000",
      "editor.foreground": colours.plain,
      "editorCursor.foreground": colours.caret,
      "editor.selectionBackground": colours.selection,
      "editorBracketMatch.background": colours.bracket,
      "editorBracketMatch.border": "#00000000",
      focusBorder: "#00000000",
      "editorWidget.background": colours.paper,
      "editorWidget.foreground": colours.plain,
      "editorWidget.border": colours.line,
      "editorSuggestWidget.background": colours.paper,
      "editorSuggestWidget.border": colours.line,
      "editorSuggestWidget.foreground": colours.plain,
      "editorSuggestWidget.selectedBackground": colours.selection,
      "editorSuggestWidget.selectedForeground": colours.plain,
      "editorSuggestWidget.highlightForeground": colours.caret,
      "editorSuggestWidget.focusHighlightForeground": colours.caret,
      "editorHoverWidget.background": colours.paper,
      "editorHoverWidget.border": colours.line,
      "editorHoverWidget.foreground": colours.plain,
      "editorHoverWidget.highlightForeground": colours.caret,
      "list.hoverBackground": colours.chosen,
      "textCodeBlock.background": "#00000000",
      "widget.shadow": "#00000033",
      descriptionForeground: colours.soft,
      ...Object.fromEntries(bracketColours.map((name) => [`editorBracketHighlight.${name}`, colours.plain])),
    },
  });
  monaco.editor.setTheme("sporebook");
}
