import * as monaco from "monaco-editor/editor/editor.api.js";

type Editor = monaco.editor.IStandaloneCodeEditor;

/** The lists and hints that Escape closes before it leaves the editor. */
const nothingOpen = ["suggestWidgetVisible", "parameterHintsVisible", "editorHoverVisible", "inSnippetMode"]
  .map((key) => `!${key}`)
  .join(" && ");

/**
 * The keys in which an editor differs from Monaco: Escape leaves, once nothing is open that it closes; Shift+Tab shows
 * what the name at the caret is, but in leading blanks or with a selection takes indent away, as Jupyter has it.
 */
export function setKeys(editor: Editor, words: { leave: string; docs: string }, leave: () => void): void {
  editor.addAction({
    id: "leave",
    label: words.leave,
    keybindings: [monaco.KeyCode.Escape],
    keybindingContext: `editorTextFocus && !editorHasMultipleSelections && ${nothingOpen}`,
    run: leave,
  });
  closeHoverFirst(editor);

  const inBlanks = editor.createContextKey<boolean>("caretInLeadingBlanks", true);
  const look = () => inBlanks.set(isInLeadingBlanks(editor));
  editor.onDidChangeCursorPosition(look);
  editor.onDidChangeModelContent(look);
  look();
  editor.addAction({
    id: "docs",
    label: words.docs,
    keybindings: [monaco.KeyMod.Shift | monaco.KeyCode.Tab],
    keybindingContext:
      "editorTextFocus && !editorHasSelection && !caretInLeadingBlanks && !editorTabMovesFocus && !inSnippetMode",
    run: showDocs,
  });
}

function isInLeadingBlanks(editor: Editor): boolean {
  const position = editor.getPosition();
  const line = position && editor.getModel()?.getLineContent(position.lineNumber);
  return !line || /^\s*$/.test(line.slice(0, position.column - 1));
}

/** What the name at the caret is; where there is none, how the call around it is written. */
function showDocs(editor: monaco.editor.ICodeEditor): void {
  const position = editor.getPosition();
  const word = position && editor.getModel()?.getWordAtPosition(position);
  if (word) editor.trigger("keyboard", "editor.action.showHover", { focus: "noAutoFocus" });
  else editor.trigger("keyboard", "editor.action.triggerParameterHints", {});
}

/** The hover hides at any key before a binding could ask whether it was there. */
function closeHoverFirst(editor: Editor): void {
  const isShown = () =>
    [...document.querySelectorAll(".monaco-resizable-hover .monaco-hover:not(.hidden)")].some(
      (hover) => hover.getClientRects().length > 0,
    );
  editor.getDomNode()?.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || event.isComposing || !isShown()) return;
      event.stopPropagation();
      event.preventDefault();
      editor.trigger("keyboard", "editor.action.hideHover", {});
    },
    true,
  );
}

const isMac = /^Mac/.test(navigator.platform);

/** How the key is called that lets Tab leave the editor, or indent again. */
export const tabKey = isMac ? "Control+Shift+M" : "Control+M";

let tabLeaves = false;
const editors = new Map<Editor, (leaves: boolean) => void>();

/** Lets a key switch, for all editors, whether Tab leaves them; `tell` hears what it is now and whenever it changes. */
export function setTabKey(editor: Editor, label: string, tell: (leaves: boolean) => void): void {
  const { CtrlCmd, WinCtrl, Shift } = monaco.KeyMod;
  editor.addAction({
    id: "switchTab",
    label,
    keybindings: [(isMac ? WinCtrl | Shift : CtrlCmd) | monaco.KeyCode.KeyM],
    run: () => {
      tabLeaves = !tabLeaves;
      for (const [each, tell] of editors) {
        each.updateOptions({ tabFocusMode: tabLeaves });
        tell(tabLeaves);
      }
    },
  });
  editors.set(editor, tell);
  editor.onDidDispose(() => editors.delete(editor));
  editor.updateOptions({ tabFocusMode: tabLeaves });
  tell(tabLeaves);
}
