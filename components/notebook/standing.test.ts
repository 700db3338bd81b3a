import { beforeEach, expect, test } from "vitest";
import type { CellToRun, Kernel, KernelStatus, RunEvent } from "../../workers/protocol";
import { deskOf } from "./files";
import { type Cell, emptyNotebook } from "./nbformat";
import { standingOf } from "./standing";
import { createNotebookStore, type NotebookStore } from "./store";

const python = { phase: "ready" } as const;

/** Runs every cell at once; `raise` fails. */
function fakeKernel() {
  let tell: (status: KernelStatus) => void = () => {};
  return {
    watch(listener: (status: KernelStatus) => void) {
      tell = listener;
      listener({ phase: "ready", python });
      return () => {};
    },
    async run({ code }: CellToRun, report: (event: RunEvent) => void) {
      report({ type: "started", executionCount: 1 });
      report({ type: "done", outcome: code === "raise" ? "error" : "ok", durationMs: 1 });
    },
    stop() {},
    async restart() {
      this.fail();
    },
    /** Starts anew, as after a cell that could not be stopped. */
    fail() {
      tell({ phase: "starting", python });
      tell({ phase: "ready", python });
    },
  };
}

const code = (id: string): Cell => ({
  id,
  cell_type: "code",
  metadata: {},
  source: id,
  outputs: [],
  execution_count: null,
});

let store: NotebookStore;
let kernel: ReturnType<typeof fakeKernel>;
const state = () => store.getState();
const standings = () => state().order.map((id) => standingOf(state(), id));
async function run(...ids: string[]) {
  state().run(ids);
  while (state().running !== null || state().queue.length > 0) await new Promise((resolve) => setTimeout(resolve, 5));
}

beforeEach(async () => {
  globalThis.document = { documentElement: { dataset: {} } } as Document; // all that the switches touch
  const desk = deskOf({ ...emptyNotebook(), cells: [code("a"), code("b"), code("c")] }, "test.ipynb");
  store = createNotebookStore({ desk, bundled: null, published: null });
  kernel = fakeKernel();
  state().attach(kernel as unknown as Kernel);
  await run("a", "b", "c");
});

test("cells that ran in order and stand as they ran have nothing to be told of", () => {
  expect(standings()).toEqual(["ok", "ok", "ok"]);
});

test("an edited cell is edited, and those below that ran are behind, until the text is as it was", () => {
  state().setSource("b", "b2");
  expect(standings()).toEqual(["ok", "edited", "behind"]);
  state().setSource("b", "b");
  expect(standings()).toEqual(["ok", "ok", "ok"]);
});

test("a cell above that ran later with another text leaves those below behind; once more with the same text, not", async () => {
  state().setSource("a", "a2");
  await run("a");
  expect(standings()).toEqual(["ok", "behind", "behind"]);
  await run("b");
  expect(standings()).toEqual(["ok", "ok", "behind"]);
  await run("c");
  await run("a");
  expect(standings()).toEqual(["ok", "ok", "ok"]);
});

test("a cell moved above those that ran before it leaves them behind", () => {
  state().moveTo(["c"], 0);
  expect(standings()).toEqual(["ok", "behind", "behind"]); // c ran last: a and b did not know it
  state().undo();
  state().moveTo(["a"], 3);
  expect(standings()).toEqual(["ok", "ok", "behind"]); // now a itself stands below what ran after it
});

test("a new cell above tells nothing until it has run", async () => {
  state().insert("above", "b", "code", false, "new");
  const id = state().active!;
  expect(standings()).toEqual(["ok", "never", "ok", "ok"]);
  await run(id);
  expect(standings()).toEqual(["ok", "ok", "behind", "behind"]);
});

test("a cell that failed is told so, also when something above it changes", async () => {
  state().setSource("c", "raise");
  await run("c");
  expect(standings()).toEqual(["ok", "ok", "error"]);
});

test("after a restart all is from before, and the page says so only if nobody asked for it", async () => {
  await state().restart();
  expect(standings()).toEqual(["earlier", "earlier", "earlier"]);
  expect(state().notice).toBeNull();
  await run("a");
  expect(standings()).toEqual(["ok", "earlier", "earlier"]);
  kernel.fail();
  expect(standings()).toEqual(["earlier", "earlier", "earlier"]);
  expect(state().notice).toEqual({ kind: "kernelLost" });
});
