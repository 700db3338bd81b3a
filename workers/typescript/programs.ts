/** A small program: its cells one after the other, and what they show (transcript.ts says how), "---" between the cells. */
export interface Program {
  title: string;
  cells: readonly string[];
  shows: string;
}

const program = (title: string, cells: string | readonly string[], shows: string): Program => ({
  title,
  cells: typeof cells === "string" ? [cells] : cells,
  shows,
});

/** What TypeScript cells do, by example. Run in Node and in browsers; the expected text is JavaScript's own meaning. */
export const programs: readonly Program[] = [
  // the result
  program("the last expression is the result", "1 + 1", "=> 2"),
  program("a semicolon behind it hides nothing", "6 * 7;", "=> 42"),
  program("nor does a comment", "6 * 7 // why not\n/* really */", "=> 42"),
  program("void hides it", "void (6 * 7)", ""),
  program("undefined is no result", "undefined", ""),
  program("an assignment is no result", "let n = 1;\nn = 2", ""),
  program("a declaration is no result", "const a = 1", ""),
  program("text is quoted", "'it\\'s' + \" \" + '\"so\"'", '=> `it\'s "so"`'),
  program("a cell may be empty", "// nothing", ""),
  program("null is shown", "null", "=> null"),
  program(
    "a bigint, a negative zero, a symbol",
    "[2n ** 70n, -0, Symbol('s')]",
    "=> [ 1180591620717411303424n, -0, Symbol(s) ]",
  ),

  // names
  program("const, let and var stay for later cells", ["const a = 1; let b = 2; var c = 3", "a + b + c"], "---\n=> 6"),
  program(
    "functions and classes stay",
    ["function twice(x: number) { return 2 * x }\nclass P { constructor(readonly v: number) {} }", "twice(new P(4).v)"],
    "---\n=> 8",
  ),
  program("a function may be called above its place", "const x = f(); function f() { return 'up' }\nx", "=> 'up'"),
  program("a cell may run again", ["const again = 1", "const again = 2", "again"], "---\n---\n=> 2"),
  program(
    "another cell may declare a name as something else",
    ["let v = 1", "function v() { return 'f' }", "v()"],
    "---\n---\n=> 'f'",
  ),
  program(
    "twice in one cell is an error",
    "let d = 1;\nlet d = 2;",
    "!! Cell In[1], line 2\n    let d = 2;\n        ^\nSyntaxError: Identifier 'd' has already been declared",
  ),
  program("a later cell may assign to let", ["let count = 1", "count += 41; count"], "---\n=> 42"),
  program(
    "but not to const",
    ["const fixed = 1", "fixed = 2"],
    "---\n!! Cell In[2], line 1\n    fixed = 2\nTypeError: Assignment to constant variable: fixed was declared with const or import.",
  ),
  program(
    "an unknown name says so",
    "nothere + 1",
    "!! Cell In[1], line 1\n    nothere + 1\nReferenceError: nothere is not defined",
  ),
  program(
    "assigning to an unknown name too",
    "nothere2 = 1",
    "!! Cell In[1], line 1\n    nothere2 = 1\nReferenceError: nothere2 is not defined",
  ),
  program(
    "typeof asks about any name",
    "[typeof nope, typeof Math, typeof print]",
    "=> [ 'undefined', 'object', 'function' ]",
  ),
  program(
    "a name that fails to get its value is not there",
    ["const half = (() => { throw new Error('no') })()", "half"],
    "!! Cell In[1], line 1\n    const half = (() => { throw new Error('no') })()\nCell In[1], line 1\n    const half = (() => { throw new Error('no') })()\nError: no\n---\n!! Cell In[2], line 1\n    half\nReferenceError: half is not defined",
  ),
  program(
    "names of the language may be taken",
    ["const name = 'n', Atomics = 3, close = 4", "[name, Atomics, close]"],
    "---\n=> [ 'n', 3, 4 ]",
  ),
  program(
    "blocks keep their names",
    ["{ const inner = 1 }\nfor (let i = 0; i < 2; i++) { let inner2 = i }", "[typeof inner, typeof i]"],
    "---\n=> [ 'undefined', 'undefined' ]",
  ),
  program(
    "var leaves its block",
    ["if (true) { var left = 1 }\nfor (var k = 0; k < 3; k++);", "[left, k]"],
    "---\n=> [ 1, 3 ]",
  ),
  program("var without a value is undefined, and keeps one", ["var kept; kept ??= 5", "var kept; kept"], "---\n=> 5"),

  // destructuring
  program(
    "objects, lists, defaults and rests",
    "const { a, b: [c = 2, ...d], ...rest } = { a: 1, b: [undefined, 3, 4], e: 5, f: 6 };\n[a, c, d, rest]",
    "=> [ 1, 2, [ 3, 4 ], { e: 5, f: 6 } ]",
  ),
  program(
    "with computed keys, over two cells",
    ["const key = 'z'", "const { [key]: z = 9, y = z } = {} as any\n;[z, y]"],
    "---\n=> [ 9, 9 ]",
  ),
  program(
    "assigning by a pattern",
    ["let p = 1, q = 2", "[p, q] = [q, p];\n({ p, q: q = 7 } = { p: p * 10 } as any)\n;[p, q]"],
    "---\n=> [ 20, 7 ]",
  ),
  program(
    "in parameters, loops and catch",
    "const f = ({ x, y: [z] = [3] }: any) => x + z;\nfor (const [k, v] of Object.entries({ a: 1 })) console.log(k, v);\ntry { throw { code: 5 } } catch ({ code }) { console.log(code) }\nf({ x: 1 })",
    "a 1\n5\n=> 4",
  ),

  // closures
  program(
    "a function sees what a later cell makes of a variable",
    ["let factor = 2; const scale = (x: number) => x * factor", "factor = 10", "scale(4)"],
    "---\n---\n=> 40",
  ),
  program(
    "also when it is declared anew",
    ["const base = 1; function plus(x: number) { return x + base }", "const base = 100", "plus(1)"],
    "---\n---\n=> 101",
  ),
  program(
    "and one that is declared later",
    ["const late = () => future", "const future = 'now'", "late()"],
    "---\n---\n=> 'now'",
  ),
  program(
    "each round of a loop has a variable of its own",
    "const fs: (() => number)[] = [];\nfor (let i = 0; i < 3; i++) fs.push(() => i);\nfs.map((f) => f())",
    "=> [ 0, 1, 2 ]",
  ),
  program(
    "a local name hides the shared one",
    ["const x = 'outer'", "((x: string) => { const y = x; { const x = 1; void x } return y })('inner')"],
    "---\n=> 'inner'",
  ),
  program(
    "recursion goes through the shared name",
    ["let fact = (n: number): number => (n < 2 ? 1 : n * fact(n - 1))", "fact(10)"],
    "---\n=> 3628800",
  ),
  program(
    "functions are called after their variables",
    "const named = () => {}, Cls = class {};\n[named.name, Cls.name]",
    "=> [ 'named', 'Cls' ]",
  ),
  program("this is undefined in a plain call", ["function self(this: unknown) { return this }", "self()"], "---"),

  // types
  program(
    "types are taken away",
    "interface A { x: number }\ntype B = A & { y?: string }\ndeclare const ghost: number\nconst b: B = { x: 1 } satisfies A as B;\nfunction id<T extends object>(t: T): T { return t! }\nid<B>(b).x",
    "=> 1",
  ),
  program(
    "an overload and an abstract class",
    "function o(x: string): string; function o(x: number): number; function o(x: any) { return x }\nabstract class S { abstract area(): number; twice() { return 2 * this.area() } }\nclass Q extends S { constructor(private r: number) { super() } override area() { return this.r ** 2 } }\no(new Q(3).twice())",
    "=> 18",
  ),
  program(
    "enums",
    ["enum Color { Red, Green = 'g', Blue = 1 << 2 }", "[Color.Red, Color[4], Color.Green]"],
    "---\n=> [ 0, 'Blue', 'g' ]",
  ),
  program("an enum begins anew", ["enum E { A, B }", "enum E { C = 5 }", "E"], "---\n---\n=> { '5': 'C', C: 5 }"),
  program(
    "private fields, accessors and static blocks",
    "class K { #n = 1; static made = 0; static { K.made = 7 } get n() { return this.#n } set n(v) { this.#n = v } static #z = 2; static z() { return K.#z } }\nconst k = new K(); k.n += 4;\n[k.n, K.made, K.z(), k]",
    "=> [ 5, 7, 2, K {} ]",
  ),
  program(
    "export is allowed and means nothing",
    ["export const shared = 3; export { shared as other }", "shared"],
    "---\n=> 3",
  ),
  program(
    "JSX is refused",
    'const page = <div className="x">hi</div>;',
    '!! Cell In[1], line 1\n    const page = <div className="x">hi</div>;\n                 ^\nSyntaxError: JSX is not part of a cell\'s TypeScript: there is nothing here that elements could be made of.',
  ),
  program(
    "a syntax error shows the place",
    "const a = 1;\nif (a {\n}",
    '!! Cell In[1], line 2\n    if (a {\n          ^\nSyntaxError: Unexpected token, expected ")"',
  ),

  // async
  program("await at the top", ["const got = await Promise.resolve(5)", "got"], "---\n=> 5"),
  program(
    "for await",
    "async function* ticks() { for (let i = 0; i < 3; i++) { await null; yield i } }\nlet sum = 0;\nfor await (const t of ticks()) sum += t;\nsum",
    "=> 3",
  ),
  program(
    "a rejection that is awaited is the cell's error",
    "async function boom() { await null; throw new RangeError('async') }\nawait boom()",
    "!! Cell In[1], line 2\n    await boom()\nCell In[1], line 1, in boom\n    async function boom() { await null; throw new RangeError('async') }\nRangeError: async",
  ),
  program(
    "one that nobody awaits is told",
    "Promise.reject(new Error('nobody'));\nconsole.log('goes on')",
    "goes on\n2> Uncaught, and awaited by nobody:\n2> Cell In[1], line 1\n2>     Promise.reject(new Error('nobody'));\n2> Error: nobody",
  ),
  program(
    "an error after the cell has ended is told in the next",
    ["setTimeout(() => { throw new TypeError('late') }, 50)\nvoid 0", "await sleep(150)"],
    "---\n2> Uncaught, and awaited by nobody:\n2> Cell In[1], line 1\n2>     setTimeout(() => { throw new TypeError('late') }, 50)\n2> TypeError: late",
  ),
  program(
    "promises together",
    "const [a, b] = await Promise.all([1, 2].map(async (x) => { await sleep(1); return x * 2 }));\na + b",
    "=> 6",
  ),
  program("sleep waits", "const t = performance.now(); await sleep(20);\nperformance.now() - t >= 19", "=> true"),
  program(
    "microtasks come in order",
    "const order: string[] = [];\nqueueMicrotask(() => order.push('micro'));\norder.push('sync');\nawait null;\norder",
    "=> [ 'sync', 'micro' ]",
  ),

  // generators and loops
  program(
    "generators",
    "function* fib() { let [a, b] = [0, 1]; while (true) { yield a; [a, b] = [b, a + b] } }\nconst out: number[] = [];\nfor (const f of fib()) { if (f > 20) break; out.push(f) }\nout",
    "=> [ 0, 1, 1, 2, 3, 5, 8, 13 ]",
  ),
  program(
    "a generator is closed by break",
    "function* g() { try { yield 1; yield 2 } finally { console.log('closed') } }\nfor (const x of g()) break",
    "closed",
  ),
  program(
    "labels, break and continue",
    "const seen: string[] = [];\nouter: for (let i = 0; i < 3; i++) { for (let j = 0; j < 3; j++) { if (j === 1) continue outer; if (i === 2) break outer; seen.push(`${i}${j}`) } }\nseen",
    "=> [ '00', '10' ]",
  ),
  program(
    "break and continue in a loop that counts",
    "const seen: number[] = [];\nfor (let i = 0; i < 10; i++) { if (i % 2) continue; if (i > 6) break; switch (i) { case 4: break; default: seen.push(i) } }\nseen",
    "=> [ 0, 2, 6 ]",
  ),
  program(
    "counting down, by steps, past a moving end",
    "const seen: number[] = []; const list = [1, 2, 3];\nfor (let i = 9; i >= 0; i -= 4) seen.push(i);\nfor (let i = 0; i < list.length; i++) if (list.length < 6) list.push(i);\n[seen, list]",
    "=> [ [ 9, 5, 1 ], [ 1, 2, 3, 0, 1, 2 ] ]",
  ),
  program(
    "a loop that moves its own variable",
    "let rounds = 0;\nfor (let i = 0; i < 10; i++) { i += 2; rounds++ }\nrounds",
    "=> 4",
  ),
  program(
    "loops over bigints and fractions",
    "let n = 0n, f = 0;\nfor (let i = 0n; i < 5n; i++) n += i;\nfor (let x = 0; x < 1; x += 0.25) f++;\n[n, f]",
    "=> [ 10n, 4 ]",
  ),
  program(
    "loops of every kind without braces",
    "let c = 0;\nwhile (c < 3) c++\ndo c++; while (c < 6)\nfor (const x in { a: 1, b: 2 }) c += x.length\nfor (const x of 'abc') if (x === 'b') c += 10; else c++\nfor (;;) if (c++ > 25) break\nc",
    "=> 27",
  ),
  program(
    "a very long loop ends",
    "let s = 0;\nfor (let i = 0; i < 30_000_000; i++) s = (s + i) | 0;\ns",
    "=> -918471104",
  ),
  program(
    "deep recursion is an error, and the session lives on",
    [
      "let depth = 0;\nfunction deep(): number { depth++; return 1 + deep() }\ntry { deep() } catch (error) { console.log((error as Error).name) }",
      "depth > 500",
    ],
    "RangeError\n---\n=> true",
  ),

  // errors
  program(
    "an error shows the reader's frames, the outermost first",
    "function inner() {\n  throw new RangeError('too far')\n}\nconst outer = () => inner()\n\nouter()",
    "!! Cell In[1], line 6\n    outer()\nCell In[1], line 4, in outer\n    const outer = () => inner()\nCell In[1], line 2, in inner\n    throw new RangeError('too far')\nRangeError: too far",
  ),
  program(
    "over several cells",
    ["function bad(list?: number[]) {\n  return list!.length\n}", "[1].map(() => bad())"],
    "---\n!! Cell In[2], line 1\n    [1].map(() => bad())\nCell In[2], line 1\n    [1].map(() => bad())\nCell In[1], line 2, in bad\n    return list!.length\nTypeError: Cannot read properties of undefined (reading 'length')",
  ),
  program(
    "an error of the engine has its name and sentence",
    "import { Parameter } from 'mindspore';\nnew Parameter(true as any)",
    "!! Cell In[1], line 2\n    new Parameter(true as any)\nValueError: For 'Parameter', the 'default_input' can not be bool.",
  ),
  program(
    "a class of the reader's own",
    "class Damp extends Error {}\nthrow new Damp('mushroom')",
    "!! Cell In[1], line 2\n    throw new Damp('mushroom')\nDamp: mushroom",
  ),
  program(
    "with a cause",
    "try { JSON.parse('{') } catch (cause) { throw new Error('no config', { cause: new TypeError('why') }) }",
    "!! Cell In[1], line 1\n    try { JSON.parse('{') } catch (cause) { throw new Error('no config', { cause: new TypeError('why') }) }\nTypeError: why\n\nThe above error was the cause of the following one:\n\nCell In[1], line 1\n    try { JSON.parse('{') } catch (cause) { throw new Error('no config', { cause: new TypeError('why') }) }\nError: no config",
  ),
  program(
    "what is thrown need not be an error",
    ["throw 'text'", "throw { code: 3 }", "throw undefined", "await Promise.reject(7)"],
    "!! Uncaught: 'text'\n---\n!! Uncaught: { code: 3 }\n---\n!! Uncaught: undefined\n---\n!! Uncaught: 7",
  ),
  program(
    "calling what is no function names it plainly",
    ["const thing = 3 as any", "thing()"],
    "---\n!! Cell In[2], line 1\n    thing()\nTypeError: thing is not a function",
  ),
  program(
    "the session lives on after an error",
    ["let alive = 1; throw new Error('x')", "alive"],
    "!! Cell In[1], line 1\n    let alive = 1; throw new Error('x')\nError: x\n---\n=> 1",
  ),

  // imports
  program(
    "import of names, renamed, and of a whole module",
    'import { Parameter as P, nn } from "mindspore";\nimport * as np from "numpy";\nimport ms, { type Shape } from \'mindspore\'\nimport type { DType } from "mindspore";\n[typeof P, typeof nn.Dense, typeof np.zeros, ms.Parameter === P]',
    "=> [ 'function', 'function', 'function', true ]",
  ),
  program(
    "imports stay for later cells, used or not",
    ["import { setSeed, getSeed } from 'mindspore'", "setSeed(3); getSeed()"],
    "---\n=> 3",
  ),
  program(
    "a type may be imported without saying so",
    "import { DType, float32 } from 'mindspore';\nconst d: DType = float32; d",
    "=> 'float32'",
  ),
  program(
    "an unknown module says which there are",
    "import fs from 'fs'",
    '!! Cell In[1], line 1\n    import fs from \'fs\'\nImportError: There is no module "fs" here; a cell can import from "mindspore" and "numpy".',
  ),
  program("import() gives a module too", "(await import('numpy')).pi", "=> 3.141592653589793"),

  // what is shown
  program(
    "console writes to both streams, in order",
    "console.log('a'); console.warn('b'); console.info('c'); console.error('d')",
    "a\n2> b\nc\n2> d",
  ),
  program(
    "console formats",
    "console.log('%s is %d, %i and %f; %j %%', 'x', 1.5, 1.9, '2.5', { a: 1 }, 'rest', 1n)",
    'x is 1.5, 1 and 2.5; {"a":1} % rest 1n',
  ),
  program(
    "console.table",
    "console.table([{ a: 1, b: 'x' }, { a: 2 }])",
    "┌─────────┬───┬─────┐\n│ (index) │ a │ b   │\n├─────────┼───┼─────┤\n│ 0       │ 1 │ 'x' │\n│ 1       │ 2 │     │\n└─────────┴───┴─────┘",
  ),
  program(
    "console groups, counts and asserts",
    "console.group('G'); console.log('in\\nner'); console.groupEnd(); console.count(); console.count(); console.assert(1 > 2, 'no')",
    "G\n  in\n  ner\ndefault: 1\ndefault: 2\n2> Assertion failed: no",
  ),
  program(
    "objects, their classes and getters",
    "class Point { constructor(public x = 1, public y: any = { deep: { deeper: { deepest: { hidden: 1 } } } }) {} }\n[new Point(), { get g() { return 1 }, set s(v) {}, f() {}, 'a-b': 1 }]",
    "=> [\n  Point { x: 1, y: { deep: { deeper: { deepest: [Object] } } } },\n  { g: [Getter], s: [Setter], f: [Function: f], 'a-b': 1 }\n]",
  ),
  program(
    "what contains itself",
    "const loop: any = { name: 'l' }; loop.self = loop; loop.list = [loop];\nloop",
    "=> <ref *1> { name: 'l', self: [Circular *1], list: [ [Circular *1] ] }",
  ),
  program(
    "maps, sets, typed arrays, dates",
    "[new Map([['a', { b: 1 }]]), new Set([1, 'x']), new Float32Array([1, 2.5]), new Date(0), /x/g, Object.create(null), [1, , 3]]",
    "=> [\n  Map(1) { 'a' => { b: 1 } },\n  Set(2) { 1, 'x' },\n  Float32Array(2) [ 1, 2.5 ],\n  1970-01-01T00:00:00.000Z,\n  /x/g,\n  [Object: null prototype] {},\n  [ 1, <1 empty item>, 3 ]\n]",
  ),
  program(
    "functions and classes",
    "[function f() {}, () => {}, async () => {}, function* g() {}, class A {}, class B extends Array {}, Math.max]",
    "=> [\n  [Function: f],\n  [Function (anonymous)],\n  [AsyncFunction (anonymous)],\n  [GeneratorFunction: g],\n  [class A],\n  [class B extends Array],\n  [Function: max]\n]",
  ),
  program(
    "a long list is cut",
    "Array.from({ length: 101 }, (_, i) => i).slice(0, 101).map(() => 0).length + ' ' + [1, 2]",
    "=> '101 1,2'",
  ),
  program("display shows in the middle", "display({ a: 1 }, 'b');\nconsole.log('after')", "[] { a: 1 }\n[] 'b'\nafter"),
  program(
    "an object may bring forms of its own",
    "({ [Symbol.for('Jupyter.display')]: () => ({ 'text/html': '<b>1</b>', 'text/plain': 'one' }) })",
    "=> one",
  ),
  program(
    "progress goes through",
    "let t = 0;\nfor (const x of progress([1, 2, 3])) t += x;\nt",
    "[] 100% (3/3), 0.0 s\n=> 6",
  ),
  program(
    "print writes as Python does",
    "print(true, null, 0.1, 1e-7, 1e21, 'a', [1, 'b', false], tuple([1]), tuple([2, 3]), { k: undefined }, new Set([1]), NaN, -Infinity)",
    "True None 0.1 1e-07 1e+21 a [1, 'b', False] (1,) (2, 3) {'k': None} {1} nan -inf",
  ),

  // the engine
  program(
    "tensors and parameters print as in Python",
    "import { Parameter, Tensor, float32 } from 'mindspore';\nimport * as np from 'numpy';\nconst w = new Parameter(new Tensor(np.arange(6).reshape(2, 3), float32), { name: 'w' });\nconsole.log(w); console.log(w.asnumpy()); print(new Tensor([1.5, 2]));\nnew Tensor([1.5, 2])",
    "Parameter (name=w, shape=(2, 3), dtype=Float32, requires_grad=True)\n[[0. 1. 2.]\n [3. 4. 5.]]\n[1.5 2. ]\n=> Tensor(shape=[2], dtype=Float32, value= [ 1.50000000e+00,  2.00000000e+00])",
  ),
  program(
    "arrays as results, and in lists",
    "import * as np from 'numpy';\nconst a = np.linspace(0, 1, 3);\nconsole.log([a]); a",
    "[ array([0. , 0.5, 1. ]) ]\n=> array([0. , 0.5, 1. ])",
  ),
  program(
    "seeds and layers",
    "import { nn, setSeed } from 'mindspore';\nsetSeed(1);\nnew nn.Conv2d(3, 64, 3, { weightInit: 'Normal' });\nconsole.log(new nn.Dense(3, 4).weight.asnumpy())",
    "[[-0.0164615  -0.01204428 -0.00813806]\n [-0.00270927 -0.0113328  -0.01384139]\n [ 0.00849093  0.00351116  0.00989969]\n [ 0.00233028  0.00649209 -0.0021333 ]]",
  ),
  program(
    "a layer of one's own",
    "import { nn, ops, Tensor } from 'mindspore';\nclass Net extends nn.Cell { fc = new nn.Dense(2, 1, { weightInit: 'ones' }); override construct(x: Tensor) { return ops.mul(this.fc.call(x), 2) } }\nconst net = new Net();\nprint(net); print(net.call(new Tensor([[1.0, 2.5]])));\n[...net.parametersDict().keys()]",
    "Net<\n  (fc): Dense<input_channels=2, output_channels=1, has_bias=True>\n  >\n[[7.]]\n=> [ 'fc.weight', 'fc.bias' ]",
  ),
];
