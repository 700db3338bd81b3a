import { describe, expect, test } from "vitest";
import { type CellEvent, Outputs, outputLimit, overwrite } from "./outputs";

describe("overwrite", () => {
  test.each([
    ["no return at all", "a\nb", "a\nb"],
    ["a Windows line end is a line end", "a\r\nb\r\r\n", "a\nb\n"],
    ["the last of a progress bar stays", "a\n 1%\r 50%\r100%\n", "a\n100%\n"],
    ["a shorter text covers a longer one only in part", "a\nabcdef\rxy\n", "a\nxycdef\n"],
    ["a return at the end waits for what comes", "a\n 1%\r 2%\r", "a\n 2%\r"],
    ["the first line may go on from an earlier batch, so its first return stays", " 1%\r 2%\r 3%", " 1%\r 3%"],
  ])("%s", (_, text, expected) => {
    expect(overwrite(text)).toBe(expected);
  });
});

describe("Outputs", () => {
  function open() {
    const sent: CellEvent[][] = [];
    const clock = { ms: 1_000 };
    const outputs = new Outputs(
      (events) => sent.push(events),
      () => clock.ms,
    );
    outputs.begin();
    return { outputs, sent, clock };
  }

  test("sends the first text at once and then at most every 30 ms", () => {
    const { outputs, sent, clock } = open();
    for (const text of ["a", "b", "c"]) outputs.print("stdout", text);
    expect(sent).toEqual([[{ type: "stream", name: "stdout", text: "a" }]]);
    clock.ms += 31;
    outputs.print("stdout", "d");
    expect(sent[1]).toEqual([{ type: "stream", name: "stdout", text: "bcd" }]);
  });
  test("sends much text sooner", () => {
    const { outputs, sent } = open();
    for (let i = 0; i < 10; i++) outputs.print("stdout", "x".repeat(50_000));
    expect(sent.length).toBeGreaterThan(3);
  });
  test("keeps the order of streams, results and questions", () => {
    const { outputs, sent } = open();
    outputs.print("stdout", "a");
    outputs.print("stderr", "b");
    outputs.show("result", { "text/plain": "1" });
    outputs.print("stdout", "c");
    outputs.ask("? ");
    expect(sent.flat().map((event) => event.type)).toEqual(["stream", "stream", "result", "stream", "input"]);
  });
  test("cuts a cell off after its limit, once, but still tells its error", () => {
    const { outputs, sent } = open();
    for (let i = 0; i < 3; i++) outputs.print("stdout", "x".repeat(outputLimit / 2));
    outputs.show("result", { "text/plain": "1" });
    outputs.fail("ValueError", "no", ["ValueError: no"]);
    outputs.sendNow();
    const [notice, error, ...more] = sent.flat().slice(2);
    expect(notice).toMatchObject({ name: "stderr", text: expect.stringContaining("more than 10,000,000 characters") });
    expect(error).toMatchObject({ type: "error" });
    expect(more).toEqual([]);
    outputs.begin();
    outputs.print("stdout", "next cell");
    outputs.sendNow();
    expect(sent.flat().at(-1)).toMatchObject({ text: "next cell" });
  });
});
