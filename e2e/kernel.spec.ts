import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { expect, type Page, test } from "@playwright/test";
import type { CellLanguage, RunEvent } from "../workers/protocol";
import { openSite, type Site } from "./kernel/site";

/*
 * The kernel in its sandbox, on a page with nothing else: what its recipe leans on that no standard promises, and what a
 * user does to it that hurts. One kernel serves all tests that do not need a fresh one.
 */
test.describe.configure({ mode: "serial", timeout: 120_000 });

let site: Site;
let page: Page;
test.beforeAll(async ({ browser }) => {
  site = await openSite();
  page = await browser.newPage();
  page.on("pageerror", (error) => console.error(error));
  await page.goto(site.url);
});
test.afterAll(async () => {
  await page.close();
  site.close();
});

const run = (code: string) => page.evaluate((code) => window.testing.run(code), code);
const text = (events: RunEvent[], name = "stdout") =>
  events.map((event) => (event.type === "stream" && event.name === name ? event.text : "")).join("");
const result = (events: RunEvent[]) => events.find((event) => event.type === "result")?.bundle["text/plain"];
const outcome = (events: RunEvent[]) => events.find((event) => event.type === "done")?.outcome;

/** Runs a cell, presses Stop some time after it has started, and says how it ended and how long that took. */
const stopAfter = (ms: number, code: string, language: CellLanguage = "python") =>
  page.evaluate(
    async ({ ms, code, language }) => {
      const { kernel, run } = window.testing;
      let stoppedAt = 0;
      const stop = () => {
        stoppedAt = performance.now();
        kernel.stop();
      };
      const events = await run(code, (event) => event.type === "started" && setTimeout(stop, ms), language);
      return { outcome: events.at(-1), tookMs: performance.now() - stoppedAt };
    },
    { ms, code, language },
  );

/** Runs a cell that asks, answering each question with the next text. */
const converse = (code: string, answers: string[]) =>
  page.evaluate(
    ({ code, answers }) => {
      const { kernel, run } = window.testing;
      return run(code, (event) => event.type === "input" && kernel.answer(answers.shift() ?? ""));
    },
    { code, answers },
  );

test("starts from Blobs under the policies and tells its progress in bytes", async () => {
  expect(text(await run("print('spore')"))).toBe("spore\n");
  const statuses = await page.evaluate(() => window.testing.statuses);
  const loading = statuses.flatMap(({ python }) => (python.phase === "loading" ? [python] : []));
  expect(loading.at(-1)?.totalBytes).toBeGreaterThan(5_000_000);
  expect(statuses.map(({ phase }) => phase).filter((phase, i, all) => phase !== all[i - 1])).toEqual([
    "starting",
    "ready",
    "busy",
    "ready",
  ]);
  expect(statuses.map(({ python }) => python.phase).filter((phase, i, all) => phase !== all[i - 1])).toEqual([
    "loading",
    "booting",
    "ready",
  ]);
});

test("leans on a private wasm memory that can wait, and on the form of blob URLs", async () => {
  const code = "import js\nprint(js.location.href, js.URL.createObjectURL(js.Blob.new()))";
  expect(text(await run(code))).toMatch(/^blob:null\/\S{36} blob:null\/\S{36}\n$/);
});

test("sends nothing out of the sandbox", async () => {
  let connections = 0;
  const canary = createServer((_, response) => response.end()).on("connection", () => connections++);
  await new Promise<void>((done) => canary.listen(0, "127.0.0.1", done));
  const address = `http://127.0.0.1:${(canary.address() as AddressInfo).port}/`;
  const before = site.requests.length;
  const events = await run(`
import js
from pyodide.http import open_url, pyfetch
tried = 0
for url in ("${address}", "${site.url}"):
    for attempt in (lambda: js.fetch(url), lambda: pyfetch(url), lambda: js.eval("1"), lambda: js.WebSocket.new(url.replace("http", "ws"))):
        tried += 1
        try:
            found = attempt()
            if hasattr(found, "__await__") or hasattr(found, "then"): print("open!", await found)
        except Exception as error: pass
    request = js.XMLHttpRequest.new()
    request.open("GET", url, False)
    try:
        request.send()
        print("open!")
    except Exception: pass
tried`);
  expect(result(events)).toBe("8");
  expect(text(events)).toBe("");
  expect(connections).toBe(0);
  expect(site.requests.length).toBe(before);
  canary.close();
});

