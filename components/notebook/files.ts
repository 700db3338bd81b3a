import type { StateCreator } from "zustand";
import { withViews } from "../lens/keptView";
import { type Bundled, bundledName, type Texts } from "../library/bundled";
import type { CellBody } from "./cells";
import { noHistory } from "./history";
import type { Cell, CodeCell, Notebook } from "./nbformat";
import type { Run } from "./runs";
import type { NotebookState } from "./store";
import { translatedCell } from "./twin";

/** A notebook as the page's state holds it. */
export type Desk = Pick<NotebookState, "fileName" | "frame" | "order" | "cells" | "runs">;

/**
 * What a page begins with: a notebook; the bundled one that it is a copy of, with the texts that the copy began with; and
 * what is published today, on the pages that bring it.
 */
export type Opened = { desk: Desk; bundled: Bundled | null; published: Bundled | null };

export type FileSlice = {
  /** Without folder; what Save proposes. */
  fileName: string;
  /** The notebook without its cells. */
  frame: Omit<Notebook, "cells">;
  /** The bundled notebook that this one is a copy of, edited or not, with the texts that the copy began with. */
  bundled: Bundled | null;
  /** Puts another notebook in place of the present one. */
  show(desk: Desk): void;
  markSaved(): void;
};

/** The parts of the state that hold a notebook. */
export function deskOf(notebook: Notebook, fileName: string): Desk {
  const { cells: all, ...frame } = notebook;
  const cells: { [id: string]: CellBody } = {};
  const runs: { [id: string]: Run } = {};
  for (const cell of all) {
    if (cell.cell_type !== "code") {
      cells[cell.id] = cell as CellBody;
      continue;
    }
    const { outputs, execution_count: executionCount, ...body } = cell as CodeCell;
    cells[cell.id] = body as CellBody;
    if (outputs.length > 0 || executionCount !== null) runs[cell.id] = { status: "saved", outputs, executionCount };
  }
  return { fileName, frame, order: all.map((cell) => cell.id), cells, runs };
}

/** A bundled notebook as it was published; in English until the reader's language is known. */
export function openedBundled(bundled: Bundled): Opened {
  return { desk: deskOf(bundled.texts.en, bundledName(bundled.slug, "en")), bundled, published: bundled };
}

/** The notebook on the page, with the outputs of the latest runs as they are looked at. */
export function notebookOf(
  state: Pick<NotebookState, "frame" | "order" | "cells" | "runs"> & Partial<Pick<NotebookState, "lenses">>,
): Notebook {
  const cells = state.order.map((id): Cell => {
    const body = state.cells[id]!;
    if (body.cell_type !== "code") return body as Cell;
    const run = state.runs[id];
    const outputs = withViews(run?.outputs ?? [], id, state.lenses ?? {});
    return { ...body, outputs, execution_count: run?.executionCount ?? null } as Cell;
  });
  return { ...state.frame, cells } as Notebook;
}

/**
 * The cells with a bundled notebook's prose in another language: a cell whose text is the published one gets its
 * counterpart, one that was edited stays.
 */
export function translated(
  cells: { readonly [id: string]: CellBody },
  from: Texts["en"],
  to: Texts["en"],
): { readonly [id: string]: CellBody } {
  const next = { ...cells };
  for (const published of from.cells) {
    const { id } = published;
    const counterpart = to.cells.find((cell) => cell.id === id);
    const cell = next[id];
    if (cell && counterpart) next[id] = translatedCell(cell, published, counterpart);
  }
  return next;
}

export const createFileSlice =
  ({ desk, bundled }: Opened): StateCreator<NotebookState, [], [], FileSlice> =>
  (set, get) => ({
    ...desk,
    bundled,
    show: (next) => {
      get().stop();
      set({
        ...next,
        ...noHistory,
        lenses: {},
        edited: false,
        active: next.order[0] ?? null,
        anchor: null,
        editing: null,
      });
    },
    markSaved: () => set({ edited: false }),
  });
