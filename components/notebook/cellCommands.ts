import { texts } from "../text";
import { type Command, ofCell } from "./command";

const { commandTitles: title } = texts;

/** Going from cell to cell, and changing what cells there are. */
export const cellCommands = {
  edit: ofCell({ title: title.edit, keys: { command: ["Enter"] }, act: (state, id) => state.edit(id) }),
  leave: {
    title: title.leave,
    keys: { edit: ["Escape"] },
    afterEditor: true,
    isAvailable: (state) => state.editing !== null,
    act: (state) => state.leave(),
  },
  up: { title: title.up, keys: { command: ["ArrowUp", "K"] }, act: (state) => state.step(-1) },
  down: { title: title.down, keys: { command: ["ArrowDown", "J"] }, act: (state) => state.step(1) },
  above: ofCell({
    title: title.above,
    keys: { command: ["A"] },
    act: (state, id) => state.insert("above", id, "code"),
  }),
  below: ofCell({
    title: title.below,
    keys: { command: ["B"] },
    act: (state, id) => state.insert("below", id, "code"),
  }),
  remove: ofCell({ title: title.remove, keys: { command: ["D D"] }, act: (state, id) => state.remove(id) }),
  undo: { title: title.undo, keys: { command: ["Z"] }, act: (state) => state.undoRemove() },
  toText: ofCell({
    title: title.toText,
    keys: { command: ["M"] },
    act: (state, id) => state.setType(id, "markdown"),
  }),
  toCode: ofCell({ title: title.toCode, keys: { command: ["Y"] }, act: (state, id) => state.setType(id, "code") }),
  toRaw: ofCell({ title: title.toRaw, keys: { command: ["R"] }, act: (state, id) => state.setType(id, "raw") }),
  moveUp: ofCell({
    title: title.moveUp,
    keys: { command: ["Mod+Shift+ArrowUp"] },
    act: (state, id) => state.move(id, -1),
  }),
  moveDown: ofCell({
    title: title.moveDown,
    keys: { command: ["Mod+Shift+ArrowDown"] },
    act: (state, id) => state.move(id, 1),
  }),
} as const satisfies { [id: string]: Command };
