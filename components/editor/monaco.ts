/*
 * Monaco, cut to what a cell needs. Loaded when an editor is first opened; nothing else of the page imports this file.
 * Left out on purpose: find (the browser's own finds in all cells), suggestions, hover, folding, context menu.
 */

import "monaco-editor/features/codeEditor/register.js";
import "monaco-editor/features/bracketMatching/register.js";
import "monaco-editor/features/caretOperations/register.js";
import "monaco-editor/features/clipboard/register.js";
import "monaco-editor/features/comment/register.js";
import "monaco-editor/features/cursorUndo/register.js";
import "monaco-editor/features/indentation/register.js";
import "monaco-editor/features/lineSelection/register.js";
import "monaco-editor/features/linesOperations/register.js";
import "monaco-editor/features/multicursor/register.js";
import "monaco-editor/features/smartSelect/register.js";
import "monaco-editor/features/toggleTabFocusMode/register.js";
import "monaco-editor/features/wordOperations/register.js";
import "monaco-editor/features/wordPartOperations/register.js";
import * as monaco from "monaco-editor/editor/editor.api.js";
import { type LineState, type TokenKind, tokenizeLine } from "./python";

export type Language = "python" | "markdown";
export type Editor = monaco.editor.IStandaloneCodeEditor;

self.MonacoEnvironment = {
  getWorker: () => new Worker(new URL("monaco-editor/editor/editor.worker.js", import.meta.url), { type: "module" }),
};

/** What the page's style sheet says about code; Monaco can't read it there. */
export type Look = { fontFamily: string; fontSize: number; lineHeight: number; isDark: boolean; colours: Colours };
export type Colours = { [kind in TokenKind | "selection" | "caret" | "bracket"]: string };

registerPython();
monaco.languages.register({ id: "markdown" });

/** An editor in `host` on the text that belongs to `key`; editing steps are remembered by key. */
export function createEditor(
  host: HTMLElement,
  { key, value, language, label, look }: { key: string; value: string; language: Language; label: string; look: Look },
): Editor {
  applyLook(look);
  const editor = monaco.editor.create(host, {
    model: modelOf(key, value, language),
    ariaLabel: label,
    fontFamily: look.fontFamily,
    fontSize: look.fontSize,
    lineHeight: look.lineHeight,
    fontLigatures: false,
    padding: { top: 12, bottom: 12 },
    lineNumbers: "off",
    glyphMargin: false,
    folding: false,
    lineDecorationsWidth: 16, // the still code's left padding
    lineNumbersMinChars: 0,
    minimap: { enabled: false },
    scrollBeyondLastLine: false,
    scrollBeyondLastColumn: 2,
    overviewRulerLanes: 0,
    overviewRulerBorder: false,
    hideCursorInOverviewRuler: true,
    renderLineHighlight: "none",
    occurrencesHighlight: "off",
    selectionHighlight: false,
    guides: { indentation: false },
    scrollbar: { vertical: "hidden", horizontalScrollbarSize: 8, useShadows: false, alwaysConsumeMouseWheel: false },
    wordWrap: language === "markdown" ? "on" : "off",
    wrappingStrategy: language === "markdown" ? "advanced" : "simple",
    quickSuggestions: false,
    suggestOnTriggerCharacters: false,
    wordBasedSuggestions: "off",
    contextmenu: false,
    links: false,
    fixedOverflowWidgets: true,
    unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: true },
  });
  return editor;
}

/** Escape for `act`, except where it has something to close in the editor itself. */
export function onEscape(editor: Editor, label: string, act: () => void): void {
  editor.addAction({
    id: "leave",
    label,
    keybindings: [monaco.KeyCode.Escape],
    keybindingContext: "editorTextFocus && !editorHasMultipleSelections",
    run: act,
  });
}

/** Puts the caret or selection, given in characters from the start of the text, into the editor. */
export function selectRange(editor: Editor, start: number, end: number): void {
  const model = editor.getModel();
  if (!model) return;
  const { lineNumber, column } = model.getPositionAt(start);
  const last = model.getPositionAt(end);
  editor.setSelection(new monaco.Range(lineNumber, column, last.lineNumber, last.column));
}

