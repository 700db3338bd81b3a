import { expect, test } from "vitest";
import { programs } from "../programs";
import { CellSyntaxError, compileCell } from ".";

const compile = (code: string) => compileCell(code, new Map(), (name) => name in globalThis).js;

test.each(programs)("every line stays where it is: $title", ({ cells }) => {
  for (const code of cells) {
    try {
      expect(compile(code).split("\n")).toHaveLength(code.split("\n").length + 1);
    } catch (error) {
      expect(error).toBeInstanceOf(CellSyntaxError);
    }
  }
});

test("a counting loop is cut into lengths, within which no round looks at a counter", () => {
  const [, body = ""] = /do\{(.*)\}while/.exec(compile("let s = 0; for (let i = 0; i < 9; i++) { s += i }")) ?? [];
  expect(body.replace(/[{} ]/g, "")).toBe("__scope.s+=i");
});

test.each([
  ["moves its own variable", "for (let i = 0; i < 9; i++) { i -= 1 }"],
  ["may count in bigints", "for (let i = start; i < end; i++) {}"],
  ["gives its variable away", "for (let i = 0; i < 9; i++) { fs.push(() => i) }"],
  ["has a step of its own making", "for (let i = 0; i < 9; i += step) {}"],
  ["has a label", "out: for (let i = 0; i < 9; i++) {}"],
])("a loop that %s counts every round", (_, code) => {
  expect(compile(code)).toContain("if(++__");
});

test("a function that calls nothing and goes round nothing is left as it is", () => {
  expect(compile("const sq = (x: number) => x * x")).toContain("return( x * x)");
  expect(compile("const sq = (x: number) => x * x")).not.toContain("if(--__depth");
  expect(compile("const sq = (x: number) => f(x)")).toContain("if(--__depth");
});
