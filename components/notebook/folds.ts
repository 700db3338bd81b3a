import type { StateCreator } from "zustand";
import type { Json } from "./nbformat";
import { levelOf } from "./sections";
import { type CellBody, withChanged } from "./steps";
import type { NotebookState } from "./store";

/** What of a cell can be put out of sight. */
export type Fold = "source" | "outputs" | "section";

/** Whether that part of the cell is out of sight. Keys: nbformat's, and for sections JupyterLab's. */
export function isFolded({ metadata }: CellBody, fold: Fold): boolean {
  const jupyter = (metadata.jupyter ?? {}) as Json;
  if (fold === "source") return jupyter.source_hidden === true;
  if (fold === "outputs") return jupyter.outputs_hidden === true || metadata.collapsed === true;
  return metadata["jp-MarkdownHeadingCollapsed"] === true;
}

/** The cell with that part put out of sight or back; a key that says nothing is left out. */
export function withFold(cell: CellBody, fold: Fold, isOn: boolean): CellBody {
  if (isFolded(cell, fold) === isOn) return cell;
  if (fold === "section") return { ...cell, metadata: withKey(cell.metadata, "jp-MarkdownHeadingCollapsed", isOn) };
  const jupyter = withKey(
    (cell.metadata.jupyter ?? {}) as Json,
    fold === "source" ? "source_hidden" : "outputs_hidden",
    isOn,
  );
  const metadata = withKey(cell.metadata, "jupyter", Object.keys(jupyter).length > 0 && jupyter);
  return { ...cell, metadata: fold === "outputs" && !isOn ? withKey(metadata, "collapsed", false) : metadata };
}

function withKey(object: Json, key: string, value: unknown): Json {
  const { [key]: _, ...rest } = object;
  return value === false ? rest : { ...rest, [key]: value };
}

export type FoldSlice = {
  setFold(ids: readonly string[], fold: Fold, isOn: boolean): void;
  /** All these cells the other way round than the first of them is. */
  toggleFold(ids: readonly string[], fold: Fold): void;
};

export const createFoldSlice: StateCreator<NotebookState, [], [], FoldSlice> = (set, get) => ({
  setFold: (ids, fold, isOn) =>
    set((state) => {
      const meant = ids.filter((id) => canFold(state.cells[id], fold));
      const { cells } = withChanged(state, meant, (cell) => withFold(cell, fold, isOn));
      return cells === state.cells ? {} : { cells, edited: true };
    }),
  toggleFold: (ids, fold) => {
    const { cells, setFold } = get();
    const first = ids.map((id) => cells[id]).find((cell) => canFold(cell, fold));
    if (first) setFold(ids, fold, !isFolded(first, fold));
  },
});

const canFold = (cell: CellBody | undefined, fold: Fold) =>
  cell !== undefined && (fold === "section" ? levelOf(cell) !== undefined : cell.cell_type === "code");
