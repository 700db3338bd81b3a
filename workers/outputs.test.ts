import { describe, expect, test } from "vitest";
import { type CellEvent, limits, Outputs } from "./outputs";

describe("Outputs", () => {
  function open() {
    const sent: CellEvent[][] = [];
    const clock = { ms: 1_000, isBehind: false };
    const outputs = new Outputs(
      (events) => sent.push(events),
      () => clock.isBehind,
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
  test("sends a page that is behind a message a second, with all that came between, and the rest at the end", () => {
    const { outputs, sent, clock } = open();
    clock.isBehind = true;
    for (let i = 0; i < 10_000; i++) {
      clock.ms += 1;
      outputs.print("stdout", `${i}\n`);
    }
    // sixteen at the usual pace, of 31 ms, until it asks; then one a second
    expect(sent.length).toBe(16 + 9);
    outputs.end();
    const texts = sent.flat().map((event) => (event.type === "stream" ? event.text : ""));
    expect(texts.join("")).toBe(Array.from({ length: 10_000 }, (_, i) => `${i}\n`).join(""));
  });
  test("sends such a page long displays more seldom still, and only the latest of each slot", () => {
    const { outputs, sent, clock } = open();
    clock.isBehind = true;
    for (let i = 0; i < 200; i++) {
      clock.ms += 500;
      outputs.show("display", { "text/plain": `${i}${"x".repeat(500_000)}` }, { slot: "a" });
    }
    // 0.5 MB take 2 s and the one of the rule; two go out before it asks
    expect(sent.length).toBeLessThan(2 + 100_000 / 3_000);
    outputs.end();
    expect(sent.flat().at(-1)).toMatchObject({ bundle: { "text/plain": expect.stringMatching(/^199x/) } });
    expect(sent.every((events) => events.length === 1)).toBe(true);
  });
  test("takes up its pace again when the page has caught up", () => {
    const { outputs, sent, clock } = open();
    const print = (times: number) => {
      sent.length = 0;
      for (let i = 0; i < times; i++) {
        clock.ms += 31;
        outputs.print("stdout", "x");
      }
    };
    clock.isBehind = true;
    print(16);
    print(100);
    expect(sent.length).toBe(3);
    clock.isBehind = false;
    print(100);
    print(100);
    expect(sent.length).toBe(100);
  });
  test("sends nothing of its own for a sleep that is shorter than its pace", () => {
    const { outputs, sent } = open();
    for (let i = 0; i < 5_000; i++) {
      outputs.print("stdout", "x");
      outputs.sendBefore(0);
    }
    expect(sent.length).toBe(1);
    outputs.print("stdout", "y");
    outputs.sendBefore(1_000);
    expect(sent.length).toBe(2);
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
  test("sends a progress bar as the line that it is, across batches too", () => {
    const { outputs, sent, clock } = open();
    outputs.print("stdout", "a\n 1%");
    for (let percent = 2; percent <= 60; percent++) outputs.print("stdout", `\r ${percent}%`);
    clock.ms += 31;
    outputs.print("stdout", "\r100%\n");
    expect(sent).toEqual([
      [{ type: "stream", name: "stdout", text: "a\n 1%" }],
      [{ type: "stream", name: "stdout", text: "100%\n", erase: 3 }],
    ]);
  });
  test("sends a slot's latest display only, in its first place", () => {
    const { outputs, sent, clock } = open();
    outputs.print("stdout", "first");
    for (let i = 0; i < 100; i++) outputs.show("display", { "text/plain": `${i}` }, { slot: "bar" });
    outputs.print("stdout", "after");
    clock.ms += 31;
    outputs.show("display", { "text/plain": "end" }, { slot: "bar" });
    expect(sent.slice(1).flat()).toEqual([
      { type: "display", bundle: { "text/plain": "end" }, slot: "bar" },
      { type: "stream", name: "stdout", text: "after" },
    ]);
  });
  test("clears at once, or when the next thing comes, and sends nothing that would be cleared", () => {
    const { outputs, sent, clock } = open();
    outputs.print("stdout", "a");
    outputs.print("stdout", "gone");
    outputs.clear(true);
    outputs.sendNow();
    clock.ms += 31;
    outputs.print("stdout", "b");
    expect(sent.flat()).toEqual([
      { type: "stream", name: "stdout", text: "a" },
      { type: "stream", name: "stdout", text: "gone" },
      { type: "clear" },
      { type: "stream", name: "stdout", text: "b" },
    ]);
  });
  test("past its limit sends a flood's newest lines now and then, and the last 5,000 at the end, with what is left out", () => {
    const { outputs, sent, clock } = open();
    const line = `${"x".repeat(99)}\n`;
    const count = 300_000;
    let most = 0;
    for (let i = 0; i < count; i++) {
      if (i % 100 === 0) clock.ms += 1;
      outputs.print("stdout", line);
    }
    outputs.end();
    const events = sent.flat().filter((event) => event.type === "stream");
    const whole = events.filter((event) => !event.skipped);
    const glimpses = events.filter((event) => event.skipped);
    for (const glimpse of glimpses.slice(0, -1)) most = Math.max(most, glimpse.text.length);
    const wholeLength = whole.reduce((sum, event) => sum + event.text.length, 0);
    expect(wholeLength).toBeGreaterThan(limits.streamed - 100_000);
    expect(wholeLength).toBeLessThanOrEqual(limits.streamed);
    expect(most).toBeLessThanOrEqual(16_000);
    const last = glimpses.at(-1)!;
    expect(last.text).toBe(line.repeat(5_000));
    expect(wholeLength + last.skipped!.characters + last.text.length).toBe(count * 100);
    expect(last.skipped!.lines).toBe(last.skipped!.characters / 100);
    expect(glimpses.length).toBeLessThan(30);
  });
  test("cuts a value's text in the middle", () => {
    const { outputs, sent } = open();
    outputs.show("result", { "text/plain": `a${"x".repeat(3_000_000)}b` });
    outputs.sendNow();
    const { bundle } = sent[0]![0] as Extract<CellEvent, { type: "result" }>;
    expect(bundle["text/plain"]).toMatch(/^ax+\n… \[\+2000002\]\nx+b$/);
  });
  test("says once that nothing more is displayed, but still tells the error", () => {
    const { outputs, sent } = open();
    for (let i = 0; i < limits.displays + 5; i++) outputs.show("display", { "text/plain": "x" });
    outputs.fail("ValueError", "no", ["ValueError: no"]);
    outputs.sendNow();
    expect(sent.flat().slice(limits.displays)).toMatchObject([
      { name: "stderr", text: expect.stringContaining("Nothing more is displayed") },
      { type: "error" },
    ]);
  });
});
