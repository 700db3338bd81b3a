import * as monaco from "monaco-editor/editor/editor.api.js";
import type { EditorLanguage } from "../colours";
import { oddIn } from "../odd";

/** Marks characters that are not what they seem, as the still code does; those that nobody would see show their number. */
export function markOdd(editor: monaco.editor.IStandaloneCodeEditor): void {
  const marks = editor.createDecorationsCollection();
  const mark = () => {
    const model = editor.getModel();
    if (!model || model.getLanguageId() === "markdown") return;
    const odd = oddIn(model.getValue(monaco.editor.EndOfLinePreference.LF), model.getLanguageId() as EditorLanguage);
    if (odd.length === 0 && marks.length === 0) return;
    marks.set(
      odd.map(({ start, end, kind, code }) => ({
        range: monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end)),
        options: {
          inlineClassName: "odd",
          // marks of direction are drawn with their number by the editor itself
          ...(kind === "unseen" && { before: { content: code, inlineClassName: "odd" } }),
        },
      })),
    );
  };
  mark();
  editor.onDidChangeModelContent(mark);
  editor.onDidChangeModelLanguage(mark);
}
