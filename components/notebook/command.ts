import type { Language } from "../text";
import type { NotebookState, NotebookStore } from "./store";

/**
 * Where keys hold. `command`: a cell has the focus. `edit`: its editor has it. `cells`: both of these. `page`: wherever
 * the focus is, dialogs apart.
 */
export type Place = "command" | "edit" | "cells" | "page";

/** Chords as `chordOf` writes them: "Mod+Shift+C"; a pair of presses has a blank between: "D D". */
export type Keys = { readonly [P in Place]?: readonly string[] };

/** Something that the reader can do, by key and by the palette. */
export type Command = {
  title: { readonly [L in Language]: string };
  keys?: Keys;
  /** Other words that somebody might look for it by, of any language. */
  aliases?: string;
  /** The editor gets these keys first; only what it leaves alone comes here. */
  afterEditor?: true;
  /** Left out: always. */
  isAvailable?(state: NotebookState): boolean;
  act(state: NotebookState, store: NotebookStore): void;
};

type CellCommand = Omit<Command, "act" | "isAvailable"> & {
  isAvailable?(state: NotebookState, id: string): boolean;
  act(state: NotebookState, id: string, store: NotebookStore): void;
};

/** A command for the active cell; where there is none, it is not available. */
export function ofCell({ act, isAvailable, ...row }: CellCommand): Command {
  return {
    ...row,
    isAvailable: (state) => state.active !== null && (isAvailable?.(state, state.active) ?? true),
    act: (state, store) => {
      if (state.active !== null) act(state, state.active, store);
    },
  };
}
