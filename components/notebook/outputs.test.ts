import { describe, expect, test } from "vitest";
import type { RunEvent } from "../../workers/protocol";
import { Earlier, room } from "./earlier";
import type { Output } from "./nbformat";
import { cutOf, earlierOf, limits, outputsAfter } from "./outputs";

const fold = (events: RunEvent[]) => events.reduce<Output[]>((outputs, event) => outputsAfter(outputs, event, 7), []);
const stdout = (text: string): RunEvent => ({ type: "stream", name: "stdout", text });
const stderr = (text: string): RunEvent => ({ type: "stream", name: "stderr", text });

describe("outputsAfter", () => {
  test("joins chunks of one stream and keeps the order of two", () => {
    expect(fold([stdout("a"), stdout("b\n"), stderr("!"), stdout("c")])).toEqual([
      { output_type: "stream", name: "stdout", text: "ab\n" },
      { output_type: "stream", name: "stderr", text: "!" },
      { output_type: "stream", name: "stdout", text: "c" },
    ]);
  });

  test("gives results the execution count and keeps whole bundles", () => {
    const bundle = { "text/plain": "1", "application/json": { a: [1] } };
    expect(
      fold([
        { type: "result", bundle },
        { type: "display", bundle },
      ]),
    ).toEqual([
      { output_type: "execute_result", data: bundle, metadata: {}, execution_count: 7 },
      { output_type: "display_data", data: bundle, metadata: {} },
    ]);
  });

  test("keeps a traceback as nbformat does", () => {
    const event: RunEvent = { type: "error", name: "ValueError", message: "no", traceback: ["a", "b"] };
    expect(fold([event])).toEqual([{ output_type: "error", ename: "ValueError", evalue: "no", traceback: ["a", "b"] }]);
  });

  test("replaces the end of a stream, if nothing came between", () => {
    const erased = (text: string, erase: number): RunEvent => ({ type: "stream", name: "stdout", text, erase });
    expect(fold([stdout("a\n 1%"), erased("99%", 3), erased("\n", 0)])).toMatchObject([{ text: "a\n99%\n" }]);
    expect(fold([stdout("a"), stderr("b"), erased("c", 0)]).at(-1)).toMatchObject({ text: "c" });
  });

  test("shows a slot's later displays in its first place, and nothing of before after clear", () => {
    const display = (text: string, slot?: string): RunEvent => ({
      type: "display",
      bundle: { "text/plain": text },
      metadata: { "image/png": { width: 1 } },
      ...(slot && { slot }),
    });
    const outputs = fold([
      display("1%", "bar"),
      stdout("x"),
      display("other"),
      display("50%", "bar"),
      display("99%", "bar"),
    ]);
    expect(outputs).toEqual([
      { output_type: "display_data", data: { "text/plain": "99%" }, metadata: { "image/png": { width: 1 } } },
      { output_type: "stream", name: "stdout", text: "x" },
      { output_type: "display_data", data: { "text/plain": "other" }, metadata: { "image/png": { width: 1 } } },
    ]);
    expect(fold([display("1%", "bar"), stdout("x"), { type: "clear" }, display("2%", "bar")])).toHaveLength(1);
  });

  test("keeps the last 5,000 lines of a million in the file, with a sentence, and the rest beside it", () => {
    const lines = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => `${from + i}\n`).join("");
    const events = Array.from({ length: 500 }, (_, i) => stdout(lines(i * 2_000, (i + 1) * 2_000)));
    const [note, stream, ...more] = fold(events);
    expect(more).toEqual([]);
    const { text } = stream as { text: string };
    const cut = cutOf(note)!;
    const kept = text.split("\n").length - 1;
    expect(kept).toBeGreaterThanOrEqual(limits.lines);
    expect(kept).toBeLessThanOrEqual(limits.lines * 1.2);
    expect(text.endsWith("999999\n")).toBe(true);
    expect(cut).toEqual({ lines: 1_000_000 - kept, characters: 6_888_890 - text.length, outputs: 0 });
    expect((note as { data: object }).data).toEqual({
      "text/plain": `[${cut.lines.toLocaleString("en")} earlier lines (${cut.characters.toLocaleString("en")} characters) were not kept]`,
    });
    const earlier = earlierOf(stream!)!;
    const whole = earlier.chunks.map((_, index) => earlier.text(index)).join("");
    expect(whole + text).toBe(lines(0, 1_000_000));
    expect(earlier.lines).toBe(cut.lines);
  });

  test("puts a flood's newest lines in place of the ones before, behind all that was sent whole", () => {
    const newest = (text: string, lines: number): RunEvent => ({
      type: "stream",
      name: "stdout",
      text,
      skipped: { lines, characters: 2 * lines },
    });
    const [note, stream, ...more] = fold([stdout("a\nb\n"), newest("x\n", 10), newest("y\n", 20), stderr("!")]);
    expect(cutOf(note)).toEqual({ lines: 22, characters: 44, outputs: 0 });
    expect(stream).toEqual({ output_type: "stream", name: "stdout", text: "y\n" });
    expect(earlierOf(stream!)!.text(0)).toBe("a\nb\n");
    expect(more).toEqual([{ output_type: "stream", name: "stderr", text: "!" }]);
  });

  test("keeps the end of a line that is longer than a stream may be", () => {
    const outputs = fold(Array.from({ length: 40 }, () => stdout("x".repeat(100_000))));
    expect(outputs).toHaveLength(2);
    const { text } = outputs[1] as { text: string };
    expect(text.length).toBeLessThanOrEqual(limits.characters);
    expect(cutOf(outputs[0])).toMatchObject({ lines: 0, characters: 4_000_000 - text.length });
  });

  test("stops at the thousandth output, says how many were left out, and still keeps the error behind them", () => {
    const many = fold([
      ...Array.from({ length: 1_200 }, () => ({ type: "display", bundle: { "text/plain": "x" } }) as const),
      { type: "error", name: "E", message: "", traceback: [] },
    ]);
    expect(many).toHaveLength(limits.outputs + 2);
    expect(cutOf(many.at(-2))).toEqual({ lines: 0, characters: 200, outputs: 200 });
    expect(many.at(-1)).toMatchObject({ output_type: "error" });
  });

  test("takes no more displays than fit", () => {
    const big: RunEvent = { type: "display", bundle: { "text/plain": "", "image/png": "x".repeat(10_000_000) } };
    const outputs = fold([big, big, big, big]);
    expect(outputs).toHaveLength(3);
    expect(cutOf(outputs[2])).toEqual({ lines: 0, characters: 20_000_000, outputs: 2 });
  });
});

describe("earlier lines", () => {
  test("are kept up to a size, and the streams that began first lose theirs when all together are too large", () => {
    const block = `${"x".repeat(99)}\n`.repeat(10_000); // a million bytes
    const many = Array.from({ length: 4 }, () => new Earlier());
    for (const earlier of many) for (let i = 0; i < 60; i++) earlier.add(block);
    expect(many.map((earlier) => earlier.characters)).toEqual([0, 0, room.bytes, room.bytes]);
    expect(many[3]!.lines).toBe(room.bytes / 100);
  });
});