test("streams a hundred thousand lines while the page lives", async () => {
  const { events, worstPauseMs } = await page.evaluate(async () => {
    let last = performance.now();
    let worstPauseMs = 0;
    const beat = setInterval(() => {
      worstPauseMs = Math.max(worstPauseMs, performance.now() - last);
      last = performance.now();
    }, 10);
    const events = await window.testing.run("for i in range(100_000): print(i)");
    clearInterval(beat);
    return { events, worstPauseMs };
  });
  expect(text(events).split("\n")).toHaveLength(100_001);
  expect(events.length).toBeGreaterThan(5);
  expect(worstPauseMs).toBeLessThan(500);
});

const endless = {
  "a busy loop": "while True: pass",
  "time.sleep": "import time\ntime.sleep(20)",
  input: "input('? ')",
  "await asyncio.sleep": "import asyncio\nawait asyncio.sleep(5)",
  "a loop of short awaits": "import asyncio\nwhile True: await asyncio.sleep(0.001)",
  "a busy loop after an await": "import asyncio\nawait asyncio.sleep(0)\nwhile True: pass",
};
for (const [name, code] of Object.entries(endless)) {
  test(`stops ${name} at any moment and keeps the variables`, async () => {
    await run("x = 41");
    for (const ms of [0, 1, 3, 10, 30, 60, 120, 300]) {
      const stopped = await stopAfter(ms, code);
      expect(stopped.outcome, `after ${ms} ms`).toMatchObject({ type: "done", outcome: "interrupted" });
      expect(result(await run("x")), `after ${ms} ms`).toBe("41");
    }
  });
}

const endlessTypescript = {
  "for(;;){}": "for(;;){}",
  "while (true) await 0": "while (true) await 0",
  "recursion without end": "const fib = (n: number): number => (n < 2 ? n : fib(n - 1) + fib(n - 2)); fib(90)",
  "a huge Array.from": "Array.from({ length: 1e9 }, (_, i) => i % 7).length",
  "a long engine call": "import { random } from 'numpy'; random.normal(0, 1, [30_000_000])",
  input: "await input('? ')",
  "await sleep": "await sleep(60_000)",
};
for (const [name, code] of Object.entries(endlessTypescript)) {
  test(`stops TypeScript's ${name} and keeps the variables of both languages`, async () => {
    await run("x = 41");
    await page.evaluate(() => window.testing.run("let y = 42", undefined, "typescript"));
    for (const ms of [0, 10, 120]) {
      const stopped = await stopAfter(ms, code, "typescript");
      expect(stopped.outcome, `after ${ms} ms`).toMatchObject({ type: "done", outcome: "interrupted" });
    }
    const kept = await page.evaluate(() => window.testing.run("[y, py.x]", undefined, "typescript"));
    expect(result(kept)).toBe("[ 42, 41 ]");
  });
}

test("TypeScript's infinite recursion ends by itself", async () => {
  const events = await page.evaluate(() =>
    window.testing.run("let y = 42; function down(): number { return down() }\ndown()", undefined, "typescript"),
  );
  expect(events.find((event) => event.type === "error")).toMatchObject({ name: "RangeError" });
});

test("raises one KeyboardInterrupt, which a cell may catch", async () => {
  const events = await page.evaluate(async () => {
    const { kernel, run } = window.testing;
    const code =
      "caught = 0\ntry:\n    print('go')\n    while True: pass\nexcept KeyboardInterrupt: caught += 1\nfor _ in range(10**6): pass\ncaught";
    return run(code, (event) => event.type === "stream" && kernel.stop());
  });
  expect(result(events)).toBe("1");
  expect(outcome(events)).toBe("ok");
});

test("asks, twice, and takes Chinese text; a stopped question's answer is not the next one's", async () => {
  const code = "a = input('名字？')\nb = input('再来？')\n(a, b)";
  const events = await converse(code, ["孢子", "😀 'quoted' \\ line"]);
  expect(result(events)).toBe("('孢子', \"😀 'quoted' \\\\\\\\ line\")".replace("\\\\\\\\", "\\\\"));
  expect(text(events)).toBe("名字？孢子\n再来？😀 'quoted' \\ line\n");

  await page.evaluate(async () => {
    const { kernel, run } = window.testing;
    await run("input('old? ')", (event) => {
      if (event.type !== "input") return;
      kernel.stop();
      kernel.answer("old");
    });
  });
  expect(result(await converse("input('new? ')", ["new"]))).toBe("'new'");
});

