/*
 * Cells that send more than anybody can take. `cells` are TypeScript, run one after another; `received` is how many of the
 * flood's events the page is given when nothing holds the flood back.
 */
export interface Flood {
  name: string;
  cells: readonly string[];
  received: number;
  /** How long the page is busy with each event. */
  slownessMs?: number;
}

/** The kernel's own port to the page shows itself when the cell's answer is sent. */
const catchPort = `const real = globalThis.MessagePort.prototype.postMessage;
globalThis.MessagePort.prototype.postMessage = function (...all: unknown[]) {
  globalThis.port = this;
  return Reflect.apply(real, this, all);
};`;
const line = `[{"type":"stream","name":"stdout","text":"flood\\\\n"}]`;
const ownMessages = (times: number, message = `'${line}'`): string[] => [
  catchPort,
  `const message = ${message};
for (let i = 0; i < ${times}; i++) globalThis.port.postMessage(message);
await new Promise((done) => setTimeout(done, 2_000));
"sent"`,
];

export const floods: readonly Flood[] = [
  { name: "messages of its own, as fast as they go", cells: ownMessages(10_000), received: 10_000 },
  {
    name: "messages of its own, more than a slow page takes, though no more than a second allows",
    cells: ownMessages(1_500),
    received: 1_500,
    slownessMs: 4,
  },
  {
    name: "messages of eight million characters",
    cells: ownMessages(15, `'${line}'.replace("flood", "flood".repeat(1_600_000))`),
    received: 15,
  },
  {
    name: "ten thousand displays",
    cells: [`for (let i = 0; i < 10_000; i++) display("flood" + i);`],
    received: 10_000,
  },
  {
    name: "errors that nobody waits for",
    cells: [
      `for (let i = 0; i < 5_000; i++) void Promise.reject(new Error("flood" + i));
await new Promise((done) => setTimeout(done, 3_000));`,
    ],
    received: 5_000,
  },
  {
    name: "junk to the frame",
    cells: [
      `const junk = [null, 1, "x", {}, { kind: "spawn" }, { kind: "constructor" }, [], new ArrayBuffer(9)];
for (let i = 0; i < 10_000; i++) globalThis.postMessage(junk[i % junk.length]);
await new Promise((done) => setTimeout(done, 2_000));
console.log("flood");`,
    ],
    received: 1,
  },
  {
    name: "junk on the kernel's port",
    cells: [...ownMessages(10_000, `{ id: "x", type: "RAW", value: "x" }`), `console.log("flood")`],
    received: 1,
  },
];

/** A page in some browser, as far as a flood needs one. */
interface Page {
  evaluate<T, A>(act: (argument: A) => T | Promise<T>, argument: A): Promise<T>;
}

/** How many of the flood's events the page was given, and what it then thinks of the kernel. */
export async function carryOut(page: Page, { cells, slownessMs = 0 }: Flood) {
  return page.evaluate(
    async ({ cells, slownessMs }) => {
      const { kernel, run, statuses } = window.testing;
      await kernel.restart();
      let received = 0;
      const notice = (event: object) => {
        if ("type" in event && /stream|display/.test(String(event.type)) && JSON.stringify(event).includes("flood"))
          received++;
        for (const until = performance.now() + slownessMs; performance.now() < until; );
      };
      for (const code of cells) await run(code, notice, "typescript").catch(() => {});
      const status = statuses.at(-1);
      return { received, dead: status?.phase === "dead" ? status.reason : undefined };
    },
    { cells, slownessMs },
  );
}
