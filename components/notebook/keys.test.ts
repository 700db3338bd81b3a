import { expect, test } from "vitest";
import type { Command } from "./command";
import { commands } from "./commands";
import { chordOf, isSingleLetter, keymapOf, keyReader, writtenChord } from "./keys";

const press = (key: string, held: Partial<KeyboardEvent> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});
const map = keymapOf(commands);

test("chordOf names Ctrl and Command alike", () => {
  expect(chordOf(press("Enter", { metaKey: true }))).toBe("Mod+Enter");
  expect(chordOf(press("ArrowUp", { ctrlKey: true, shiftKey: true }))).toBe("Mod+Shift+ArrowUp");
  expect(chordOf(press("b"))).toBe("B");
  expect(chordOf(press("_", { ctrlKey: true, shiftKey: true, code: "Minus" }))).toBe("Mod+Shift+-");
});

test("chordOf reads the cap where another alphabet, an input method or Alt writes something else", () => {
  expect(chordOf(press("ф", { code: "KeyA" }))).toBe("A");
  expect(chordOf(press("Process", { code: "KeyB" }))).toBe("B");
  expect(chordOf(press("¬", { altKey: true, code: "KeyL" }))).toBe("Alt+L");
  expect(chordOf(press("&", { code: "Digit1" }))).toBe("1"); // a French keyboard
  expect(chordOf(press("q", { code: "KeyA" }))).toBe("Q"); // on a French keyboard this is Q
});

test("keyReader takes pairs only when they are quick", () => {
  const read = keyReader();
  const at = (key: string, now: number) => read(press(key), "cell", now, map);
  expect(at("d", 0)).toBeUndefined();
  expect(at("d", 300)).toBe("remove");
  expect(at("d", 400)).toBeUndefined(); // a third one begins anew
  expect(at("d", 2_000)).toBeUndefined();
  expect(at("i", 2_100)).toBeUndefined();
  expect(at("d", 2_200)).toBeUndefined();
});

test("keyReader gives letters no meaning in an editor", () => {
  const read = keyReader();
  expect(read(press("a"), "editor", 0, map)).toBeUndefined();
  expect(read(press("Enter"), "editor", 0, map)).toBeUndefined();
  expect(read(press("Enter", { shiftKey: true }), "editor", 0, map)).toBe("runAdvance");
  expect(read(press("a"), "cell", 0, map)).toBe("above");
  expect(read(press("F1"), "page", 0, map)).toBe("palette");
});

test("keymapOf leaves single letters out when they are turned off, and nothing else", () => {
  const quiet = keymapOf(commands, { letters: false });
  expect([...quiet.command.keys()].filter(isSingleLetter)).toEqual([]);
  expect(quiet.command.get("ArrowUp")).toBe("up");
  expect(quiet.cells).toEqual(map.cells);
});

test("keymapOf puts the reader's own keys in the place of the table's", () => {
  const own = keymapOf(commands, { own: { above: { command: ["Q"] } } });
  expect(own.command.get("Q")).toBe("above");
  expect(own.command.get("A")).toBeUndefined();
});

test("no chord of the table has two meanings at one place", () => {
  const all = Object.values(commands as { [id: string]: Command }).flatMap(({ keys = {} }) =>
    Object.entries(keys).flatMap(([place, chords]) => chords.map((chord) => `${place} ${chord}`)),
  );
  expect(all.filter((chord, index) => all.indexOf(chord) !== index)).toEqual([]);
});

test("writtenChord speaks the reader's machine", () => {
  expect(writtenChord("Mod+Shift+ArrowUp")).toBe("Ctrl + Shift + ↑");
  expect(writtenChord("Mod+Shift+-", true)).toBe("⌘ ⇧ -");
  expect(writtenChord("D D")).toBe("D, D");
});
