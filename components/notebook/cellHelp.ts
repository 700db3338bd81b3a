import type { EditorHelp } from "../editor/help";
import { codeOf, languageOf } from "./language";
import type { NotebookStore } from "./store";

/** What the editor of a cell may ask about the cells above it and about the running kernel. */
export function helpFor(store: NotebookStore, id: string): EditorHelp {
  const language = () => {
    const { cells, frame } = store.getState();
    return cells[id] ? languageOf(cells[id], frame) : "python";
  };
  return {
    above() {
      const { order, cells, frame } = store.getState();
      const own = language();
      return order
        .slice(0, Math.max(0, order.indexOf(id)))
        .map((each) => cells[each]!)
        .filter((cell) => cell.cell_type === "code" && languageOf(cell, frame) === own)
        .map(({ source }) => codeOf(source));
    },
    complete: (code, offset) => store.getState().complete(language(), code, offset),
    inspect: (code, offset) => store.getState().inspect(language(), code, offset),
  };
}
