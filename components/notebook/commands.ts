import { saveFile } from "./disk";
import type { Command } from "./keys";
import type { NotebookState, NotebookStore } from "./store";

/** What each command does to the active cell. */
const commands: { [C in Command]: (state: NotebookState, id: string, store: NotebookStore) => void } = {
  runAdvance: (state, id) => {
    runOrRender(state, id);
    if (state.order.at(-1) === id) state.insert("below", id, "code");
    else state.step(1);
  },
  run: (state, id) => {
    runOrRender(state, id);
    if (state.cells[id]?.cell_type !== "code") state.leave();
  },
  runInsert: (state, id) => {
    runOrRender(state, id);
    state.insert("below", id, "code");
  },
  save: (_, __, store) => void saveFile(store),
  leave: (state) => state.leave(),
  edit: (state, id) => state.edit(id),
  up: (state) => state.step(-1),
  down: (state) => state.step(1),
  above: (state, id) => state.insert("above", id, "code"),
  below: (state, id) => state.insert("below", id, "code"),
  remove: (state, id) => state.remove(id),
  undo: (state) => state.undoRemove(),
  toText: (state, id) => state.setType(id, "markdown"),
  toCode: (state, id) => state.setType(id, "code"),
  toRaw: (state, id) => state.setType(id, "raw"),
  moveUp: (state, id) => state.move(id, -1),
  moveDown: (state, id) => state.move(id, 1),
  stop: (state) => state.stop(),
  restart: (state) => state.notify({ kind: "restartQuestion" }),
};

function runOrRender(state: NotebookState, id: string): void {
  if (state.cells[id]?.cell_type === "code") state.run([id]);
}

/** Carries a command out; false if it meant nothing here. */
export function carryOut(command: Command, store: NotebookStore): boolean {
  const state = store.getState();
  if (command === "leave" && state.editing === null) return false;
  if (state.active === null) return false;
  commands[command](state, state.active, store);
  return true;
}
