/*
 * A notebook as the page holds it: nbformat 4.5 with every multi-line text joined to one string.
 * Keys that are not named here are kept as they came, at every level.
 */

import type { Reference } from "../../workers/protocol";

export { languageOf } from "./language";

export type Json = Record<string, unknown>;

/** One output as nbformat keeps it. Values of `+json` types are JSON, all others text. */
export type Output =
  | (Json & { output_type: "stream"; name: string; text: string })
  | (Json & { output_type: "display_data"; data: Json; metadata: Json })
  | (Json & { output_type: "execute_result"; data: Json; metadata: Json; execution_count: number | null })
  | (Json & { output_type: "error"; ename: string; evalue: string; traceback: string[] });

export type CellType = "code" | "markdown" | "raw";

type Common = Json & { id: string; source: string; metadata: Json };
export type CodeCell = Common & { cell_type: "code"; outputs: Output[]; execution_count: number | null };
export type TextCell = Common & { cell_type: "markdown" | "raw" };
export type Cell = CodeCell | TextCell;

export type Notebook = Json & { cells: Cell[]; metadata: Json; nbformat: 4; nbformat_minor: 5 };

/** What a cell's id may be: 1 to 64 letters, digits, `-` and `_`. Source: nbformat 4.5, "Cell ids". */
export const idPattern = /^[a-zA-Z0-9_-]{1,64}$/;

/** Whose numbers the notebook asks for in `metadata.sporebook.reference`; 1.6, the tutorial's, if it says nothing. */
export function referenceOf({ metadata }: Omit<Notebook, "cells">): Reference {
  const { reference } = ((metadata as Json).sporebook ?? {}) as Json;
  return reference === "2.x" ? reference : "1.6";
}

/** What a notebook holds beside its cells if nobody says otherwise. */
export const defaultFrame = {
  metadata: {
    kernelspec: { display_name: "Python 3", language: "python", name: "python3" },
    language_info: { file_extension: ".py", mimetype: "text/x-python", name: "python" },
  },
  nbformat: 4,
  nbformat_minor: 5,
} as const satisfies Json;

/** A notebook with one empty code cell. */
export function emptyNotebook(): Notebook {
  return {
    ...defaultFrame,
    cells: [{ cell_type: "code", id: "cell-1", metadata: {}, source: "", outputs: [], execution_count: null }],
  };
}