/** The text, if it is not what the editor shows; its undo steps stay. */
export function replaceText(editor: Editor, value: string): void {
  const model = editor.getModel();
  if (!model || model.getValue() === value) return;
  model.pushEditOperations([], [{ range: model.getFullModelRange(), text: value }], () => null);
}

export function applyLook({ isDark, colours }: Look): void {
  const hex = (kind: keyof Colours) => colours[kind].slice(1);
  monaco.editor.defineTheme("sporebook", {
    base: isDark ? "vs-dark" : "vs",
    inherit: false,
    rules: [
      { token: "", foreground: hex("plain") },
      ...(["keyword", "constant", "string", "number", "decorator", "name"] as const).map((token) => ({
        token,
        foreground: hex(token),
      })),
      { token: "comment", foreground: hex("comment"), fontStyle: "italic" },
    ],
    colors: {
      "editor.background": "#00000000",
      "editor.foreground": colours.plain,
      "editorCursor.foreground": colours.caret,
      "editor.selectionBackground": colours.selection,
      "editorBracketMatch.background": colours.bracket,
      "editorBracketMatch.border": "#00000000",
      focusBorder: "#00000000",
      ...Object.fromEntries(bracketColours.map((name) => [`editorBracketHighlight.${name}`, colours.plain])),
    },
  });
  monaco.editor.setTheme("sporebook");
}

// Monaco would give each depth of brackets a colour of its own
const bracketColours = [...[1, 2, 3, 4, 5, 6].map((depth) => `foreground${depth}`), "unexpectedBracket.foreground"];

const models = new Map<string, monaco.editor.ITextModel>();

function modelOf(key: string, value: string, language: Language): monaco.editor.ITextModel {
  let model = models.get(key);
  models.delete(key);
  if (!model) model = monaco.editor.createModel(value, language);
  models.set(key, model); // the latest last
  if (model.getLanguageId() !== language) monaco.editor.setModelLanguage(model, language);
  if (model.getValue() !== value)
    model.pushEditOperations([], [{ range: model.getFullModelRange(), text: value }], () => null);
  if (models.size > 50) {
    const [oldest, forgotten] = models.entries().next().value!;
    models.delete(oldest);
    forgotten.dispose();
  }
  return model;
}

function registerPython(): void {
  monaco.languages.register({ id: "python" });
  monaco.languages.setLanguageConfiguration("python", {
    comments: { lineComment: "#" },
    brackets: [
      ["{", "}"],
      ["[", "]"],
      ["(", ")"],
    ],
    autoClosingPairs: [
      { open: "{", close: "}" },
      { open: "[", close: "]" },
      { open: "(", close: ")" },
      { open: '"', close: '"', notIn: ["string", "comment"] },
      { open: "'", close: "'", notIn: ["string", "comment"] },
    ],
    onEnterRules: [
      {
        beforeText: /^\s*(?:def|class|for|if|elif|else|while|try|with|finally|except|async|match|case)\b.*:\s*$/,
        action: { indentAction: monaco.languages.IndentAction.Indent },
      },
      {
        beforeText: /^\s+(?:return|pass|break|continue|raise)\b.*$/,
        action: { indentAction: monaco.languages.IndentAction.Outdent },
      },
    ],
  });
  monaco.languages.setTokensProvider("python", {
    getInitialState: () => stateOf(""),
    tokenize: (line, state) => {
      const { tokens, state: next } = tokenizeLine(line, (state as State).open);
      return {
        tokens: tokens.map(({ start, kind }) => ({ startIndex: start, scopes: kind === "plain" ? "" : kind })),
        endState: stateOf(next),
      };
    },
  });
}

type State = monaco.languages.IState & { open: LineState };
const stateOf = (open: LineState): State => ({
  open,
  clone: () => stateOf(open),
  equals: (other) => (other as State).open === open,
});
