import { caretsIn } from "../editor/carets";
import { sayAll, texts } from "../text";
import { copyShared, pasteShared } from "./clips";
import { type Command, ofCell } from "./command";
import { headingsAbove, levelOf, sectionOf } from "./sections";
import { selectedIds } from "./selection";
import type { NotebookState, NotebookStore } from "./store";

const { commandTitles: title } = texts;

const heading = (level: 1 | 2 | 3 | 4 | 5 | 6) =>
  ofCell({
    title: texts.headings[level],
    keys: { command: [String(level)] },
    act: (state) => state.setHeading(level),
  });

/** The heading that the cell is or stands under, and that heading's level. */
function headingAt(state: NotebookState, id: string): { id: string; level: number } | null {
  const at = levelOf(state.cells[id]) === undefined ? headingsAbove(state, id).at(-1) : id;
  return at === undefined ? null : { id: at, level: levelOf(state.cells[at])! };
}

const withNext = (state: NotebookState, id: string, by: -1 | 1) => {
  const at = state.order.indexOf(id);
  return state.order.slice(Math.min(at, at + by), Math.max(at, at + by) + 1);
};

/** Moves what is selected and says where it is now. */
function move(store: NotebookStore, by: -1 | 1): void {
  store.getState().move(by);
  const state = store.getState();
  state.announce(sayAll("saidMoved", state.order.indexOf(selectedIds(state)[0] ?? "") + 1));
}

/** Changing what cells there are. */
export const cellCommands = {
  above: ofCell({
    title: title.above,
    keys: { command: ["A"] },
    act: (state) => state.insert("above", selectedIds(state)[0]!, "code", false),
  }),
  below: ofCell({
    title: title.below,
    keys: { command: ["B"] },
    act: (state) => state.insert("below", selectedIds(state).at(-1)!, "code", false),
  }),
  headingAbove: ofCell({
    title: title.headingAbove,
    keys: { command: ["Shift+A"] },
    act: (state, id) => {
      const at = headingAt(state, id);
      state.insert("above", at?.id ?? state.order[0]!, "markdown", true, `${"#".repeat(at?.level ?? 1)} `);
    },
  }),
  headingBelow: ofCell({
    title: title.headingBelow,
    keys: { command: ["Shift+B"] },
    act: (state, id) => {
      const at = headingAt(state, id);
      const end = at ? (sectionOf(state, at.id).at(-1) ?? at.id) : state.order.at(-1)!;
      state.insert("below", end, "markdown", true, `${"#".repeat(at?.level ?? 1)} `);
    },
  }),
  remove: ofCell({
    title: title.remove,
    keys: { command: ["D D", "Delete"] },
    aliases: "delete",
    act: (state) => state.remove(),
  }),
  cut: ofCell({ title: title.cut, keys: { command: ["X"] }, act: (_, __, store) => copyShared(store, "cut") }),
  copy: ofCell({ title: title.copy, keys: { command: ["C"] }, act: (_, __, store) => copyShared(store, "copy") }),
  paste: { title: title.paste, keys: { command: ["V"] }, act: (_, store) => void pasteShared(store, "below") },
  pasteAbove: { title: title.pasteAbove, act: (_, store) => void pasteShared(store, "above") },
  pasteReplace: ofCell({
    title: title.pasteReplace,
    act: (_, __, store) => void pasteShared(store, "replace"),
  }),
  undo: {
    title: title.undo,
    keys: { command: ["Z"] },
    isAvailable: (state) => state.past.length > 0,
    act: (state) => {
      state.undo();
      state.announce(sayAll("saidUndone"));
    },
  },
  redo: {
    title: title.redo,
    keys: { command: ["Shift+Z"] },
    isAvailable: (state) => state.future.length > 0,
    act: (state) => {
      state.redo();
      state.announce(sayAll("saidRedone"));
    },
  },
  moveUp: ofCell({
    title: title.moveUp,
    keys: { command: ["Mod+Shift+ArrowUp"] },
    act: (_, __, store) => move(store, -1),
  }),
  moveDown: ofCell({
    title: title.moveDown,
    keys: { command: ["Mod+Shift+ArrowDown"] },
    act: (_, __, store) => move(store, 1),
  }),
  merge: ofCell({
    title: title.merge,
    keys: { command: ["Shift+M"] },
    act: (state, id) => {
      const ids = selectedIds(state);
      state.merge(ids.length > 1 ? ids : withNext(state, id, 1));
    },
  }),
  mergeAbove: ofCell({
    title: title.mergeAbove,
    keys: { command: ["Mod+Backspace"] },
    isAvailable: (state, id) => state.order[0] !== id,
    act: (state, id) => state.merge(withNext(state, id, -1)),
  }),
  mergeBelow: ofCell({
    title: title.mergeBelow,
    keys: { command: ["Mod+Shift+M"] },
    isAvailable: (state, id) => state.order.at(-1) !== id,
    act: (state, id) => state.merge(withNext(state, id, 1)),
  }),
  split: ofCell({
    title: title.split,
    keys: { edit: ["Mod+Shift+-"] },
    isAvailable: (state, id) => state.editing === id,
    act: (state, id) => state.split(id, caretsIn(id)),
  }),
  toText: ofCell({
    title: title.toText,
    keys: { command: ["M"] },
    aliases: "markdown",
    act: (state) => state.setType("markdown"),
  }),
  toCode: ofCell({ title: title.toCode, keys: { command: ["Y"] }, act: (state) => state.setType("code") }),
  toRaw: ofCell({ title: title.toRaw, keys: { command: ["R"] }, act: (state) => state.setType("raw") }),
  heading1: heading(1),
  heading2: heading(2),
  heading3: heading(3),
  heading4: heading(4),
  heading5: heading(5),
  heading6: heading(6),
} as const satisfies { [id: string]: Command };
