import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { type NodeKernel, openNodeKernel } from "./node";
import type { CellToRun, Reference, RunEvent } from "./protocol";

let kernel: NodeKernel;
let lowerAt = Number.POSITIVE_INFINITY; // when the stop flag goes down
const packages = fileURLToPath(new URL("../public/python", import.meta.url));
beforeAll(async () => {
  kernel = await openNodeKernel(packages, () => performance.now() < lowerAt);
});

const python = (code: string, reference?: Reference): CellToRun => ({
  id: "cell",
  code,
  language: "python",
  ...(reference && { reference }),
});

async function run(code: string): Promise<RunEvent[]> {
  const events: RunEvent[] = [];
  await kernel.run(python(code), (event) => events.push(event));
  return events;
}
const text = (events: RunEvent[], name = "stdout") =>
  events.map((event) => (event.type === "stream" && event.name === name ? event.text : "")).join("");
const result = (events: RunEvent[]) => events.find((event) => event.type === "result")?.bundle["text/plain"];
const traceback = (events: RunEvent[]) => events.find((event) => event.type === "error")?.traceback.join("\n");
const outcome = (events: RunEvent[]) => events.find((event) => event.type === "done")?.outcome;
const count = (events: RunEvent[]) => (events[0]?.type === "started" ? events[0].executionCount : 0);

describe("a cell", () => {
  test("reports started first and done last, and what it prints between", async () => {
    const events = await run("print('spore')");
    expect(events.map((event) => event.type)).toEqual(["started", "stream", "done"]);
    expect(text(events)).toBe("spore\n");
  });
  test.each([
    ["6 * 7", "42"],
    ["x = 1\nx", "1"],
    ["6 * 7;", undefined],
    ["6 * 7  # why not", "42"],
    ["None", undefined],
    ["x = 5", undefined],
    ["'a'", "'a'"],
    ["", undefined],
    ["# only a comment", undefined],
  ])("%j has the result %j", async (code, expected) => {
    expect(result(await run(code))).toBe(expected);
  });
  test("leaves its names, functions and classes to later cells", async () => {
    await run("class Fungus:\n    def grow(self): return scale * 2\nscale = 21");
    expect(result(await run("Fungus().grow()"))).toBe("42");
    expect(result(await run("Fungus"))).toBe("<class '__main__.Fungus'>");
  });
  test("may await, and its names stay too", async () => {
    const events = await run("import asyncio\nawait asyncio.sleep(0.01)\nwaited = 'yes'\nwaited");
    expect(result(events)).toBe("'yes'");
    expect(result(await run("waited"))).toBe("'yes'");
  });
  test("leaves tasks running, whose text is shown in the next cell", async () => {
    const code =
      "import asyncio\nasync def later():\n    await asyncio.sleep(0.02)\n    print('late')\ntask = asyncio.ensure_future(later())";
    expect(text(await run(code))).toBe("");
    await new Promise((done) => setTimeout(done, 500));
    expect(text(await run("print('next')"))).toBe("late\nnext\n");
  });
  test("finds the last result under _", async () => {
    await run("40");
    expect(result(await run("_ + 2"))).toBe("42");
  });
  test("finds mindspore without importing it", async () => {
    expect(result(await run("mindspore.__name__"))).toBe("'mindspore'");
  });
  test("shows values in the middle with display", async () => {
    const events = await run("display('a', 2)\nprint('after')");
    expect(events.map((event) => event.type)).toEqual(["started", "display", "display", "stream", "done"]);
  });
  test("offers the richer forms of a value beside its repr", async () => {
    const events = await run(
      "class Table:\n    def _repr_html_(self): return '<b>1</b>'\n    def __repr__(self): return 'one'\nTable()",
    );
    expect(events.find((event) => event.type === "result")?.bundle).toEqual({
      "text/plain": "one",
      "text/html": "<b>1</b>",
    });
  });
  test("shows a value that answers to every name", async () => {
    const code =
      "class Odd:\n    def __getattr__(self, name): raise ValueError(name)\n    def __repr__(self): return 'odd'\nOdd()";
    expect(result(await run(code))).toBe("odd");
  });
  test("keeps stdout and stderr apart and in order", async () => {
    const events = await run("import sys\nprint('a')\nprint('b', file=sys.stderr)\nprint('c')");
    expect(events.filter((event) => event.type === "stream").map((event) => event.name)).toEqual([
      "stdout",
      "stderr",
      "stdout",
    ]);
  });
  test("streams what is written below sys.stdout", async () => {
    expect(text(await run("import os\n_ = os.write(1, '孢子\\n'.encode())"))).toBe("孢子\n");
  });
  test("keeps text without a line end", async () => {
    expect(text(await run("print('no end', end='')"))).toBe("no end");
  });
  test("prints a hundred thousand lines in few messages", async () => {
    const events = await run("for i in range(100_000): print(i)");
    expect(text(events).split("\n").length).toBe(100_001);
    expect(events.length).toBeLessThan(300);
  });
  test("sends a flood's first part whole, and then its newest lines", async () => {
    const events = await run("for i in range(400): print(str(i) + 'x' * 100_000)");
    const streams = events.filter((event) => event.type === "stream");
    const whole = streams.filter((event) => !event.skipped).reduce((sum, { text }) => sum + text.length, 0);
    const last = streams.at(-1);
    expect(whole).toBeLessThanOrEqual(24_000_000);
    expect(last?.text.endsWith("x\n")).toBe(true);
    expect(whole + (last?.skipped?.characters ?? 0) + (last?.text.length ?? 0)).toBe(40_001_490);
    expect(outcome(events)).toBe("ok");
  });
  test("warns with its own line, again when it runs again", async () => {
    for (const _ of ["first", "again"]) {
      const events = await run("import warnings\nwarnings.warn('damp')");
      expect(text(events, "stderr")).toBe(`<cell ${count(events)}>:2: UserWarning: damp\n  warnings.warn('damp')\n`);
    }
  });
  test("cannot ask where nobody is", async () => {
    expect(traceback(await run("input('name? ')"))).toContain("input() has nobody to ask here");
  });
});

