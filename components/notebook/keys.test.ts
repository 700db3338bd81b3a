import { expect, test } from "vitest";
import { chordOf, keyReader } from "./keys";

const press = (key: string, held: Partial<KeyboardEvent> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

test("chordOf names Ctrl and Command alike", () => {
  expect(chordOf(press("Enter", { metaKey: true }))).toBe("Mod+Enter");
  expect(chordOf(press("ArrowUp", { ctrlKey: true, shiftKey: true }))).toBe("Mod+Shift+ArrowUp");
  expect(chordOf(press("b"))).toBe("B");
});

test("keyReader takes pairs only when they are quick and equal", () => {
  const read = keyReader();
  expect(read(press("d"), "cell", 0)).toBeUndefined();
  expect(read(press("d"), "cell", 300)).toBe("remove");
  expect(read(press("d"), "cell", 400)).toBeUndefined(); // a third one begins anew
  expect(read(press("d"), "cell", 2_000)).toBeUndefined();
  expect(read(press("i"), "cell", 2_100)).toBeUndefined();
  expect(read(press("d"), "cell", 2_200)).toBeUndefined();
});

test("keyReader gives letters no meaning in an editor", () => {
  const read = keyReader();
  expect(read(press("a"), "editor", 0)).toBeUndefined();
  expect(read(press("Enter"), "editor", 0)).toBeUndefined();
  expect(read(press("Enter", { shiftKey: true }), "editor", 0)).toBe("runAdvance");
  expect(read(press("a"), "cell", 0)).toBe("above");
  expect(read(press("A", { ctrlKey: true }), "cell", 0)).toBeUndefined();
});
