import * as monaco from "monaco-editor/editor/editor.api.js";
import type { EditorLanguage } from "../colours";
import { type EditorHelp, noHelp } from "../help";

/** How many texts are remembered with their editing steps. */
const kept = 200;

const models = new Map<string, monaco.editor.ITextModel>(); // the latest last

const helps = new WeakMap<monaco.editor.ITextModel, EditorHelp>();

/** What may be asked about the notebook around a text. */
export const helpOf = (model: monaco.editor.ITextModel): EditorHelp => helps.get(model) ?? noHelp;

/** Caret and scroll of texts whose editor was ended. */
export const viewStates = new Map<string, monaco.editor.ICodeEditorViewState>();

/** The text that belongs to a key, with the editing steps that it has gone through. */
export function modelOf(
  key: string,
  value: string,
  language: EditorLanguage,
  help: EditorHelp = noHelp,
): monaco.editor.ITextModel {
  const model = models.get(key) ?? monaco.editor.createModel(value, language);
  models.delete(key);
  models.set(key, model);
  if (model.getLanguageId() !== language) monaco.editor.setModelLanguage(model, language);
  setText(model, value);
  helps.set(model, help);
  forget();
  return model;
}

/** The key that a text belongs to. */
export function keyOf(model: monaco.editor.ITextModel): string | undefined {
  for (const [key, other] of models) if (other === model) return key;
  return undefined;
}

/** The text, if it is not what the editor shows; its undo steps stay. */
export function replaceText(editor: monaco.editor.ICodeEditor, value: string): void {
  const model = editor.getModel();
  if (model) setText(model, value);
}

/** Gives the editor's text another language. */
export function speak(editor: monaco.editor.ICodeEditor, language: EditorLanguage): void {
  const model = editor.getModel();
  if (model && model.getLanguageId() !== language) monaco.editor.setModelLanguage(model, language);
}

let isJoined = false;

/** From now on what is replaced in texts is one editing step, until this is called again with false. */
export function joinSteps(joins: boolean): void {
  for (const model of models.values()) model.pushStackElement();
  isJoined = joins;
}

/** Only what differs is replaced, so that carets elsewhere stay where they are. */
function setText(model: monaco.editor.ITextModel, value: string): void {
  const old = model.getValue();
  if (old === value) return;
  let start = 0;
  while (start < old.length && start < value.length && old[start] === value[start]) start++;
  let end = 0;
  const most = Math.min(old.length, value.length) - start;
  while (end < most && old[old.length - 1 - end] === value[value.length - 1 - end]) end++;
  const range = monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(old.length - end));
  if (!isJoined) model.pushStackElement();
  model.pushEditOperations([], [{ range, text: value.slice(start, value.length - end) }], () => null);
  if (!isJoined) model.pushStackElement();
  // line ends other than \n, which the model makes equal
  if (model.getValue() !== value) model.setValue(value);
}

function forget(): void {
  for (const [key, model] of models) {
    if (models.size <= kept) return;
    if (model.isAttachedToEditor()) continue;
    models.delete(key);
    viewStates.delete(key);
    model.dispose();
  }
}
