import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { type NodeKernel, openNodeKernel } from "../node";
import type { RunEvent } from "../protocol";

let kernel: NodeKernel;
let lowerAt = Number.POSITIVE_INFINITY; // when the stop flag goes down
beforeAll(async () => {
  process.removeAllListeners("unhandledRejection");
  const packages = fileURLToPath(new URL("../../public/python", import.meta.url));
  kernel = await openNodeKernel(packages, () => performance.now() < lowerAt);
  await run("let x = 41; import { nn, ops, Tensor } from 'mindspore'; import * as np from 'numpy'");
});

async function run(code: string): Promise<RunEvent[]> {
  const events: RunEvent[] = [];
  await kernel.run({ id: "cell", code, language: "typescript" }, (event) => events.push(event));
  return events;
}

async function stopAfter(ms: number, code: string) {
  lowerAt = performance.now() + ms;
  const startedAt = performance.now();
  const events = await run(code).finally(() => {
    lowerAt = Number.POSITIVE_INFINITY;
  });
  return { events, tookMs: performance.now() - startedAt };
}
const outcome = (events: RunEvent[]) => events.find((event) => event.type === "done")?.outcome;
const result = (events: RunEvent[]) => events.find((event) => event.type === "result")?.bundle["text/plain"];

describe("Stop ends", () => {
  test.each([
    ["for (;;) {}", "for (;;) {}"],
    ["for (;;);", "for (;;);"],
    ["while (true) await 0", "while (true) await 0"],
    ["while, to what is never reached", "{ let n = 0; while (n < Infinity) { n++ } }"],
    ["do … while", "let n = 0; do n++; while (true)"],
    ["a loop that counts and goes back", "for (let i = 0; i < 10; i++) i = 0"],
    ["a loop that counts without end", "for (let i = 0; i < Infinity; i++) {}"],
    [
      "a loop over ever more",
      "const list = [1]; for (const x of list) { list.push(x); if (list.length > 1000) list.length = 10 }; for (;;) list.pop()",
    ],
    [
      "loops within loops, each short",
      "for (let i = 0; i < 1e9; i++) for (let j = 0; j < 3; j++) for (let k = 0; k < 3; k++) x += 0",
    ],
    ["a labelled loop", "outer: while (true) for (let i = 0; i < 5; i++) continue outer"],
    [
      "recursion that branches without end",
      "const fib = (n: number): number => n < 2 ? n : fib(n - 1) + fib(n - 2); fib(90)",
    ],
    [
      "recursion of methods and getters",
      "class A { get g(): number { return this.m(50) } m(n: number): number { return n ? this.m(n - 1) + this.m(n - 1) : 0 } } new A().g",
    ],
    [
      "recursion through callbacks",
      "const walk = (n: number): number[] => [1, 2, 3].flatMap(() => n ? walk(n - 1) : []); walk(40)",
    ],
    ["endless promises", "const again = (): Promise<void> => Promise.resolve().then(again); await again()"],
    ["a generator taken whole", "function* all() { let i = 0; while (true) yield i++ } for (const _ of all());"],
    ["an async generator", "async function* all() { while (true) yield 1 } for await (const _ of all());"],
    ["a huge Array.from", "Array.from({ length: 4e9 / 4 }, (_, i) => i % 7).length"],
    ["a huge sort", "Array.from({ length: 2e6 }, () => Math.random()).sort((a, b) => a - b); for (;;);"],
    ["a long await", "await sleep(60_000)"],
    ["a promise that never settles", "await new Promise(() => {})"],
    ["a catch that catches all", "while (true) { try { for (;;); } catch {} }"],
    [
      "a catch that takes the error apart",
      "while (true) { try { for (;;); } catch ({ message }) { console.log(message) } }",
    ],
    ["a finally that goes on", "try { for (;;); } finally { console.log('finally') }"],
    ["a promise's catch", "while (true) await (async () => { for (;;) await 0 })().catch(() => {})"],
    ["a loop in a class's static block", "class S { static { for (;;); } }"],
    [
      "a long call of the engine",
      "const big = np.ones([1500, 1500]); for (let i = 0; i < 1000; i++) np.matmul(big, big)",
    ],
    ["a long sort in the engine", "np.sort(np.random.rand(60_000_000))"],
  ])("%s, and keeps the variables", async (_, code) => {
    const { events, tookMs } = await stopAfter(60, code);
    expect(outcome(events)).toBe("interrupted");
    expect(events.findLast((event) => event.type === "error")).toMatchObject({ name: "KeyboardInterrupt" });
    expect(tookMs).toBeLessThan(20_000); // far from the hour that these would take, however busy the machine is
    expect(result(await run("x"))).toBe("41");
  });

  test("what a stopped cell has left waiting", async () => {
    const { events } = await stopAfter(
      30,
      "let after = 0; (async () => { await sleep(300); after = 1 })(); await sleep(60_000)",
    );
    expect(outcome(events)).toBe("interrupted");
    expect(result(await run("await sleep(400); after"))).toBe("0");
  });
});

test("infinite recursion ends by itself, and keeps the variables", async () => {
  const events = await run("function down(): number { return down() }\ndown()");
  expect(events.find((event) => event.type === "error")).toMatchObject({ name: "RangeError" });
  expect(result(await run("x"))).toBe("41");
});

test("a stop before the cell has begun is a stop", async () => {
  const { events } = await stopAfter(-1, "for (let i = 0; i < 1e12; i++);");
  expect(outcome(events)).toBe("interrupted");
});
