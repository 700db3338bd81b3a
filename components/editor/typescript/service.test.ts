import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { readDeclarations } from "../../../scripts/assets/declarations.mjs";
import { parseNotebook } from "../../notebook/file";
import { codeOf, languageOf } from "../../notebook/language";
import { turned } from "../../notebook/twin";
import type { Compiler } from "./compiler";
import { messagesIn } from "./messages";
import { type Files, openTypeService, type TypeService } from "./service";

// as Node reads it: Vite would take a quarter of a minute to transform it
const services = "monaco-editor/languages/features/typescript/lib/typescriptServices.js";
const { typescript } = createRequire(import.meta.url)(services) as { typescript: Compiler };

let files: Files;
let types: TypeService;

beforeAll(() => {
  files = readDeclarations();
  types = openTypeService(typescript, files);
});

/** The cells "a", "b", "c" … with these texts. */
const setCells = (...codes: string[]) =>
  types.setCells(codes.map((code, index) => ({ id: String.fromCharCode(97 + index), code })));
const messages = (id: string) => types.mistakes(id).map(({ message }) => message);
const names = (id: string, offset: number) => types.suggestions(id, offset).map(({ name }) => name);
/** What is said of the place that ¦ marks in the cell. */
function at<T>(code: string, others: string[], ask: (offset: number) => T): T {
  setCells(...others, code.replace("¦", ""));
  return ask(code.indexOf("¦"));
}

