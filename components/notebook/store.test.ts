import { beforeEach, describe, expect, test } from "vitest";
import type { Kernel, KernelStatus, Outcome } from "../../workers/protocol";
import { deskOf, notebookOf, openedBundled } from "./files";
import { emptyNotebook, type Notebook } from "./nbformat";
import { createNotebookStore, type NotebookStore } from "./store";

/** A kernel whose cells are words: `raise`, `wait` (until stopped), anything else prints itself. */
function fakeKernel(): Kernel & { ran: string[] } {
  let listener: (status: KernelStatus) => void = () => {};
  const tell = (phase: "starting" | "ready" | "busy") => listener({ phase, python: { phase: "ready" } });
  let end: ((outcome: Outcome) => void) | undefined;
  let count = 0;
  const ran: string[] = [];
  return {
    ran,
    watch(hears) {
      listener = hears;
      tell("ready");
      return () => {};
    },
    async run({ code }, report) {
      ran.push(code);
      tell("busy");
      const done = (outcome: Outcome) => report({ type: "done", outcome, durationMs: 5 });
      report({ type: "started", executionCount: ++count });
      if (code === "broken") throw new Error("the kernel broke");
      report({ type: "stream", name: "stdout", text: `${code}\n` });
      if (code === "raise") report({ type: "error", name: "ValueError", message: "no", traceback: [] });
      if (code === "wait") done(await new Promise<Outcome>((resolve) => (end = resolve)));
      else done(code === "raise" ? "error" : "ok");
      tell("ready");
    },
    answer() {},
    stop: () => end?.("interrupted"),
    hosts: [],
    async allow() {},
    async restart() {
      end?.("lost");
      tell("starting");
      count = 0;
      tell("ready");
    },
    close() {},
    complete: async () => [],
    inspect: async () => null,
    variables: async () => [],
    listFiles: async () => [],
    readFile: async () => new Uint8Array(),
    async writeFile() {},
    async removeFile() {},
    look: async () => ({ kind: "refused", reason: "gone", message: "" }),
  };
}

const tutorial = (heading: string): Notebook => ({
  ...emptyNotebook(),
  cells: [
    { id: "text", cell_type: "markdown", metadata: {}, source: heading },
    ...["one", "raise", "three"].map((source) => ({
      id: source,
      cell_type: "code" as const,
      metadata: {},
      source,
      outputs: [],
      execution_count: null,
    })),
  ],
});

let store: NotebookStore;
let kernel: ReturnType<typeof fakeKernel>;
const state = () => store.getState();
const statuses = () => state().order.map((id) => state().runs[id]?.status);
const idle = () => new Promise((resolve) => setTimeout(resolve, 80)); // longer than a group of events waits

beforeEach(() => {
  globalThis.document = { documentElement: { dataset: {} } } as Document; // all that the switches touch
  store = createNotebookStore(
    openedBundled({ slug: "network-parameters", texts: { en: tutorial("Parameters"), zh: tutorial("参数") } }),
  );
  kernel = fakeKernel();
});

describe("running", () => {
  test("run waits for a kernel, and the first error leaves the rest not run", async () => {
    state().run(state().order);
    expect(statuses()).toEqual([undefined, "queued", "queued", "queued"]);
    state().attach(kernel);
    await idle();
    expect(statuses()).toEqual([undefined, "ok", "error", "notRun"]);
    expect(kernel.ran).toEqual(["one", "raise"]);
    expect(state().runs.one).toMatchObject({ executionCount: 1, durationMs: 5, outputs: [{ text: "one\n" }] });
  });

  test("stop ends the running cell and empties the queue", async () => {
    state().attach(kernel);
    state().setSource("one", "wait");
    state().run(["one", "three"]);
    await idle();
    expect(statuses()).toEqual([undefined, "running", undefined, "queued"]);
    state().run(["one"]); // once more changes nothing
    state().stop();
    await idle();
    expect(statuses()).toEqual([undefined, "interrupted", undefined, "notRun"]);
    expect(kernel.ran).toEqual(["wait"]);
  });

  test("a kernel that breaks leaves the cell lost, with its words", async () => {
    state().attach(kernel);
    state().setSource("one", "broken");
    state().run(["one"]);
    await idle();
    expect(state().runs.one).toMatchObject({ status: "lost", outputs: [{ evalue: "the kernel broke" }] });
  });

  test("restart begins a new session and keeps the outputs", async () => {
    state().attach(kernel);
    state().run(["one"]);
    await idle();
    await state().restart();
    expect(state().session).toBe(1);
    expect(state().runs.one).toMatchObject({ session: 0, status: "ok", outputs: [{ text: "one\n" }] });
  });
});

describe("cells", () => {
  test("remove and undo bring back the source, the outputs, the id and the place", async () => {
    state().attach(kernel);
    state().run(["one"]);
    await idle();
    const before = notebookOf(state());
    state().remove(["one"]);
    expect(state().order).toEqual(["text", "raise", "three"]);
    expect(state().active).toBe("raise");
    state().undo();
    expect(notebookOf(state())).toEqual(before);
  });

  test("move stops at both ends", () => {
    state().move(-1, ["text"]);
    expect(state().order[0]).toBe("text");
    state().move(1, ["text"]);
    expect(state().order).toEqual(["one", "text", "raise", "three"]);
  });

  test("insert opens the new cell, and a last removal leaves an empty notebook", () => {
    for (const id of state().order) state().remove([id]);
    expect(state()).toMatchObject({ order: [], active: null });
    state().insert("below", null, "code");
    expect(state().order).toEqual([state().editing]);
  });
});

describe("languages", () => {
  test("setLanguage swaps prose that was not edited and keeps all else", async () => {
    state().attach(kernel);
    state().run(["one"]);
    await idle();
    state().setLanguage("zh");
    expect(state().cells.text!.source).toBe("参数");
    expect(state().fileName).toBe("network-parameters.zh.ipynb");
    expect(state().runs.one!.status).toBe("ok");
    expect(state().edited).toBe(false);
    state().setSource("text", "我的参数");
    state().setLanguage("en");
    expect(state().cells.text!.source).toBe("我的参数");
  });

  test("what undo brings back speaks the language that the page has then", () => {
    state().setType("raw", ["text"]);
    state().setType("markdown", ["text"]);
    state().setHeading(1);
    state().remove(["text"]);
    state().setLanguage("zh");
    while (state().past.length > 0) state().undo();
    expect(state().cells.text).toMatchObject({ cell_type: "markdown", source: "参数" });
  });
});

describe("files", () => {
  test("show puts another text in place and stops what ran", async () => {
    state().attach(kernel);
    state().setSource("one", "wait");
    state().run(["one", "three"]);
    await idle();
    const same = { ...tutorial("Other"), cells: tutorial("Other").cells.slice(0, 2) }; // it has a cell "one" too
    state().show(deskOf(same, "mine.ipynb"));
    await idle();
    expect(state().runs).toEqual({});
    expect(notebookOf(state())).toEqual(same);
    expect(state().fileName).toBe("mine.ipynb");
    state().run(["one"]);
    await idle();
    expect(state().runs.one!.status).toBe("ok");
  });
});
