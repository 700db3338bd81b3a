import { caretsIn } from "../editor/carets";
import { type Command, ofCell } from "../notebook/command";
import { languageOf } from "../notebook/language";
import type { NotebookState } from "../notebook/store";
import { textIdOf } from "../notebook/twin";
import { texts } from "../text";
import { literalsIn } from "./number";

/** It has run in this session, and its text holds numbers. */
export function isSlidable({ cells, runs, session, frame, isReader }: NotebookState, id: string): boolean {
  const [cell, run] = [cells[id], runs[id]];
  if (isReader || cell?.cell_type !== "code" || run?.turn === undefined || run.session !== session) return false;
  return literalsIn(cell.source, languageOf(cell, frame)).length > 0;
}

/** Numbers that move. */
export const sliderCommands = {
  changeNumber: ofCell({
    title: texts.changeNumber,
    keys: { cells: ["Mod+Alt+N"] },
    aliases: "slider drag 滑块 拖动",
    isAvailable: isSlidable,
    act: (state, id) => {
      const cell = state.cells[id]!;
      const carets = caretsIn(textIdOf(cell, state.frame));
      state.askForNumber(id, carets.length > 0 ? carets : caretsIn(id));
    },
  }),
} as const satisfies { [id: string]: Command };
