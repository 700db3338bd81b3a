import { sayAll, texts } from "../text";
import { type Command, ofCell } from "./command";
import { isCollapsed, levelOf } from "./sections";
import { neighbour, selectedIds } from "./selection";
import type { NotebookState, NotebookStore } from "./store";

const { commandTitles: title } = texts;

const nextHeading = ({ order, cells }: NotebookState, id: string) =>
  order.slice(order.indexOf(id) + 1).find((other) => levelOf(cells[other]) !== undefined);
const lastHeading = ({ order, cells }: NotebookState, id: string) =>
  order.slice(0, order.indexOf(id)).findLast((other) => levelOf(cells[other]) !== undefined);

/** Extends the selection and says how many cells it has now. */
function extend(store: NotebookStore, to: string | null): void {
  store.getState().extendTo(to);
  store.getState().announce(sayAll("saidSelected", selectedIds(store.getState()).length));
}

/** Going from cell to cell, and how many of them are meant. */
export const goCommands = {
  edit: ofCell({ title: title.edit, keys: { command: ["Enter"] }, act: (state, id) => state.edit(id) }),
  leave: {
    title: title.leave,
    keys: { edit: ["Escape"] },
    afterEditor: true,
    isAvailable: (state) => state.editing !== null,
    act: (state) => state.leave(),
  },
  up: ofCell({ title: title.up, keys: { command: ["ArrowUp", "K"] }, act: (state) => state.step(-1) }),
  down: ofCell({ title: title.down, keys: { command: ["ArrowDown", "J"] }, act: (state) => state.step(1) }),
  first: ofCell({
    title: title.first,
    keys: { command: ["Home", "Mod+ArrowUp"] },
    act: (state) => state.step(-state.order.length),
  }),
  last: ofCell({
    title: title.last,
    keys: { command: ["End", "Mod+ArrowDown"] },
    act: (state) => state.step(state.order.length),
  }),
  extendUp: ofCell({
    title: title.extendUp,
    keys: { command: ["Shift+ArrowUp", "Shift+K"] },
    act: (state, _, store) => extend(store, neighbour(state, -1)),
  }),
  extendDown: ofCell({
    title: title.extendDown,
    keys: { command: ["Shift+ArrowDown", "Shift+J"] },
    act: (state, _, store) => extend(store, neighbour(state, 1)),
  }),
  extendFirst: ofCell({
    title: title.extendFirst,
    keys: { command: ["Shift+Home"] },
    act: (state, _, store) => extend(store, neighbour(state, -state.order.length)),
  }),
  extendLast: ofCell({
    title: title.extendLast,
    keys: { command: ["Shift+End"] },
    act: (state, _, store) => extend(store, neighbour(state, state.order.length)),
  }),
  selectAll: {
    title: title.selectAll,
    keys: { command: ["Mod+A"] },
    isAvailable: (state) => state.order.length > 0,
    act: (state, store) => {
      store.setState({ anchor: state.order[0] ?? null, active: state.order.at(-1) ?? null });
      state.announce(sayAll("saidSelected", state.order.length));
    },
  },
  collapse: ofCell({
    title: title.collapse,
    keys: { command: ["ArrowLeft"] },
    act: (state, id) => {
      const above = lastHeading(state, id);
      if (levelOf(state.cells[id]) !== undefined && !isCollapsed(state.cells[id])) state.setFold([id], "section", true);
      else if (above !== undefined) state.goTo(above);
    },
  }),
  expand: ofCell({
    title: title.expand,
    keys: { command: ["ArrowRight"] },
    act: (state, id) => {
      const below = nextHeading(state, id);
      if (isCollapsed(state.cells[id])) state.setFold([id], "section", false);
      else if (below !== undefined) state.goTo(below);
    },
  }),
  collapseAll: {
    title: title.collapseAll,
    keys: { command: ["Mod+Shift+ArrowLeft"] },
    act: (state) => state.setFold(state.order, "section", true),
  },
  expandAll: {
    title: title.expandAll,
    keys: { command: ["Mod+Shift+ArrowRight"] },
    act: (state) => state.setFold(state.order, "section", false),
  },
} as const satisfies { [id: string]: Command };