describe("an error", () => {
  test("shows the cell's own lines and nothing of the kernel", async () => {
    const events = await run("def f():\n    return 1 / 0\nf()");
    const cell = `<cell ${count(events)}>`;
    expect(traceback(events)).toBe(
      [
        "Traceback (most recent call last):",
        `  File "${cell}", line 3, in <module>`,
        "    f()",
        "    ~^^",
        `  File "${cell}", line 2, in f`,
        "    return 1 / 0",
        "           ~~^~~",
        "ZeroDivisionError: division by zero",
      ].join("\n"),
    );
    expect(outcome(events)).toBe("error");
  });
  test("in a cell that awaits shows the same", async () => {
    const events = await run("import asyncio\nawait asyncio.sleep(0)\n1 / 0");
    expect(traceback(events)?.split("\n").slice(0, 3)).toEqual([
      "Traceback (most recent call last):",
      `  File "<cell ${count(events)}>", line 3, in <module>`,
      "    1 / 0",
    ]);
  });
  test("of an earlier cell's function shows that cell's line", async () => {
    const defined = await run("def g(a):\n    return a['no']");
    const events = await run("g({})");
    expect(traceback(events)).toContain(`File "<cell ${count(defined)}>", line 2, in g\n    return a['no']`);
  });
  test("of syntax has a caret", async () => {
    const events = await run("x = (1,\ny = 2 3");
    expect(traceback(events)).toMatch(/^ {2}File "<cell \d+>", line \d\n.*\n +\^+\nSyntaxError: /);
  });
  test("inside a library ends at the cell's line", async () => {
    const lines = traceback(await run("import json\njson.loads('{')"))?.split("\n");
    expect(lines?.filter((line) => line.startsWith("  File"))).toHaveLength(1);
    expect(lines?.at(-1)).toContain("JSONDecodeError: ");
  });
  test("raised from None hides what came before, and a chain is shown", async () => {
    const raise = (how: string) => `try:\n    {}['a']\nexcept KeyError as e:\n    raise ValueError('b') ${how}`;
    expect(traceback(await run(raise("from None")))).not.toContain("KeyError");
    expect(traceback(await run(raise("from e")))).toContain("The above exception was the direct cause");
    expect(traceback(await run(raise("")))).toContain("During handling of the above exception");
  });
  test("of sys.exit ends the cell, not the kernel", async () => {
    const events = await run("import sys\nsys.exit(3)");
    expect(events.find((event) => event.type === "error")).toMatchObject({ name: "SystemExit", message: "3" });
    expect(result(await run("1 + 1"))).toBe("2");
  });
  test("of too deep recursion is short", async () => {
    const lines = traceback(await run("def f(): f()\nf()"))?.split("\n") ?? [];
    expect(lines.at(-1)).toMatch(/^RecursionError: /);
    expect(lines.length).toBeLessThan(30);
  });
  test("of a repr is reported as the cell's", async () => {
    const events = await run("class Broken:\n    def __repr__(self): raise ValueError('no words')\nBroken()");
    expect(traceback(events)).toMatch(/line 2, in __repr__[\s\S]*ValueError: no words$/);
  });
});

