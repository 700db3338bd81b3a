import { expect, test } from "vitest";
import type { Output } from "../notebook/nbformat";
import { outputsAfter } from "../notebook/outputs";
import { joined } from "./joined";

const stream = (name: string, text: string): Output => ({ output_type: "stream", name, text });
const shown: Output = { output_type: "display_data", data: { "text/plain": "1" }, metadata: {} };

test("pieces of one stream that follow one another are shown as one text, and nothing else is", () => {
  const outputs = [stream("stdout", "a\n"), stream("stdout", "b"), stream("stderr", "c"), shown, stream("stderr", "d")];
  expect(joined(outputs)).toEqual([
    { output: stream("stdout", "a\nb"), index: 0 },
    { output: stream("stderr", "c"), index: 2 },
    { output: shown, index: 3 },
    { output: stream("stderr", "d"), index: 4 },
  ]);
  expect(joined(outputs)[2]!.output).toBe(shown);
});

test("a text with more above it, which only the page knows, stays by itself", () => {
  const flood = "x\n".repeat(7_000);
  const run = outputsAfter([], { type: "stream", name: "stdout", text: flood }, 1);
  const [note, text] = run as [Output, Output];
  expect(joined([note, text, stream("stdout", "after")]).map(({ index }) => index)).toEqual([0, 1, 2]);
});

test("two hundred thousand pieces are one text", () => {
  const [one, ...others] = joined(Array.from({ length: 200_000 }, () => stream("stdout", "x\n")));
  expect(one!.output).toEqual(stream("stdout", "x\n".repeat(200_000)));
  expect(others).toEqual([]);
});
