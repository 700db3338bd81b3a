import type { Command, Keys, Place } from "./command";

/** Where a press of keys happens: in a cell, in its editor, on a tool of a cell, elsewhere on the page. */
export type Spot = "cell" | "editor" | "tools" | "page";

/** Whose keys hold at each spot; the first that has the chord means it. */
const placesAt: { readonly [S in Spot]: readonly Place[] } = {
  cell: ["command", "cells", "page"],
  editor: ["edit", "cells", "page"],
  tools: ["cells", "page"],
  page: ["page"],
};

type Press = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey"> & { code?: string };

/** How the table writes a press of keys. `Mod` is Ctrl or Command. */
export function chordOf(press: Press): string {
  const { ctrlKey, metaKey, shiftKey, altKey } = press;
  return [(ctrlKey || metaKey) && "Mod", altKey && "Alt", shiftKey && "Shift", nameOf(press)].filter(Boolean).join("+");
}

/**
 * The key's name: what it writes, or where another alphabet, an input method or Alt makes that something else, what
 * stands on its cap on a Latin keyboard.
 */
function nameOf({ key, code = "", shiftKey, altKey }: Press): string {
  if (key === "_") return "-"; // Shift is written beside it
  const cap = /^(?:Key([A-Z])|Digit([0-9]))$/.exec(code);
  const isForeign = key === "Process" || key === "Unidentified" || (key.length === 1 && key > "~") || altKey;
  if (cap?.[1] && isForeign) return cap[1];
  if (cap?.[2] && (isForeign || !shiftKey)) return cap[2];
  return key.length === 1 ? key.toUpperCase() : key;
}

/** A letter, digit or sign, with Shift at most: what WCAG 2.1.4 wants to be able to turn off. */
export const isSingleLetter = (chord: string) => /^(?:Shift\+)?\S(?: \S)?$/.test(chord);

export type Keymap = { readonly [P in Place]: ReadonlyMap<string, string> };

/**
 * The keys of all commands, by place and chord. `own` puts other keys in the place of a command's, by its id.
 *
 * letters  whether keys that are a single letter, digit or sign hold
 */
export function keymapOf(
  commands: { readonly [id: string]: Command },
  { letters = true, own = {} }: { letters?: boolean; own?: { readonly [id: string]: Keys } } = {},
): Keymap {
  const map = { command: new Map(), edit: new Map(), cells: new Map(), page: new Map() } as const;
  for (const [id, { keys = {} }] of Object.entries(commands))
    for (const [place, chords] of Object.entries(own[id] ?? keys) as [Place, readonly string[]][])
      for (const chord of chords) if (letters || !isSingleLetter(chord)) map[place].set(chord, id);
  return map;
}

/** How long the second press of a pair may take. */
const pairMs = 800;

/** Reads presses one after the other and says which command they mean; it remembers the first of a pair. */
export function keyReader(): (press: Press, spot: Spot, now: number, map: Keymap) => string | undefined {
  let last = { chord: "", at: Number.NEGATIVE_INFINITY };
  return (press, spot, now, map) => {
    const chord = chordOf(press);
    const isPair = now - last.at < pairMs;
    const pair = `${last.chord} ${chord}`;
    const means = (wanted: string) =>
      placesAt[spot].map((place) => map[place].get(wanted)).find((id) => id !== undefined);
    const command = (isPair ? means(pair) : undefined) ?? means(chord);
    last = { chord: command ? "" : chord, at: now };
    return command;
  };
}

/** A chord as it is written for the reader: "Ctrl + Shift + ↑", on a Mac "⌘ ⇧ ↑". */
export function writtenChord(chord: string, isMac = false): string {
  const names: { [key: string]: string } = { ...arrows, ...(isMac ? macNames : { Mod: "Ctrl" }) };
  return chord
    .split(" ")
    .map((press) =>
      press
        .split(/\+(?=.)/)
        .map((key) => names[key] ?? key)
        .join(isMac ? " " : " + "),
    )
    .join(", ");
}
const arrows = { ArrowUp: "↑", ArrowDown: "↓", ArrowLeft: "←", ArrowRight: "→", Escape: "Esc" };
const macNames = { Mod: "⌘", Shift: "⇧", Alt: "⌥", Enter: "↩", Backspace: "⌫" };
