import { useEffect } from "react";
import type { CellText } from "../editor/typescript";
import { codeOf, languageOf } from "./language";
import { type NotebookState, type NotebookStore, useNotebookStore } from "./store";

/** Starts the type service when a TypeScript cell is first edited, where there is an editor for it at all. */
export function useTypes(): void {
  const store = useNotebookStore();
  useEffect(() => {
    if (window.matchMedia("(pointer: coarse)").matches) return;
    let hasStarted = false;
    let tried: string | null = null; // the cell for which it was loaded
    let isOver = false;
    let end = () => {};
    const look = ({ editing, cells, frame }: NotebookState) => {
      const cell = editing === null ? undefined : cells[editing];
      if (hasStarted || editing === tried || cell?.cell_type !== "code" || languageOf(cell, frame) !== "typescript")
        return;
      hasStarted = true;
      tried = editing;
      import("../editor/typescript")
        .then(({ startTypes }) => {
          if (!isOver) end = startTypes(cellsOf(store), again);
        })
        .catch(again);
    };
    /** The next cell that is edited tries again. */
    function again(): void {
      end();
      end = () => {};
      hasStarted = false;
    }
    look(store.getState());
    const unsubscribe = store.subscribe(look);
    return () => {
      isOver = true;
      unsubscribe();
      end();
    };
  }, [store]);
}

/** The notebook's TypeScript cells, as the type service reads them. */
function cellsOf(store: NotebookStore) {
  let before: Pick<NotebookState, "order" | "cells" | "frame"> | undefined;
  let texts: readonly CellText[] = [];
  return {
    read() {
      const { order, cells, frame } = store.getState();
      if (before?.order === order && before.cells === cells && before.frame === frame) return texts;
      before = { order, cells, frame };
      texts = typescriptCells(before);
      return texts;
    },
    watch: (onChange: () => void) =>
      store.subscribe((state, old) => {
        if (state.order !== old.order || state.cells !== old.cells || state.frame !== old.frame) onChange();
      }),
  };
}

function typescriptCells({ order, cells, frame }: Pick<NotebookState, "order" | "cells" | "frame">): CellText[] {
  return order.flatMap((id) => {
    const cell = cells[id];
    if (cell?.cell_type !== "code" || languageOf(cell, frame) !== "typescript") return [];
    return [{ id, code: codeOf(cell.source) }];
  });
}
