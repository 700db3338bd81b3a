import { texts } from "../text";
import { type Command, ofCell } from "./command";
import { isUnderWay } from "./runs";
import type { NotebookState } from "./store";

const { commandTitles: title } = texts;

const isBusy = ({ runs }: NotebookState) => Object.values(runs).some(isUnderWay);

/** Runs the cell if it holds code; a text is set instead. */
function runOrRender(state: NotebookState, id: string): void {
  if (state.cells[id]?.cell_type === "code") state.run([id]);
}

/** Running and stopping. */
export const runCommands = {
  run: ofCell({
    title: title.run,
    keys: { cells: ["Mod+Enter"] },
    act: (state, id) => {
      runOrRender(state, id);
      if (state.cells[id]?.cell_type !== "code") state.leave();
    },
  }),
  runAdvance: ofCell({
    title: title.runAdvance,
    keys: { cells: ["Shift+Enter"] },
    act: (state, id) => {
      runOrRender(state, id);
      if (state.order.at(-1) === id) state.insert("below", id, "code");
      else state.step(1);
    },
  }),
  runInsert: ofCell({
    title: title.runInsert,
    keys: { cells: ["Alt+Enter"] },
    act: (state, id) => {
      runOrRender(state, id);
      state.insert("below", id, "code");
    },
  }),
  runAll: {
    title: title.runAll,
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
  stop: { title: title.stop, keys: { command: ["I I"] }, isAvailable: isBusy, act: (state) => state.stop() },
  restart: {
    title: title.restart,
    keys: { command: ["0 0"] },
    act: (state) => state.notify({ kind: "restartQuestion" }),
  },
} as const satisfies { [id: string]: Command };
