import type { texts } from "../text";

export type Command = keyof (typeof texts)["keyHelp"];

/**
 * The keys, as Jupyter has them. `Mod` is Ctrl, on a Mac also Command. The first table holds in a cell and in its
 * editor, the second only while the cell itself has the focus, so that single letters never meet a text field.
 */
export const keys = {
  anywhere: [
    ["Shift+Enter", "runAdvance"],
    ["Mod+Enter", "run"],
    ["Alt+Enter", "runInsert"],
    ["Mod+S", "save"],
    ["Escape", "leave"],
  ],
  cell: [
    ["Enter", "edit"],
    ["K", "up"],
    ["ArrowUp", "up"],
    ["J", "down"],
    ["ArrowDown", "down"],
    ["A", "above"],
    ["B", "below"],
    ["D D", "remove"],
    ["Z", "undo"],
    ["M", "toText"],
    ["Y", "toCode"],
    ["R", "toRaw"],
    ["Mod+Shift+ArrowUp", "moveUp"],
    ["Mod+Shift+ArrowDown", "moveDown"],
    ["I I", "stop"],
    ["0 0", "restart"],
  ],
} as const satisfies { [place: string]: readonly (readonly [string, Command])[] };

type Press = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">;

/** How the tables write a press of keys. */
export function chordOf({ key, ctrlKey, metaKey, shiftKey, altKey }: Press): string {
  const name = key.length === 1 ? key.toUpperCase() : key;
  return [(ctrlKey || metaKey) && "Mod", altKey && "Alt", shiftKey && "Shift", name].filter(Boolean).join("+");
}

/** How long the second press of a pair may take. */
const pairMs = 800;

/** Reads presses one after the other and says what they mean; it remembers the first of a pair. */
export function keyReader(): (press: Press, place: "cell" | "editor", now: number) => Command | undefined {
  let last = { chord: "", at: Number.NEGATIVE_INFINITY };
  return (press, place, now) => {
    const chord = chordOf(press);
    const isPair = chord === last.chord && now - last.at < pairMs;
    last = { chord: isPair ? "" : chord, at: now };
    const table: readonly (readonly [string, Command])[] =
      place === "cell" ? [...keys.anywhere, ...keys.cell] : keys.anywhere;
    const means = (wanted: string) => table.find(([written]) => written === wanted)?.[1];
    return means(chord) ?? (isPair ? means(`${chord} ${chord}`) : undefined);
  };
}
