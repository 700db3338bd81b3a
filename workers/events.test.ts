import fc from "fast-check";
import { expect, test } from "vitest";
import { BadMessage, readEvents } from "./events";

test("events arrive as they were sent", () => {
  const events = [
    { type: "stream", name: "stdout", text: "a" },
    { type: "result", bundle: { "text/plain": "1", "text/html": "<b>1</b>" } },
    { type: "error", name: "ValueError", message: "no", traceback: ["ValueError: no"] },
  ];
  expect(readEvents(JSON.stringify(events))).toEqual(events);
});

test.each([
  ["something that is no text", { type: "stream" }],
  ["text that is no JSON", "["],
  ["one event without a list", '{"type":"input","prompt":""}'],
  ["an event of the page's own", '[{"type":"done","outcome":"ok","durationMs":1}]'],
  ["an event named like a property of objects", '[{"type":"constructor"}]'],
  ["a stream of another name", '[{"type":"stream","name":"stdin","text":""}]'],
  ["a result without text", '[{"type":"result","bundle":{"text/html":"<script>"}}]'],
  ["a slot that is no text", '[{"type":"display","bundle":{"text/plain":""},"slot":1}]'],
  ["a traceback of other things than text", '[{"type":"error","name":"","message":"","traceback":[{}]}]'],
])("%s is refused", (_, message) => {
  expect(() => readEvents(message)).toThrow(BadMessage);
});

test("whatever a hostile worker sends, only events come out", () => {
  fc.assert(
    fc.property(fc.json(), (message) => {
      try {
        for (const event of readEvents(message)) expect(typeof event.type).toBe("string");
      } catch (error) {
        expect(error).toBeInstanceOf(BadMessage);
      }
    }),
  );
});
