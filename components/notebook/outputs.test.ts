import { describe, expect, test } from "vitest";
import type { RunEvent } from "../../workers/protocol";
import type { Output } from "./nbformat";
import { cutOf, limits, outputsAfter } from "./outputs";
import { overwritten } from "./terminal";

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

  test("says once how much of a flood was left out, and still keeps the error behind it", () => {
    const chunk = "0123456789".repeat(100_000);
    const error: RunEvent = { type: "error", name: "E", message: "", traceback: [] };
    const outputs = fold([stdout("ab"), ...Array.from({ length: 6 }, () => stdout(chunk)), error]);
    expect(outputs.map((output) => output.output_type)).toEqual(["stream", "display_data", "error"]);
    expect((outputs[0] as { text: string }).text).toHaveLength(limits.characters);
    expect(cutOf(outputs[1]!)).toEqual({ characters: 2_000_002, outputs: 0 });
  });

  test("cuts a result that is too long and stops at the thousandth output", () => {
    const long = fold([{ type: "result", bundle: { "text/plain": "x".repeat(limits.characters + 5) } }]);
    expect((long[0] as { data: Record<string, string> }).data["text/plain"]).toHaveLength(limits.characters);
    expect(cutOf(long[1]!)).toEqual({ characters: 5, outputs: 0 });
    const many = fold(
      Array.from({ length: 1_200 }, () => ({ type: "display", bundle: { "text/plain": "x" } }) as const),
    );
    expect(many).toHaveLength(limits.outputs + 1);
    expect(cutOf(many.at(-1)!)).toEqual({ characters: 200, outputs: 200 });
  });
});

describe("overwritten", () => {
  test.each([
    [["10%", "\r20%", "\r100%\n"], "100%\n"],
    [["10%\r", "20%\r", "done\n"], "done\n"],
    [["abcdef\rxy"], "xycdef"],
    [["a\r\nb\r", "\nc"], "a\nb\nc"],
    [["first\n12", "\b3"], "first\n13"],
    [["甲乙\r丙"], "丙乙"],
  ])("writes %j as a terminal would", (chunks, shown) => {
    expect(chunks.reduce(overwritten, "")).toBe(shown);
  });
});