test("asks from TypeScript in a worker that has only just started", async () => {
  const events = await page.evaluate(async () => {
    const { kernel, run } = window.testing;
    await kernel.restart();
    return run("await input('name? ')", (event) => event.type === "input" && kernel.answer("spore"), "typescript");
  });
  expect(result(events)).toBe("'spore'");
});

test("drops the queue on Stop, without starting it", async () => {
  const runs = await page.evaluate(async () => {
    const { kernel, run } = window.testing;
    const first = run("while True: pass", (event) => event.type === "started" && setTimeout(() => kernel.stop(), 50));
    return Promise.all([first, run("1"), run("2")]);
  });
  expect(runs.map(outcome)).toEqual(["interrupted", "lost", "lost"]);
  expect(runs[1]?.map((event) => event.type)).toEqual(["done"]);
});

test("loses the variables of a C loop that does not stop, and is ready again", async () => {
  const stopped = await stopAfter(50, "sum(range(10**12))");
  expect(stopped.outcome).toMatchObject({ outcome: "lost" });
  expect(stopped.tookMs).toBeGreaterThan(900);
  expect(stopped.tookMs).toBeLessThan(2_500);
  const events = await run("x");
  expect(events[0]).toEqual({ type: "started", executionCount: 1 });
  expect(events.find((event) => event.type === "error")).toMatchObject({ name: "NameError" });
});

test("restarts afresh, in the middle of a cell, and asks again", async () => {
  await run("kept = 1");
  const lost = await page.evaluate(async () => {
    const { kernel, run } = window.testing;
    let restarted: Promise<void> | undefined;
    const events = await run("while True: pass", (event) => {
      if (event.type === "started") restarted = kernel.restart();
    });
    await restarted;
    return events;
  });
  expect(outcome(lost)).toBe("lost");
  expect((await run("kept")).find((event) => event.type === "error")).toMatchObject({ name: "NameError" });
  expect(result(await converse("input('? ')", ["again"]))).toBe("'again'");
});

test("a restart that another overtakes is ready with it", async () => {
  const phase = await page.evaluate(async () => {
    const { kernel, statuses } = window.testing;
    await Promise.all([kernel.restart(), kernel.restart(), kernel.restart()]);
    return statuses.at(-1)?.phase;
  });
  expect(phase).toBe("ready");
});

test("random numbers differ between sessions", async () => {
  const draw = async () => {
    await page.evaluate(() => window.testing.kernel.restart());
    return result(await run("import random\nrandom.random()"));
  };
  expect(await draw()).not.toBe(await draw());
});

test("ends a cell that floods the frame with messages of its own, and lets a few pass by", async () => {
  expect(text(await run("import js\nfor _ in range(500): js.postMessage('x')\nprint('survived')"))).toBe("survived\n");
  const reason = await page.evaluate(() =>
    window.testing.run("import js\nfor _ in range(100_000): js.postMessage('x')").then(String, String),
  );
  expect(reason).toContain("The kernel was ended: a cell flooded the page with messages.");
  await page.evaluate(() => window.testing.kernel.restart());
  expect(result(await run("1 + 1"))).toBe("2");
});

test("a sandbox that the browser has ended is opened anew on Stop", async () => {
  const lost = await page.evaluate(() => {
    const { kernel, run } = window.testing;
    return run("while True: pass", (event) => {
      if (event.type !== "started") return;
      document.querySelector("iframe")?.contentDocument?.querySelector("iframe")?.remove();
      kernel.stop();
    });
  });
  expect(outcome(lost)).toBe("lost");
  expect(result(await run("1 + 1"))).toBe("2");
});

test("several kernels live side by side", async () => {
  const texts = await page.evaluate(async () => {
    const { connect, run } = window.testing;
    const other = connect("kernel/broker.html");
    const seen: string[] = [];
    await run("who = 'one'");
    await other.run(
      { id: "cell", code: "who = 'two'; print(who)", language: "python" },
      (event) => event.type === "stream" && seen.push(event.text),
    );
    other.close();
    return seen;
  });
  expect(texts.join("")).toBe("two\n"); // in one piece or, if the first was sent on its way, in two
  expect(result(await run("who"))).toBe("'one'");
});

