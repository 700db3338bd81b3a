import * as monaco from "monaco-editor/editor/editor.api.js";
import type { TypeClient } from "./client";
import { rangeOf } from "./providers";

/** Whose marks these are. */
const owner = "types";
/** How long nobody must have typed. */
const quietMs = 400;

/**
 * Underlines the mistakes of every TypeScript cell that has an editor, again after each change of any cell. `watch` calls
 * back when a cell has changed, and returns what ends that.
 */
export function underlineMistakes(
  client: TypeClient,
  cellOf: (model: monaco.editor.ITextModel) => string | undefined,
  watch: (onChange: () => void) => () => void,
): monaco.IDisposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turn = 0;

  async function underline(): Promise<void> {
    const mine = ++turn;
    for (const model of monaco.editor.getModels()) {
      const id = model.getLanguageId() === "typescript" && model.isAttachedToEditor() ? cellOf(model) : undefined;
      if (id === undefined) {
        monaco.editor.setModelMarkers(model, owner, []);
        continue;
      }
      const version = model.getVersionId();
      const found = await client.mistakes(id);
      if (mine !== turn) return; // something has changed, which has called again
      if (model.isDisposed() || model.getVersionId() !== version) continue;
      const markers = found.map(({ from, to, message, code }) => {
        const { startLineNumber, startColumn, endLineNumber, endColumn } = rangeOf(model, { from, to });
        const severity = monaco.MarkerSeverity.Error;
        return { startLineNumber, startColumn, endLineNumber, endColumn, severity, message, code: `ts(${code})` };
      });
      monaco.editor.setModelMarkers(model, owner, markers);
      for (const editor of monaco.editor.getEditors())
        if (editor.getModel() === model) editor.getContainerDomNode().dataset.mistakes = String(markers.length);
    }
  }
  const soon = (wait = quietMs) => {
    clearTimeout(timer);
    timer = setTimeout(() => void underline().catch(() => {}), wait); // without the worker nothing is underlined
  };
  const unwatch = watch(() => soon());
  const created = monaco.editor.onDidCreateEditor(() => soon(0));
  const spoken = monaco.editor.onDidChangeModelLanguage(() => soon(0));
  soon(0);
  return {
    dispose() {
      turn++;
      clearTimeout(timer);
      unwatch();
      created.dispose();
      spoken.dispose();
      for (const model of monaco.editor.getModels()) monaco.editor.setModelMarkers(model, owner, []);
    },
  };
}
