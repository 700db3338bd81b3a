/*
 * Monaco's TypeScript service for the cells of a notebook: completion, hover, signatures, red lines. Loaded when a
 * TypeScript cell is first edited, and with it the worker that holds the compiler.
 */

import "../monaco"; // the whole editor: its parts must be there before the first of its services is asked for
import type * as monaco from "monaco-editor/editor/editor.api.js";
import { keyOf } from "../monaco/models";
import { openTypeClient } from "./client";
import { underlineMistakes } from "./mistakes";
import type { CellText } from "./pages";
import { registerTypes } from "./providers";

export type { CellText } from "./pages";

/** What the service must know of the notebook. */
export type Cells = {
  /** All TypeScript cells from top to bottom; the same array while none has changed. */
  read(): readonly CellText[];
  /** Calls back after each change of a cell. Returns what ends that. */
  watch(onChange: () => void): () => void;
};

/** The cell that a text belongs to; its key may say more behind an `@`. */
const cellOf = (model: monaco.editor.ITextModel) => keyOf(model)?.split("@")[0];

/** Starts the service. Returns what ends it; `onFailure` hears when it could not be loaded. */
export function startTypes(cells: Cells, onFailure: () => void): () => void {
  const client = openTypeClient(document.documentElement.lang.startsWith("zh") ? "zh" : "en", cells.read, onFailure);
  const parts = [registerTypes(client, cellOf), underlineMistakes(client, cellOf, cells.watch)];
  return () => {
    for (const part of parts) part.dispose();
    client.close();
  };
}
