import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { type NodeKernel, openNodeKernel } from "../node";
import type { RunEvent } from "../protocol";

let kernel: NodeKernel;
beforeAll(async () => {
  kernel = await openNodeKernel(fileURLToPath(new URL("../../public/python", import.meta.url)));
});

async function run(code: string): Promise<RunEvent[]> {
  const events: RunEvent[] = [];
  await kernel.run({ id: "cell", code, language: "python" }, (event) => events.push(event));
  return events.slice(1, -1);
}
const shown = async (code: string) =>
  (await run(code)).map((event) => (event.type === "display" || event.type === "result" ? event.bundle : event));
const png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

describe("display", () => {
  test.each([
    ["HTML('<b>x</b>')", "text/html", "<b>x</b>"],
    ["Markdown('*x*')", "text/markdown", "*x*"],
    ["Latex('$x$')", "text/latex", "$x$"],
    ["Math('x^2')", "text/latex", "$\\displaystyle x^2$"],
    ["SVG('<svg/>')", "image/svg+xml", "<svg/>"],
    ["JSON({'a': [1, None]})", "application/json", { a: [1, null] }],
    ["JSON('[1, 2]')", "application/json", [1, 2]],
    [`Image(base64.b64decode('${png}'))`, "image/png", png],
  ])("of %s has the form %s", async (code, mime, content) => {
    const [bundle] = await shown(`import base64\nfrom IPython.display import *\ndisplay(${code})`);
    expect(bundle).toMatchObject({ [mime]: content });
  });

  test("keeps what a form says about itself", async () => {
    const [event] = await run(
      `import base64\nfrom IPython.display import Image\nImage(base64.b64decode('${png}'), width=20, alt='a dot')`,
    );
    expect(event).toMatchObject({ type: "result", metadata: { "image/png": { width: 20, alt: "a dot" } } });
  });

  test("finds every form of an object, in order with what is printed", async () => {
    const code = `
class Many:
    def __repr__(self): return 'many'
    def _repr_html_(self): return '<i>1</i>'
    def _repr_latex_(self): return None
    def _repr_png_(self): return b'\\x89PNG'
    def _repr_mimebundle_(self, include=None, exclude=None): return {'application/x-own+json': {'a': float('nan')}}
print('before')
display(Many(), 2)
print('after')
Many()`;
    const bundle = {
      "text/plain": "many",
      "text/html": "<i>1</i>",
      "image/png": "iVBORw==",
      "application/x-own+json": { a: null },
    };
    expect(await shown(code)).toEqual([
      { type: "stream", name: "stdout", text: "before\n" },
      bundle,
      { "text/plain": "2" },
      { type: "stream", name: "stdout", text: "after\n" },
      bundle,
    ]);
  });

  test("a class is shown by its repr, not by its instances' forms", async () => {
    expect(await shown("class T:\n    def _repr_html_(self): return 'x'\nT")).toEqual([
      { "text/plain": "<class '__main__.T'>" },
    ]);
  });

  test("takes raw bundles, and only the wished forms", async () => {
    const code =
      "from IPython.display import HTML\ndisplay({'text/markdown': 'x'}, raw=True)\ndisplay(HTML('x'), exclude=['text/html'])";
    expect(await shown(code)).toMatchObject([
      { "text/plain": "", "text/markdown": "x" },
      { "text/plain": "<IPython.display.HTML object>" },
    ]);
  });

  test("updates what stands in its place", async () => {
    const events = await run("h = display(1, display_id='a')\nimport time\ntime.sleep(0.05)\nh.update(2)\nh");
    const slots = events.filter((event) => event.type === "display").map((event) => event.slot);
    expect(slots).toEqual(["a", "a"]);
    expect(events.at(-1)).toMatchObject({ bundle: { "text/plain": "<DisplayHandle display_id=a>" } });
  });

  test("clear_output takes away what came before", async () => {
    const events = await run(
      "from IPython.display import clear_output\nprint('a')\nclear_output(wait=True)\nprint('b')",
    );
    expect(events.slice(-2)).toMatchObject([{ type: "clear" }, { type: "stream", text: "b\n" }]);
  });

  test("loads nothing from an address", async () => {
    const events = await run("from IPython.display import Image\nImage('https://example.org/x.png')");
    expect(events[0]).toMatchObject({
      type: "error",
      name: "ValueError",
      message: expect.stringContaining("no network"),
    });
  });
});

describe("progress", () => {
  const mime = "application/vnd.sporebook.progress+json";
  const bars = async (code: string) =>
    (await run(code)).flatMap((event) =>
      event.type === "display"
        ? [{ slot: event.slot, ...(event.bundle[mime] as object), text: event.bundle["text/plain"] }]
        : [],
    );

  test("counts a loop to its end, in one slot", async () => {
    const seen = await bars("import time\nfor x in progress(range(4), label='four'): time.sleep(0.06)");
    expect(new Set(seen.map(({ slot }) => slot)).size).toBe(1);
    expect(seen[0]).toMatchObject({ done: 0, total: 4, label: "four", state: "running" });
    expect(seen.at(-1)).toMatchObject({ done: 4, total: 4, state: "done" });
    expect(seen.at(-1)?.text).toMatch(/^four: 100% \(4\/4\), 0\.\d s, [\d.]+\/s$/);
  });
  test.each([
    ["a break", "for x in progress(range(10)):\n    if x == 3: break"],
    ["an error", "for x in progress(range(10)):\n    if x == 3: 1 / 0"],
    ["an end of the cell before the loop's", "it = iter(progress(range(10)))\nfor _ in range(4): next(it)"],
  ])("says that %s stopped it", async (_, code) => {
    expect((await bars(code)).at(-1)).toMatchObject({ done: 3, total: 10, state: "stopped" });
  });
  test("takes what has no length, and learns it at the end", async () => {
    const seen = await bars("for x in progress(i for i in range(3)): pass");
    expect(seen.at(-1)).toMatchObject({ done: 3, total: 3, state: "done" });
    expect((await bars("it = iter(progress(i for i in range(9)))\nnext(it)"))[0]).not.toHaveProperty("total");
  });
  test("moves by hand", async () => {
    const seen = await bars(
      "from sporebook import progress as p\nwith p(total=10) as bar:\n    bar.update(4)\n    bar.update(6)",
    );
    expect(seen.at(-1)).toMatchObject({ done: 10, total: 10, state: "done" });
  });
  test("inside of another takes the place of the one before", async () => {
    const seen = await bars("for a in progress(range(3)):\n    for b in progress(range(2)): pass");
    expect(new Set(seen.map(({ slot }) => slot)).size).toBe(2);
  });
  test("refuses a total that is none", async () => {
    const [event] = await run("progress(total=-1)");
    expect(event).toMatchObject({ name: "ValueError", message: "total must be a finite number from 0 on, but got -1" });
  });
});
