/*
 * Monaco, cut to what a cell needs. Loaded when an editor is first opened; nothing else of the page imports this folder.
 * Left out on purpose: find (the page's own looks into all cells), folding, context menu.
 */

import "monaco-editor/features/codeEditor/register.js";
import "monaco-editor/features/bracketMatching/register.js";
import "monaco-editor/features/caretOperations/register.js";
import "monaco-editor/features/clipboard/register.js";
import "monaco-editor/features/comment/register.js";
import "monaco-editor/features/cursorUndo/register.js";
import "monaco-editor/features/hover/register.js";
import "monaco-editor/features/indentation/register.js";
import "monaco-editor/features/lineSelection/register.js";
import "monaco-editor/features/linesOperations/register.js";
import "monaco-editor/features/multicursor/register.js";
import "monaco-editor/features/parameterHints/register.js";
import "monaco-editor/features/smartSelect/register.js";
import "monaco-editor/features/snippet/register.js";
import "monaco-editor/editor/contrib/suggest/browser/suggestController.js"; // its feature brings only a part of it
import "monaco-editor/features/wordOperations/register.js";
import "monaco-editor/features/wordPartOperations/register.js";
import * as monaco from "monaco-editor/editor/editor.api.js";
import type { EditorLanguage } from "../colours";
import styles from "../editor.module.css";
import type { EditorHelp } from "../help";
import type { Look } from "../look";
import type { LiveText } from "../marks";
import { registerLanguages } from "./languages";
import { joinSteps, modelOf, viewStates } from "./models";
import { markOdd } from "./odd";
import { registerPythonHelp } from "./pythonHelp";
import { applyLook } from "./theme";

export { setKeys, setTabKey, tabKey } from "./keys";
export { joinSteps, replaceText, speak } from "./models";
export { applyLook } from "./theme";

export type Editor = monaco.editor.IStandaloneCodeEditor;

self.MonacoEnvironment = {
  getWorker: () => new Worker(new URL("monaco-editor/editor/editor.worker.js", import.meta.url), { type: "module" }),
};

registerLanguages();
registerPythonHelp();

type Setting = {
  key: string;
  value: string;
  language: EditorLanguage;
  label: string;
  look: Look;
  help?: EditorHelp;
};

/** An editor in `host` on the text that belongs to `key`; editing steps, caret and scroll are remembered by key. */
export function createEditor(host: HTMLElement, { key, value, language, label, look, help }: Setting): Editor {
  applyLook(look);
  const isProse = language === "markdown";
  const editor = monaco.editor.create(host, {
    model: modelOf(key, value, language, help),
    ariaLabel: label,
    fontFamily: look.fontFamily,
    fontSize: look.fontSize,
    lineHeight: look.lineHeight,
    fontLigatures: false,
    padding: { top: 12, bottom: 12 },
    tabSize: 4, // the still code's
    detectIndentation: false, // it would change that
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
    renderWhitespace: "none",
    occurrencesHighlight: "off",
    selectionHighlight: false,
    guides: { indentation: false },
    scrollbar: {
      vertical: "hidden",
      horizontalScrollbarSize: 8,
      ignoreHorizontalScrollbarInContentHeight: true, // there is room for it below the last line
      useShadows: false,
      alwaysConsumeMouseWheel: false,
    },
    wordWrap: isProse ? "on" : "off",
    wrappingStrategy: isProse ? "advanced" : "simple",
    wrappingIndent: "none", // as the style sheet wraps the still text
    quickSuggestions: isProse ? false : { other: true, comments: false, strings: false },
    quickSuggestionsDelay: 60,
    acceptSuggestionOnEnter: "smart", // Enter on what already stands there is a new line
    acceptSuggestionOnCommitCharacter: false,
    wordBasedSuggestions: "off",
    suggest: { showWords: false, showStatusBar: false },
    parameterHints: { enabled: true, cycle: true },
    hover: { enabled: "on", delay: 400, above: true },
    contextmenu: false,
    links: false,
    fixedOverflowWidgets: true,
    overflowWidgetsDomNode: widgetLayer(),
    unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: false }, // odd.ts does, alike in still code
    renderControlCharacters: true,
  });
  markOdd(editor);
  const view = viewStates.get(key);
  if (view) editor.restoreViewState(view);
  return editor;
}

/** Ends an editor; a later one on the same key goes on where it stood. */
export function endEditor(editor: Editor, key: string): void {
  const view = editor.saveViewState();
  editor.dispose();
  if (view) viewStates.set(key, view);
}

let layer: HTMLElement | undefined;

/** Where lists and hints of every editor stand: beside the cells, which would cut them off. */
function widgetLayer(): HTMLElement {
  if (!layer) {
    layer = document.createElement("div");
    layer.className = `monaco-editor ${styles.widgets}`;
    layer.dataset.editorWidgets = "";
    document.body.append(layer);
  }
  return layer;
}

/** Puts the caret or selection, given in characters from the start of the text, into the editor. */
export function selectRange(editor: Editor, start: number, end: number): void {
  const model = editor.getModel();
  if (!model) return;
  const { lineNumber, column } = model.getPositionAt(start);
  const last = model.getPositionAt(end);
  editor.setSelection(new monaco.Range(lineNumber, column, last.lineNumber, last.column));
}

/** Brings a stretch of the text into sight inside of the editor; returns how far below the editor's top it stands, in pixels. */
export function topOf(editor: Editor, start: number, end: number): number {
  const model = editor.getModel();
  if (!model) return 0;
  const range = monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end));
  editor.revealRange(range, monaco.editor.ScrollType.Immediate);
  return editor.getTopForLineNumber(range.startLineNumber);
}

/** Marks stretches of an editor's text; a later call takes the place of an earlier one. */
export function markerOf(editor: Editor): LiveText {
  const marks = editor.createDecorationsCollection();
  return {
    joinSteps,
    boxOf(start, end) {
      const [model, node] = [editor.getModel(), editor.getDomNode()];
      const from = model && editor.getScrolledVisiblePosition(model.getPositionAt(start));
      const to = model && editor.getScrolledVisiblePosition(model.getPositionAt(end));
      if (!from || !to || !node) return null;
      const { left, top } = node.getBoundingClientRect();
      return { left: left + from.left, top: top + from.top, width: to.left - from.left, height: from.height };
    },
    mark(ranges, now) {
      const model = editor.getModel();
      if (!model || (ranges.length === 0 && marks.length === 0)) return;
      marks.set(
        ranges.map(([start, end], index) => ({
          range: monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end)),
          options: { inlineClassName: index === now ? "found-now" : "found" },
        })),
      );
    },
  };
}