describe("the declarations", () => {
  test("hold together: everything that a cell may import is known, with all that it refers to", () => {
    setCells('import * as ms from "mindspore";\nimport * as np from "numpy";\nexport { ms, np };');
    expect(messages("a")).toEqual([]);
    for (const path of Object.keys(files).filter((path) => path.startsWith("/types/"))) {
      expect(files[path], path).not.toMatch(/: any\b(?!\[)/);
    }
  });
  test("keep the docstrings", () => {
    const hint = at("new nn.Conv¦2d(1, 2, 3)", ['import { nn } from "mindspore";'], (offset) =>
      types.hint("b", offset),
    );
    expect(hint?.code).toMatch(/^new Conv2d\(inChannels: number, outChannels: number, kernelSize: nn.Pair/);
    expect(hint?.text).toMatch(/^A layer that slides a bank of kernels over images/);
  });
  test("give a cell what the worker has, and no page", () => {
    setCells("console.log(1); display(2); py.x.y; structuredClone([new Map()].at(0));");
    expect(messages("a")).toEqual([]);
    setCells("document", "window.alert()");
    expect(messages("a")).toHaveLength(1);
    expect(messages("b")).toHaveLength(1);
  });
});

describe("the language of mistakes", () => {
  afterEach(() => types.speak("en"));

  test("is Chinese where that is asked for, with the same numbers and names in it", () => {
    const code = 'let x: number = "a"; conts.log(missing + 1); const o = { a: 1 }; o.b; Math.max("1"); x(';
    const english = at(code, [], () => types.mistakes("a"));
    types.speak("zh");
    const mistakes = at(`${code} `, [], () => types.mistakes("a"));
    expect(mistakes.map((each) => each.code)).toEqual(english.map((each) => each.code));
    expect(english.length).toBeGreaterThan(4);
    for (const { message } of mistakes) expect(message).toMatch(/[\u4e00-\u9fff]/);
    expect(mistakes.map((each) => each.message)).toContain("类型“string”不能赋给类型“number”。");
    types.speak("en");
    expect(at(code, [], () => types.mistakes("a"))).toEqual(english);
  });
  test.each(["zh", "en"] as const)("has the compiler's own blanks in each message of ours (%s)", (language) => {
    const blanks = (text: string) => [...new Set(text.match(/\{\d\}/g))].sort().join();
    const messages = messagesIn(language, typescript.Diagnostics);
    expect(Object.keys(messages).length).toBeGreaterThan(language === "zh" ? 140 : 5);
    for (const { key, message } of Object.values(typescript.Diagnostics))
      if (key in messages) expect(blanks(messages[key]!), message).toBe(blanks(message));
  });
});

describe("cells", () => {
  test("see what the ones above declare: values, functions, classes, enums, types and imports", () => {
    setCells(
      'import { Tensor, nn } from "mindspore";\nimport * as np from "numpy";',
      "const { a, b: [c] } = { a: 1, b: ['x'] };\nfunction f(n: number) { return n; }\nclass C { v = 1 }\nenum E { A }\ninterface I { e: E }\ntype T = I | null;",
      "const i: T = { e: E.A };\nconst n: number = f(a) + new C().v;\nconst s: string = c;\nconst x: Tensor = new Tensor(np.ones([2]));\nnew nn.ReLU().call(x);",
    );
    expect(["a", "b", "c"].map(messages)).toEqual([[], [], []]);
  });
  test("may declare again what the ones above declared; the latest above counts", () => {
    setCells(
      "const x = 1;\nfunction f() { return 1; }",
      "const x = 'a';\nclass f {}",
      "const s: string = x;\nnew f();",
    );
    expect(["a", "b", "c"].map(messages)).toEqual([[], [], []]);
    setCells("const x = 1;", "x.toFixed();", "const x = 'a';", "x.trim(); x.toFixed();");
    expect(messages("b")).toEqual([]);
    expect(messages("d")).toEqual(["Property 'toFixed' does not exist on type '\"a\"'. Did you mean 'fixed'?"]);
  });
  test("may assign to the variables of the ones above, with values of their type, but not to constants", () => {
    setCells("let n = 1;\nvar m = 2;\nconst k = 3;", "n = 4;\nm += n;\n[n, m] = [m, n];", "n = 'a';", "k = 4;");
    expect(messages("b")).toEqual([]);
    expect(messages("c")).toEqual(["Type 'string' is not assignable to type 'number'."]);
    expect(messages("d")).toHaveLength(1);
  });
  test("do not see what the ones below declare", () => {
    setCells("later;", "const later = 1;");
    expect(messages("a")).toEqual(["Cannot find name 'later'."]);
  });
  test("follow when cells change, move and go", () => {
    setCells("const x = 1;", "x.toFixed();");
    expect(messages("b")).toEqual([]);
    setCells("const x = 'a';", "x.toFixed();");
    expect(messages("b")).toHaveLength(1);
    types.setCells([
      { id: "b", code: "x.toFixed();" },
      { id: "a", code: "const x = 1;" },
    ]);
    expect(messages("b")).toEqual(["Cannot find name 'x'."]);
    types.setCells([{ id: "b", code: "const y = 1; y;" }]);
    expect(messages("b")).toEqual([]);
    expect(messages("a")).toEqual([]);
  });
  test.each([
    ["an await", "const v = await Promise.resolve(1); v.toFixed(); for await (const x of [v]) x;"],
    ["an import in use only further down", 'import { Tensor } from "mindspore";'],
    ["what nobody uses", "const unused = 1; function idle() {}"],
    ["a bare expression", "1 + 1"],
    ["a name that the language itself has", "const name = 'x'; const status = 1; let event = 2; const print2 = 1;"],
    ["a parameter without a type", "function f(x) { return x; }"],
    ["what is thrown", "try { f(); } catch (error) { console.log(error.message); }\nfunction f() {}"],
    ["code that is exported", "export const a = 1; export function f() {}"],
    ["code that is never reached", "while (true) {}\nconsole.log(1);"],
  ])("take no offence at %s", (_, code) => {
    setCells(code, "export {};");
    expect(messages("a")).toEqual([]);
  });
  test.each([
    ["const n: number = 'a';", "Type 'string' is not assignable to type 'number'."],
    ["const a = 1; const a = 2;", "Cannot redeclare block-scoped variable 'a'."],
    ["nowhere", "Cannot find name 'nowhere'."],
    [
      'import { Tensr } from "mindspore";',
      "'\"mindspore\"' has no exported member named 'Tensr'. Did you mean 'Tensor'?",
    ],
    ['import x from "left-pad";', "Cannot find module 'left-pad' or its corresponding type declarations."],
    ["const a = `", "Unterminated template literal."],
    ["if (", "Expression expected."],
  ])("say what is wrong with %s", (code, message) => {
    setCells(code, "const b = 1;", "b;");
    expect(messages("a")).toContain(message);
    expect(messages("c")).toEqual([]);
  });
});

describe("the bundled notebooks", () => {
  const folder = "public/tutorials";
  test.each(readdirSync(folder))("%s has no mistake in any TypeScript cell, shown in either language", (name) => {
    const { cells, ...frame } = parseNotebook(readFileSync(`${folder}/${name}`, "utf8"));
    for (const language of ["python", "typescript"] as const) {
      const shown = cells.filter(({ cell_type: type }) => type === "code").map((cell) => turned(cell, language, frame));
      const texts = shown.filter((cell) => languageOf(cell, frame) === "typescript");
      types.setCells(texts.map(({ id, source }) => ({ id, code: codeOf(source) })));
      expect(texts.map(({ id }) => [id, messages(id)])).toEqual(texts.map(({ id }) => [id, []]));
    }
  });
});

describe("at a place", () => {
  const above = ['import { Tensor } from "mindspore";\n/** The input. */\nconst image = new Tensor([1, 2]);'];

  test("suggestions are the members of what stands there", () => {
    const found = at("image.asn¦", above, (offset) => names("b", offset));
    expect(found).toContain("asnumpy");
    expect(found).not.toContain("contents");
  });
  test("suggestions know the names of the cells above and of this one, and nothing of how they come here", () => {
    const found = at("const own = 1;\n¦", above, (offset) => names("b", offset));
    expect(found).toEqual(expect.arrayContaining(["image", "Tensor", "own", "console", "display", "py"]));
    expect(found.filter((name) => /cells|globalThis\./.test(name))).toEqual([]);
  });
  test("suggestions inside of an import are what the module has", () => {
    expect(at('import { ¦ } from "mindspore";', [], (offset) => names("a", offset))).toContain("setSeed");
  });
  test("a hint shows a name as the cell above has declared it", () => {
    const hint = at("image¦;", above, (offset) => types.hint("b", offset));
    expect(hint).toMatchObject({ from: 0, to: 5, code: "const image: Tensor", text: "The input." });
  });
  test("a description tells what a suggestion is", () => {
    const found = at("image.¦", above, (offset) => types.describe("b", offset, "asnumpy"));
    expect(found?.code).toBe("(method) Tensor.asnumpy(): NDArray");
    expect(found?.text).toMatch(/shares the tensor's memory/);
  });
  test("a call hint marks the parameter that is written", () => {
    const hint = at("new Tensor([1], ¦", above, (offset) => types.callHint("b", offset));
    const way = hint!.ways[hint!.selected]!;
    const { from, to } = way.parameters[hint!.argument]!;
    expect(way.code.slice(from, to)).toBe("dtype?: DType | null | undefined".replace(" | undefined", ""));
  });
});
