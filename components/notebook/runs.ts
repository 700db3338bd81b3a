import type { StateCreator } from "zustand";
import type { CellLanguage, Completion, Inspection, Kernel, KernelStatus, RunEvent } from "../../workers/protocol";
import type { CellBody } from "./cells";
import { inFrames } from "./frames";
import { codeOf, languageOf } from "./language";
import { type Output, referenceOf } from "./nbformat";
import { outputsAfter } from "./outputs";
import type { NotebookState } from "./store";

export { outputsAfter } from "./outputs";

/**
 * What became of a cell's latest run. `saved`: the outputs came with the file. `notRun`: a cell before it raised, or
 * Stop came first. `lost`: the kernel ended before the cell did.
 */
export type RunStatus = "saved" | "queued" | "running" | "ok" | "error" | "interrupted" | "lost" | "notRun";

export type Run = {
  status: RunStatus;
  outputs: Output[];
  executionCount: number | null;
  durationMs?: number;
  /** When the cell started, in milliseconds since 1970; for the clock that runs beside it. */
  startedAt?: number;
  /** What the cell asks for, while it waits for an answer. */
  question?: string;
  /** Which start of the kernel this run belongs to; a later one knows nothing of its variables. */
  session?: number;
  /** The text that ran. */
  code?: string;
  /** Runs of this page are counted: the later one has the higher number. */
  turn?: number;
  /** The turn since which every run of the cell had this same text, in this session. */
  since?: number;
};

/** Some cell waits or runs. */
export const isBusy = ({ running, queue }: Pick<RunSlice, "running" | "queue">) => running !== null || queue.length > 0;

/** It waits or it runs. */
export const isUnderWay = ({ status }: Run) => status === "queued" || status === "running";

/** The run when its notebook leaves the page and takes no more events. */
export function cutOff(run: Run): Run {
  if (!isUnderWay(run)) return run;
  return { ...run, status: run.status === "running" ? "lost" : "notRun", question: undefined };
}

/** The run after one more event: a new value, the old one untouched. `now` is in milliseconds since 1970. */
export function afterEvent({ question: _answered, ...run }: Run, event: RunEvent, now: number): Run {
  switch (event.type) {
    case "input":
      return { ...run, question: event.prompt };
    case "started":
      return { ...run, status: "running", outputs: [], executionCount: event.executionCount, startedAt: now };
    case "done": {
      const neverStarted = run.status === "queued" && event.outcome === "lost";
      return { ...run, status: neverStarted ? "notRun" : event.outcome, durationMs: event.durationMs };
    }
    default:
      return { ...run, outputs: outputsAfter(run.outputs, event, run.executionCount) };
  }
}

export type RunSlice = {
  /** The latest run of each cell, by cell id; also of removed cells, which may come back. */
  runs: { readonly [id: string]: Run };
  /** Cells that wait, in the order in which they will run; the running one is not among them. */
  queue: readonly string[];
  /** The cell that runs, or is the next to, once the kernel is there. */
  running: string | null;
  /** Something has run since the kernel was started. */
  hasRun: boolean;
  kernelStatus: KernelStatus;
  /** How often the kernel was started anew. */
  session: number;
  /** Lets cells run in this kernel from now on. Returns what ends that. */
  attach(kernel: Kernel): () => void;
  /** Queues these cells; those that hold no code are passed over. The first that fails empties the queue. */
  run(ids: readonly string[]): void;
  /** Takes away what these cells have put out. */
  clearOutputs(ids: readonly string[]): void;
  /** The line that the running cell asked for. */
  answer(id: string, text: string): void;
  stop(): void;
  /** A fresh kernel; variables and seeds are gone. */
  restart(): Promise<void>;
  /** The hosts that cells may reach; the reader names them, and no file does. */
  hosts: readonly string[];
  /** A fresh kernel whose cells may reach these hosts and no others. */
  allowHosts(hosts: readonly string[]): Promise<void>;
  /** What the live variables know of a place in a cell's code; nothing while there is no kernel. */
  complete(language: CellLanguage, code: string, offset: number): Promise<Completion[]>;
  inspect(language: CellLanguage, code: string, offset: number): Promise<Inspection | null>;
};

const starting: KernelStatus = {
  phase: "starting",
  python: { phase: "loading", loadedBytes: 0, totalBytes: 0 },
};

