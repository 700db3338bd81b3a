import { describe, expect, test } from "vitest";
import { defines, hintOf, undefinedName } from "./hints";
import { traceLines, withoutRepeated } from "./tracebacks";
import { lineOf, tracedCell } from "./tracedCells";

const traceback = [
  "Traceback (most recent call last):",
  '  File "<cell 3>", line 2, in <module>',
  "    f()",
  "    ~^^",
  '  File "<cell 1>", line 5, in f',
  "    return 1 / 0",
  "           ~~^~~",
  "ZeroDivisionError: division by zero",
];

describe("traceLines", () => {
  test("finds the cells' frames, with the code that was printed under them", () => {
    const found = traceLines(traceback).filter((line) => "link" in line);
    expect(found).toEqual([
      { before: "  ", link: 'File "<cell 3>", line 2', after: ", in <module>", count: 3, line: 2, code: "f()" },
      { before: "  ", link: 'File "<cell 1>", line 5', after: ", in f", count: 1, line: 5, code: "return 1 / 0" },
    ]);
  });
  test.each([
    ["Cell In[7], line 3", 7, 3],
    ["Cell \u001b[0;32mIn[12], line 1\u001b[0m", 12, 1],
    ["File Cell In[4]:9, in f(x)", 4, 9],
    ["    at f (<cell 5>:2:9)", 5, 2],
  ])("reads %j", (text, count, line) => {
    expect(traceLines([text])).toMatchObject([{ count, line }]);
  });
  test("finds TypeScript's code too, and not what IPython prints around a line", () => {
    expect(traceLines(["Cell In[2], line 3, in f\n    g(1);", "TypeError: no"])[0]).toMatchObject({ code: "g(1);" });
    expect(traceLines(["Cell In[2], line 101", "    100 x = 1", "--> 101 y"])[0]).not.toHaveProperty("code");
  });
  test("leaves everything else as text, every line as it was", () => {
    const shown = traceLines(traceback).map((line) =>
      "text" in line ? line.text : line.before + line.link + line.after,
    );
    expect(shown).toEqual(traceback);
  });
  test("withoutRepeated drops the last line that stands on top already", () => {
    expect(withoutRepeated(traceLines(traceback), "ZeroDivisionError", "division by zero")).toHaveLength(7);
    expect(withoutRepeated(traceLines(["json.decoder.JSONDecodeError: x"]), "JSONDecodeError", "x")).toEqual([]);
    expect(withoutRepeated(traceLines(["other"]), "ValueError", "x")).toHaveLength(1);
  });
});

describe("a frame", () => {
  const run = (executionCount: number, session?: number) => ({
    status: "ok" as const,
    outputs: [],
    executionCount,
    ...(session !== undefined && { session }),
  });
  const order = ["a", "b", "c"];
  test("means the cell with its number in the same start of the kernel, or none", () => {
    const state = { order, cells: {}, runs: { a: run(1, 0), b: run(1, 1), c: run(2, 1) } };
    expect(tracedCell(state, 1, 1)).toBe("b");
    expect(tracedCell(state, 3, 1)).toBeUndefined();
    const saved = { order, cells: {}, runs: { a: run(1), b: run(1), c: run(2) } };
    expect([tracedCell(saved, 1, undefined), tracedCell(saved, 2, undefined)]).toEqual([undefined, "c"]);
  });
  test("finds its line where it has moved to, and says when it is gone", () => {
    const frame = { line: 2, code: "f()" };
    expect(lineOf("x = 1\n  f()", frame)).toEqual({ line: 2, isEdited: false });
    expect(lineOf("\n\n\nf()", frame)).toEqual({ line: 4, isEdited: false });
    expect(lineOf("f()\nf(1)\nf()", frame)).toEqual({ line: 2, isEdited: true });
    expect(lineOf("g()", frame)).toEqual({ line: 1, isEdited: true });
  });
});

describe("hints", () => {
  // the messages are CPython 3.14's
  test.each([
    ["SyntaxError", "invalid character '，' (U+FF0C)", "wideMark", ["，", ","]],
    ["SyntaxError", "invalid non-printable character U+3000", "wideBlank", []],
    ["SyntaxError", "invalid non-printable character U+00A0", "wideBlank", []],
    ["SyntaxError", "'(' was never closed", "unclosed", ["("]],
    ["SyntaxError", "expected ':'", "colonMissing", ["':'"]],
    [
      "IndentationError",
      "expected an indented block after 'if' statement on line 2",
      "blockExpected",
      ["'if' statement", "2"],
    ],
    ["ModuleNotFoundError", "No module named 'torch'", "noModule", ["torch"]],
    ["ModuleNotFoundError", "No module named 'tqdm'", "noTqdm", ["tqdm"]],
    ["ModuleNotFoundError", "No module named 'requests': use urllib", "noRequests", ["requests"]],
    ["URLError", "<urlopen error a.org could not be reached. Cells reach only the hosts>", "noNetwork", []],
    ["TypeError", "Failed to fetch", "noNetwork", []], // Chromium
    ["JsException", "TypeError: NetworkError when attempting to fetch resource.", "noNetwork", []], // Firefox
    ["TypeError", "Load failed", "noNetwork", []], // WebKit
    ["ValueError", "operands could not be broadcast together with shapes (2,3) (4,) ", "shapes", ["3", "4", "1"]],
    [
      "ValueError",
      "For 'Add', x.shape and y.shape need to broadcast. The value of x.shape[i] or y.shape[i] must be 1 or they must be equal, but got x.shape: (5, 2, 3), y.shape: (4, 3).",
      "shapes",
      ["2", "4", "2"],
    ],
    ["KeyboardInterrupt", "", "stopped", []],
  ])("%s: %s", (name, message, key, parts) => {
    expect(hintOf(name, message)).toEqual({ key, parts });
  });
  test("are silent where nothing is certain", () => {
    expect(hintOf("ValueError", "math domain error")).toBeNull();
    expect(hintOf("SyntaxError", "invalid character '€' (U+20AC)")).toBeNull();
    expect(hintOf("SyntaxError", "invalid syntax")).toBeNull();
  });
  test("know the name that is missing, and where code defines it", () => {
    expect(undefinedName("NameError", "name 'net' is not defined. Did you mean: 'set'?")).toBe("net");
    expect(undefinedName("ReferenceError", "net is not defined")).toBe("net");
    for (const code of [
      "net = 1",
      "x = 2\nnet: Cell = f()",
      "def net(): pass",
      "class net:",
      "import a as net",
      "from a import b, net",
      "const net = 1",
    ])
      expect(defines(code, "net"), code).toBe(true);
    for (const code of ["net == 1", "  net = 1", "net.x = 1", "# net = 1", "internet = 1"])
      expect(defines(code, "net"), code).toBe(false);
  });
});
