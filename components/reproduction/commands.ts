import { type Command, ofCell } from "../notebook/command";
import { isUnderWay } from "../notebook/runs";
import { selectedIds } from "../notebook/selection";
import { withChanged } from "../notebook/steps";
import type { NotebookState } from "../notebook/store";
import { sayAll, texts } from "../text";
import { type Expected, expectedOf, printedOf, withExpected } from "./expected";

const { pinTitles: title } = texts;

/** The cell has put something out, and its run is over. */
export function isPinnable({ runs, cells }: Pick<NotebookState, "runs" | "cells">, id: string): boolean {
  const run = runs[id];
  return cells[id]?.cell_type === "code" && run !== undefined && run.outputs.length > 0 && !isUnderWay(run);
}

/** Makes what these cells have put out the expected output. */
export function pin(state: NotebookState, ids: readonly string[], values?: Expected["values"]): void {
  const pinned = ids.filter((id) => isPinnable(state, id));
  state.change((cells) =>
    withChanged(cells, pinned, (cell) =>
      withExpected(cell, { text: printedOf(state.runs[cell.id]!.outputs), ...(values && { values }) }),
    ),
  );
  state.announce(sayAll("saidPinned"));
}

export function unpin(state: NotebookState, ids: readonly string[]): void {
  state.change((cells) => withChanged(cells, ids, (cell) => (expectedOf(cell) ? withExpected(cell, null) : cell)));
  state.announce(sayAll("saidUnpinned"));
}

const canPin = (state: NotebookState) => selectedIds(state).some((id) => isPinnable(state, id));

/** What a cell is expected to put out. */
export const reproductionCommands = {
  pin: ofCell({
    title: title.pin,
    aliases: "reproduce badge exercise 复现 练习",
    isAvailable: canPin,
    act: (state) => pin(state, selectedIds(state)),
  }),
  pinStructure: ofCell({
    title: title.pinStructure,
    aliases: "random unseeded 随机",
    isAvailable: canPin,
    act: (state) => pin(state, selectedIds(state), "unseeded"),
  }),
  unpin: ofCell({
    title: title.unpin,
    aliases: "unpin 取消",
    isAvailable: (state) => selectedIds(state).some((id) => expectedOf(state.cells[id]!) !== null),
    act: (state) => unpin(state, selectedIds(state)),
  }),
  compareOutput: ofCell({
    title: texts.compareOutput,
    aliases: "diff reproduction 复现",
    isAvailable: (state, id) => expectedOf(state.cells[id]!) !== null,
    act: (state, id) => state.compare(id),
  }),
} as const satisfies { [id: string]: Command };