describe("Stop", () => {
  async function stopAfter(ms: number, code: string): Promise<RunEvent[]> {
    lowerAt = performance.now() + ms;
    return run(code).finally(() => {
      lowerAt = Number.POSITIVE_INFINITY;
    });
  }
  test.each([
    ["a busy loop", "while True: pass"],
    ["time.sleep", "import time\ntime.sleep(20)"],
    ["an await", "import asyncio\nawait asyncio.sleep(20)"],
    ["a loop of short awaits", "import asyncio\nwhile True: await asyncio.sleep(0.001)"],
    ["a busy loop after an await", "import asyncio\nawait asyncio.sleep(0)\nwhile True: pass"],
  ])("ends %s and keeps the variables", async (_, code) => {
    await run("x = 41");
    const events = await stopAfter(30, code);
    expect(outcome(events)).toBe("interrupted");
    expect(traceback(events)?.split("\n").at(-1)).toBe("KeyboardInterrupt");
    expect(result(await run("x"))).toBe("41");
  });
  test("is raised once in a cell that catches it", async () => {
    const code =
      "caught = 0\ntry:\n    while True: pass\nexcept KeyboardInterrupt:\n    caught += 1\nfor _ in range(10**6): pass\ncaught";
    const events = await stopAfter(10, code);
    expect(result(events)).toBe("1");
    expect(outcome(events)).toBe("ok");
  });
});

test("a completion whose time is over offers nothing, and prints nothing into the next cell", async () => {
  const now = performance.now.bind(performance);
  let step = 0; // by which the clock goes on each time that it is read
  let passed = 0;
  vi.spyOn(performance, "now").mockImplementation(() => {
    passed += step;
    return now() + passed;
  });
  const own = await openNodeKernel(packages);
  const seen: RunEvent[] = [];
  await own.run(python("globals().update({f'name{i}': i for i in range(3_000)})"), () => {});
  expect(own.complete("python", "name", 4)).toHaveLength(400);
  step = 100;
  expect(own.complete("python", "name", 4)).toEqual([]);
  step = 0;
  vi.restoreAllMocks();
  await own.run(python("print('next')"), (event) => seen.push(event));
  expect(text(seen, "stderr")).toBe("");
  expect(text(seen)).toBe("next\n");
});

test("a session begins with the era that its notebook asks for, and keeps it", async () => {
  const own = await openNodeKernel(packages);
  const seen: RunEvent[] = [];
  await own.run(python("mindspore.__version__, mindspore.get_reference()", "2.x"), (event) => seen.push(event));
  expect(result(seen)).toBe("('2.6.0', '2.x')");
  await own.run(python("mindspore.get_reference()", "1.6"), (event) => seen.push(event));
  expect(result(seen.slice(3))).toBe("'2.x'");
});