export const createRunSlice: StateCreator<NotebookState, [], [], RunSlice> = (set, get) => {
  let kernel: Kernel | null = null;
  let isAskedFor = false; // the start of the kernel that comes next
  let turn = 0;

  const change = (id: string, step: (run: Run) => Run) =>
    set(({ runs }) => ({ runs: { ...runs, [id]: step(runs[id] ?? neverRun) } }));

  const dropQueue = () => {
    for (const id of get().queue) change(id, (run) => ({ ...run, status: "notRun" }));
    set({ queue: [] });
  };

  async function runNext(): Promise<void> {
    const id = get().queue[0];
    if (!kernel || get().running !== null || id === undefined) return;
    const cell = get().cells[id];
    // in one step: between two, nothing would wait and nothing run, as at the end
    set(({ queue }) => ({ queue: queue.slice(1), ...(cell && { running: id, hasRun: true }) }));
    if (cell) {
      await runCell(kernel, cell);
      set({ running: null });
      if (get().runs[id]?.status !== "ok") dropQueue();
    }
    return runNext();
  }

  async function runCell(kernel: Kernel, cell: CellBody): Promise<void> {
    const { id, source } = cell;
    const { session, frame } = get();
    change(id, (run) => beginning(run, source, session, ++turn));
    const frames = inFrames<RunEvent>((events) => {
      if (get().frame !== frame) return; // another notebook is on the page, which may know the same id
      change(id, (run) => events.reduce((later, event) => afterEvent(later, event, Date.now()), run));
    });
    try {
      const language = languageOf(cell, frame);
      const held: RunEvent[] = []; // while a number moves, the outputs before stay until these are whole
      const take = (event: RunEvent) => {
        if (get().sliding === id && event.type !== "done" && event.type !== "input") held.push(event);
        else for (const each of [...held.splice(0), event]) frames.add(each);
      };
      await kernel.run({ id, code: codeOf(source), language, reference: referenceOf(frame) }, take);
    } catch (error) {
      frames.add({ type: "error", name: "KernelError", message: (error as Error).message, traceback: [] });
      frames.add({ type: "done", outcome: "lost", durationMs: 0 });
    }
    frames.flush();
  }

  return {
    runs: {},
    queue: [],
    running: null,
    hasRun: false,
    kernelStatus: starting,
    session: 0,

    attach: (next) => {
      kernel = next;
      if (get().hosts.length > 0) void next.allow(get().hosts).catch(() => {}); // named before there was a kernel
      const unwatch = next.watch((kernelStatus) =>
        set(({ kernelStatus: { phase }, session, notice }) => {
          if (kernelStatus.phase !== "starting" || phase === "starting") return { kernelStatus };
          const isLoss = !isAskedFor && turn > 0;
          isAskedFor = false;
          return {
            kernelStatus,
            session: session + 1,
            hasRun: false,
            notice: isLoss ? { kind: "kernelLost" } : notice,
          };
        }),
      );
      void runNext();
      return () => {
        unwatch();
        kernel = null;
      };
    },

    run: (ids) => {
      const { cells, queue, runs } = get();
      const isCode = (id: string) => cells[id]?.cell_type === "code" && cells[id].source.trim() !== "";
      const isFree = (id: string) => !runs[id] || !isUnderWay(runs[id]);
      const more = ids.filter((id) => isCode(id) && isFree(id));
      for (const id of more) change(id, (run) => ({ ...run, status: "queued" }));
      set({ queue: [...queue, ...more] });
      void runNext();
    },

    clearOutputs: (ids) =>
      set(({ runs }) => {
        const next = { ...runs };
        for (const id of ids)
          if (next[id] && !isUnderWay(next[id])) next[id] = { ...next[id], outputs: [], executionCount: null };
        return { runs: next, edited: true };
      }),

    answer: (id, text) => {
      change(id, ({ question: _answered, ...run }) => run);
      kernel?.answer(text);
    },

    stop: () => {
      dropQueue();
      kernel?.stop();
    },

    restart: async () => {
      dropQueue();
      isAskedFor = true;
      await kernel?.restart().catch(() => {}); // the status says why it is dead
    },

    hosts: [],
    allowHosts: async (hosts) => {
      dropQueue();
      isAskedFor = true;
      set({ hosts });
      await kernel?.allow(hosts).catch(() => {}); // as for restart
    },

    complete: async (language, code, offset) => (await kernel?.complete(language, code, offset)) ?? [],
    inspect: async (language, code, offset) => (await kernel?.inspect(language, code, offset)) ?? null,
  };
};

const neverRun: Run = { status: "notRun", outputs: [], executionCount: null };

/** The run as it is handed to the kernel. */
function beginning(run: Run, code: string, session: number, turn: number): Run {
  const isSame = run.code === code && run.session === session && run.since !== undefined;
  return { ...run, status: "queued", session, code, turn, since: isSame ? run.since : turn };
}