test("starts the same Python from nothing when the snapshot is another's, or does not come", async ({ browser }) => {
  const code =
    "import sys, numpy\n(sys.version, [name in sys.modules for name in ('json', 'mindspore')], sys.path, numpy.__file__)";
  const expected = result(await run(code));
  for (const snapshot of [gzipSync(Buffer.alloc(32 << 20)), undefined]) {
    const other = await browser.newPage();
    await other.route("**/snapshot.bin.*", (route) => (snapshot ? route.fulfill({ body: snapshot }) : route.abort()));
    await other.goto(site.url);
    const events = await other.evaluate((code) => window.testing.run(code), code);
    expect(result(events)).toBe(expected);
    await other.close();
  }
});

test("works at any path of a host", async ({ browser }) => {
  const below = await openSite("/docs/app");
  const other = await browser.newPage();
  await other.goto(below.url);
  expect(text(await other.evaluate(() => window.testing.run("print('below')")))).toBe("below\n");
  expect(below.requests.filter((path) => !path.startsWith("/docs/app/"))).toEqual([]);
  await other.close();
  below.close();
});

test("the working folder takes files, gives them back and forgets them, between the cells", async () => {
  const seen = await page.evaluate(async () => {
    const { kernel, run } = window.testing;
    const slow = run("import time\ntime.sleep(0.2)\nprint(open('late.txt', 'w').write('late'))");
    const listed = kernel.listFiles();
    await kernel.writeFile("data.csv", new TextEncoder().encode("a,b\n1,2\n"));
    const read = await run("open('data.csv').read()");
    await run("open('made.txt', 'w').write('孢子')");
    const made = new TextDecoder().decode(await kernel.readFile("made.txt"));
    for (const { name } of await kernel.listFiles()) await kernel.removeFile(name);
    const refusals = await Promise.all(
      [kernel.readFile("gone"), kernel.writeFile("../up", new Uint8Array()), kernel.removeFile("gone")].map((deed) =>
        deed.then(String, (error: Error) => error.message),
      ),
    );
    await slow;
    return { listed: await listed, read, made, left: await kernel.listFiles(), refusals };
  });
  expect(seen.listed).toEqual([{ name: "late.txt", bytes: 4, modified: expect.any(Number) }]);
  expect(result(seen.read)).toBe("'a,b\\n1,2\\n'");
  expect(seen.made).toBe("孢子");
  expect(seen.left).toEqual([]);
  expect(seen.refusals).toEqual(["there is no file gone", "../up is no file name", "there is no file gone"]);
});

test("lists the names that cells have made, and nothing while one runs", async () => {
  const lists = await page.evaluate(async () => {
    const { kernel, run } = window.testing;
    await kernel.restart();
    await run("import json\nweight = 3\n_hidden = 1");
    const busy = run("import time\ntime.sleep(0.2)");
    const while_ = await kernel.variables();
    await busy;
    return [while_, await kernel.variables()];
  });
  expect(lists).toEqual([[], [{ name: "weight", language: "python", type: "int" }]]);
});

test("Python that cannot be loaded leaves TypeScript running, says so, and restart fetches it again", async ({
  browser,
}) => {
  const other = await browser.newPage();
  await other.route("**/pyodide.asm.wasm.*", (route) => route.abort());
  await other.goto(site.url);
  const events = await other.evaluate(() => window.testing.run("1 + 1"));
  expect(events.map(({ type }) => type)).toEqual(["started", "error", "done"]);
  expect(events[1]).toMatchObject({ name: "KernelError", message: expect.stringContaining("pyodide.asm.wasm") });
  const status = await other.evaluate(() => window.testing.statuses.at(-1));
  expect(status).toMatchObject({ phase: "ready", python: { phase: "failed" } });
  const typescript = (code: string) =>
    other.evaluate((code) => window.testing.run(code, undefined, "typescript"), code);
  expect(result(await typescript("6 * 7"))).toBe("42");
  expect((await typescript("await py")).find((event) => event.type === "error")).toMatchObject({
    message: expect.stringContaining("Python could not be started"),
  });
  await other.unroute("**/pyodide.asm.wasm.*");
  await other.evaluate(() => window.testing.kernel.restart());
  expect(result(await other.evaluate(() => window.testing.run("1 + 1")))).toBe("2");
  await other.close();
});

test("a start without its files is dead with a reason, and restart tries again", async () => {
  const statuses = await page.evaluate(async () => {
    const kernel = window.testing.connect("kernel/missing.html");
    const dead = new Promise<string>((resolve) => {
      kernel.watch((status) => status.phase === "dead" && resolve(status.reason));
    });
    return dead;
  });
  expect(statuses).toContain("missing.html");
});
