import type { StateCreator } from "zustand";
import type { Language } from "../text";
import type { CellBody } from "./cells";
import { type Cell, type CodeCell, emptyNotebook, type Notebook } from "./nbformat";
import { cutOff, type Run } from "./runs";
import type { NotebookState } from "./store";

/** The bundled tutorial: the same cells under the same ids, with the prose in either language. */
export type Tutorial = { [L in Language]: Notebook };

/** Everything that changes when another notebook is opened. */
type Desk = Pick<
  NotebookState,
  "fileName" | "frame" | "order" | "cells" | "removed" | "runs" | "isTutorial" | "edited"
>;

export type FileSlice = {
  /** Without folder; what Save proposes. */
  fileName: string;
  /** The notebook without its cells. */
  frame: Omit<Notebook, "cells">;
  tutorial: Tutorial;
  /** What is on the page is the bundled tutorial, edited or not. */
  isTutorial: boolean;
  /** The notebook that was on the page before this one. */
  before: Desk | null;
  /** Puts the notebook in place of the present one, which stays within reach of `goBack`. */
  show(notebook: Notebook, fileName: string): void;
  showTutorial(): void;
  showEmpty(): void;
  goBack(): void;
  markSaved(): void;
};

export const tutorialName = (language: Language) => `network-parameters.${language}.ipynb`;

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
  const order = all.map((cell) => cell.id);
  return { fileName, frame, order, cells, removed: [], runs, isTutorial: false, edited: false };
}

/** The notebook on the page, with the outputs of the latest runs. */
export function notebookOf(state: Pick<NotebookState, "frame" | "order" | "cells" | "runs">): Notebook {
  const cells = state.order.map((id): Cell => {
    const body = state.cells[id]!;
    if (body.cell_type !== "code") return body as Cell;
    const run = state.runs[id];
    return { ...body, outputs: run?.outputs ?? [], execution_count: run?.executionCount ?? null } as Cell;
  });
  return { ...state.frame, cells } as Notebook;
}

/**
 * The cells with the tutorial's prose in another language: a cell whose text is the tutorial's gets its counterpart,
 * one that was edited stays.
 */
export function translated(
  cells: { readonly [id: string]: CellBody },
  from: Notebook,
  to: Notebook,
): { readonly [id: string]: CellBody } {
  const next = { ...cells };
  for (const { id, source } of from.cells) {
    const counterpart = to.cells.find((cell) => cell.id === id);
    const cell = next[id];
    if (cell && counterpart && cell.source === source) next[id] = { ...cell, source: counterpart.source };
  }
  return next;
}

export const createFileSlice =
  (tutorial: Tutorial): StateCreator<NotebookState, [], [], FileSlice> =>
  (set, get) => {
    const show = (desk: Desk) => {
      get().stop();
      const { fileName, frame, order, cells, removed, isTutorial, edited } = get();
      const runs = Object.fromEntries(Object.entries(get().runs).map(([id, run]) => [id, cutOff(run)]));
      const before = { fileName, frame, order, cells, removed, runs, isTutorial, edited };
      set({ ...desk, before, active: desk.order[0] ?? null, editing: null });
      set({ notice: { kind: "opened", name: desk.fileName } });
      if (get().kernelStatus.phase !== "starting") void get().restart(); // its variables belong to the other notebook
    };
    return {
      ...deskOf(tutorial.en, tutorialName("en")),
      isTutorial: true,
      tutorial,
      before: null,
      show: (notebook, fileName) => show(deskOf(notebook, fileName)),
      showTutorial: () => {
        const { language } = get();
        show({ ...deskOf(tutorial[language], tutorialName(language)), isTutorial: true });
      },
      showEmpty: () => {
        show(deskOf(emptyNotebook(), "notebook.ipynb"));
        get().edit(get().order[0]!);
      },
      goBack: () => {
        const { before } = get();
        if (before) show(before);
      },
      markSaved: () => set({ edited: false }),
    };
  };
