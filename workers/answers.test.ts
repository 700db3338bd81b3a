import fc from "fast-check";
import { expect, test } from "vitest";
import { readAnswer, readBytes } from "./answers";
import { BadMessage } from "./events";

test("answers arrive as they were sent, and what the border does not know is left out", () => {
  const variable = { name: "w", language: "python", type: "Parameter", shape: [2, 3], dtype: "Float32", bytes: 24 };
  expect(readAnswer("variables", JSON.stringify([{ ...variable, secret: 1 }]))).toEqual([variable]);
  expect(readAnswer("inspect", "null")).toBeNull();
  const completion = { text: "shape", from: 2, kind: "property", detail: "tuple" };
  expect(readAnswer("complete", JSON.stringify([completion]))).toEqual([completion]);
  expect(readAnswer("listFiles", '[{"name":"a.csv","bytes":3,"modified":1.5}]')).toEqual([
    { name: "a.csv", bytes: 3, modified: 1.5 },
  ]);
});

test.each([
  ["no text", "complete", []],
  ["no JSON", "complete", "["],
  ["a completion of an unknown kind", "complete", '[{"text":"a","from":0,"kind":"virus"}]'],
  ["a place before the code", "complete", '[{"text":"a","from":-1,"kind":"text"}]'],
  ["a name without end", "variables", JSON.stringify([{ name: "x".repeat(2_000), language: "python", type: "int" }])],
  [
    "more rows than a table can show",
    "listFiles",
    JSON.stringify(Array(20_001).fill({ name: "a", bytes: 0, modified: 0 })),
  ],
] as const)("%s is refused", (_, question, message) => {
  expect(() => readAnswer(question, message)).toThrow(BadMessage);
});

test("bytes are bytes", () => {
  expect(readBytes(new Uint8Array([1, 2]))).toEqual(new Uint8Array([1, 2]));
  expect(() => readBytes([1, 2])).toThrow(BadMessage);
});

test("whatever a hostile worker answers, only answers come out", () => {
  fc.assert(
    fc.property(fc.json(), (message) => {
      try {
        for (const { name, type } of readAnswer("variables", message))
          expect(typeof name + typeof type).toBe("stringstring");
      } catch (error) {
        expect(error).toBeInstanceOf(BadMessage);
      }
    }),
  );
});
