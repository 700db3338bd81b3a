import { texts } from "../text";
import { meantCells } from "./cells";
import { type Command, ofCell } from "./command";
import { isBusy } from "./runs";
import { sectionOf } from "./sections";
import { isBehind, isEditedSince } from "./standing";
import type { NotebookState } from "./store";

const { commandTitles: title } = texts;

/** Runs the selected cells that hold code, and leaves the editor; returns the last of the selected. */
function runMeant(state: NotebookState): string {
  const ids = meantCells(state);
  state.run(ids);
  return ids.at(-1)!;
}

const changed = (state: NotebookState) => state.order.filter((id) => isEditedSince(state, id) || isBehind(state, id));

/** Running and stopping. */
export const runCommands = {
  run: ofCell({
    title: title.run,
    keys: { cells: ["Mod+Enter"] },
    act: (state) => {
      runMeant(state);
      state.leave();
    },
  }),
  runAdvance: ofCell({
    title: title.runAdvance,
    keys: { cells: ["Shift+Enter"] },
    act: (state, _, store) => {
      const last = runMeant(state);
      if (state.order.at(-1) === last) return state.insert("below", last, "code");
      store.setState({ active: last, anchor: null });
      store.getState().step(1);
    },
  }),
  runInsert: ofCell({
    title: title.runInsert,
    keys: { cells: ["Alt+Enter"] },
    act: (state) => state.insert("below", runMeant(state), "code"),
  }),
  runAll: {
    title: title.runAll,
    isAvailable: (state) => state.order.length > 0,
    act: (state, store) => {
      store.setState({ editing: null });
      state.run(state.order);
    },
  },
  runAbove: ofCell({
    title: title.runAbove,
    act: (state, id) => state.run(state.order.slice(0, state.order.indexOf(id))),
  }),
  runBelow: ofCell({
    title: title.runBelow,
    act: (state, id) => state.run(state.order.slice(state.order.indexOf(id))),
  }),
  runSection: ofCell({
    title: title.runSection,
    isAvailable: (state, id) => sectionOf(state, id).length > 0,
    act: (state, id) => state.run(sectionOf(state, id)),
  }),
  runChanged: {
    title: title.runChanged,
    aliases: "stale 过时",
    isAvailable: (state) => changed(state).length > 0,
    act: (state) => state.run(changed(state)),
  },
  stop: {
    title: title.stop,
    keys: { command: ["I I"] },
    aliases: "interrupt 中断",
    isAvailable: isBusy,
    act: (state) => state.stop(),
  },
  restart: {
    title: title.restart,
    keys: { command: ["0 0"] },
    act: (state) => state.notify({ kind: "restartQuestion" }),
  },
  restartRunAll: {
    title: title.restartRunAll,
    isAvailable: (state) => state.order.length > 0,
    act: (state) => state.notify({ kind: "restartQuestion", runsAll: true }),
  },
  goToRunning: {
    title: title.goToRunning,
    isAvailable: (state) => state.running !== null,
    act: (state) => {
      if (state.running !== null) state.goTo(state.running);
    },
  },
} as const satisfies { [id: string]: Command };
