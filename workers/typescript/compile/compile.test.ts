import { expect, test } from "vitest";
import { loadInNode } from "../loadInNode";
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

const inFunction = (code: string) => `function work(n) { ${code} }`;

test("a bound that nothing ever sets is looked at once a length, though the loop calls others", () => {
  const loop = "for (let i = 0; i < n; i++) { s += f(i) }";
  expect(compile(inFunction(`let s = 0; ${loop} return s`))).toContain("while(i++,i<__end0)");
  expect(compile(inFunction(`let s = 0; const f = () => n--; ${loop} return s`))).toContain("&&i<n");
});

test("a while loop that counts is cut too, whatever it does besides", () => {
  const code = inFunction("let s = 0, i = 0; while (i < n) { s += i; i++ } return s");
  const [, body = ""] = /do\{(.*)\}while/.exec(compile(code)) ?? [];
  expect(body.replace(/[{} ]/g, "")).toBe("s+=i;i++");
});

test.each([
  ["is set in between", "let i = 0; i = n; while (i < 5) { i++ }"],
  ["is set by a function", "let i = 0; const set = () => { i = 3n }; set(); while (i < 5) { i++ }"],
  ["is not a number", "let i = n; while (i < 5) { i++ }"],
  ["is stepped only in some rounds", "let i = 0; while (i < 5) { if (n > 3) continue; i++ }"],
  ["is stepped in the middle", "let i = 0; while (i < 5) { i++; n-- }"],
  ["is moved elsewhere too", "let i = 0; while (i < 5) { if (n) i = 9; i++ }"],
  ["is declared further out", "let i = 0; { while (i < 5) { i++ } }"],
])("a while loop whose variable %s counts every round", (_, code) => {
  expect(compile(inFunction(code))).not.toContain("do{");
});

test.each([
  ["let s = 0, i = 0; while (i < n) { s += i; i++ } return [s, i]"],
  ["let s = 0, i = 0; while (i <= n) { if (s > 1000) break; s += i; i += 3 } return [s, i]"],
  ["let s = 0, i = 7; while (i > -n) { s ^= i; i -= 2 } return [s, i]"],
  [
    "let s = 0, i = 0; while (i < n) { for (let k = 0; k < 3; k++) { if (k === 1) continue; s += k } i++ } return [s, i]",
  ],
  ["let s = 0, i = 0; while (i < n) { let k = 0; while (k < i % 5) { s += k; k++ } i++ } return [s, i]"],
  ["let s = 0, i = 0; while (i < n) { s++; n -= 0.5; i++ } return [s, i, n]"],
  ["let s = 0, i = 0; while (i < n) { switch (i % 3) { case 0: s++; break; default: s += 2 } i++ } return [s, i]"],
  ["let s = 0; for (let i = 0; i < n; i++) { var n = n - 0.5; s++ } return [s, n]"],
  ["let s = 0; const less = () => { n-- }; for (let i = 0; i < n; i++) { s++; less() } return [s, n]"],
  ["let s = 0; for (let i = 0; i < n; i++) { s += Number(i); for (var n of [n - 1]); } return [s, n]"],
  ["let s = 0; const o = { get x() { n--; return 1 } }; for (let i = 0; i < n; i++) { s += o.x } return [s, n]"],
  [
    "const a = []; const o = { get x() { if (a.length < n) a.push(0); return 1 } }; for (let i = 0; i <= a.length; i++) { o.x } return a.length",
  ],
  ["let s = 0; const f = (x) => x * 7; for (let i = 0; i < n; i++) { s = (s + f(i)) | 0 } return s"],
  ["let i = 5; while (i < n) { if (i === 70000) return 'in the middle'; i++ } return i"],
])("is the loop that was written: %s", async (code) => {
  const scope: { work?: (n: number) => unknown } = {};
  const kit = { tick: (anew: number) => anew, pace: () => 0, run: () => 0, hoist() {} };
  const { run } = await loadInNode(compile(inFunction(code)), 1);
  await (run as unknown as (scope: object, kit: object) => unknown)(scope, kit);
  const plain = new Function("n", code) as (n: number) => unknown;
  for (const n of [0, 1, 2, 100, 65_535, 65_536, 200_001]) expect(scope.work!(n)).toEqual(plain(n));
});

test("a function that calls nothing and goes round nothing is left as it is", () => {
  expect(compile("const sq = (x: number) => x * x")).toContain("return( x * x)");
  expect(compile("const sq = (x: number) => x * x")).not.toContain("if(--__depth");
  expect(compile("const sq = (x: number) => f(x)")).toContain("if(--__depth");
});
