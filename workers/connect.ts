import { Life } from "./life";
import type { Kernel, KernelStatus, Outcome, RunEvent } from "./protocol";
import { openSandbox, type Sandbox } from "./sandbox/open";

/** How long a cell may take to obey Stop before it is ended with its worker. */
const obeyMs = 1_000;

interface Run {
  code: string;
  report: (event: RunEvent) => void;
  resolve: () => void;
  reject: (reason: Error) => void;
}

/** The run that is under way. A stop pressed before its flag has arrived is remembered. */
interface Current extends Run {
  startedAt: number;
  flag?: string;
  stopped: boolean;
  timer?: ReturnType<typeof setTimeout>;
}

/** Where the build puts the broker page. */
const defaultBroker = `${process.env.BASE_PATH ?? ""}/kernel/broker.html`;

/** Starts a kernel of its own in a sandbox of its own. Returns at once; `watch` tells how far the start is. */
export function connect(brokerUrl: string = defaultBroker): Kernel {
  const kernel = new SandboxedKernel(brokerUrl);
  kernel.restart().catch(() => {}); // told by the status
  return kernel;
}

class SandboxedKernel implements Kernel {
  #status: KernelStatus = { phase: "starting", step: "loading", loadedBytes: 0, totalBytes: 0 };
  #listeners = new Set<(status: KernelStatus) => void>();
  #sandbox: Sandbox | undefined;
  #life: Life | undefined;
  #isReady = false;
  #queue: Run[] = [];
  #current: Current | undefined;
  #spareFlag: Promise<string> | undefined;
  #count = 0; // of the session's runs
  #questions = 0; // that this worker has asked

  constructor(private readonly brokerUrl: string) {}

  watch(listener: (status: KernelStatus) => void): () => void {
    this.#listeners.add(listener);
    listener(this.#status);
    return () => this.#listeners.delete(listener);
  }

  run(code: string, report: (event: RunEvent) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ code, report, resolve, reject });
      if (this.#status.phase === "dead") this.#dropAll(new Error(this.#status.reason));
      else this.#next();
    });
  }

  answer(text: string): void {
    if (this.#current && this.#isAsking) this.#sandbox?.answer(this.#questions, text);
    this.#isAsking = false;
  }
  #isAsking = false;

  stop(): void {
    this.#dropQueue();
    const current = this.#current;
    if (!current || current.stopped) return;
    current.stopped = true;
    if (current.flag) this.#sandbox?.stop(current.flag);
    current.timer = setTimeout(() => {
      void this.restart().catch(() => {});
    }, obeyMs);
    this.#tell({ phase: "stopping" });
  }

  restart(): Promise<void> {
    this.#dropAll();
    this.#life?.end("the kernel was restarted");
    this.#sandbox ??= this.#openSandbox();
    return this.#start(this.#sandbox);
  }

  close(): void {
    this.#die("The kernel was closed.");
    this.#dropAll();
    this.#listeners.clear();
  }

  #openSandbox(): Sandbox {
    const sandbox = openSandbox(this.brokerUrl, {
      progress: (loadedBytes, totalBytes) => {
        if (sandbox !== this.#sandbox || this.#isReady) return;
        const step = loadedBytes < totalBytes ? "loading" : "booting";
        this.#tell({ phase: "starting", step, loadedBytes, totalBytes });
      },
      failed: (reason) => {
        if (sandbox === this.#sandbox && !this.#isReady) this.#die(`Python could not be started: ${reason}.`);
      },
    });
    return sandbox;
  }

  /** A new worker, from its birth to its readiness. */
  async #start(sandbox: Sandbox): Promise<void> {
    const life = new Life(sandbox.spawn(), (reason) => {
      if (life === this.#life) this.#die(`The kernel was ended: ${reason}.`);
    });
    this.#life = life;
    this.#isReady = false;
    this.#count = 0;
    this.#questions = 0;
    this.#spareFlag ??= sandbox.flag();
    const bytes = this.#status.phase === "starting" ? this.#status : { loadedBytes: 0, totalBytes: 0 };
    const step = this.#wasReady ? "booting" : "loading";
    this.#tell({ phase: "starting", step, loadedBytes: bytes.loadedBytes, totalBytes: bytes.totalBytes });
    try {
      await life.ready();
    } catch (error) {
      if (life === this.#life) this.#die(`Python could not be started: ${(error as Error).message}`);
      throw error;
    }
    this.#isReady = this.#wasReady = true;
    this.#tell({ phase: "ready" });
    this.#next();
  }
  #wasReady = false;

  /** Begins the next run, if one waits and nothing is under way. */
  #next(): void {
    const life = this.#life;
    if (this.#current || !this.#isReady || !life) return;
    const run = this.#queue.shift();
    if (!run) return;
    const current: Current = { ...run, startedAt: performance.now(), stopped: false };
    this.#current = current;
    this.#tell({ phase: "busy" });
    run.report({ type: "started", executionCount: ++this.#count });
    void this.#carryOut(current, life);
  }

  async #carryOut(current: Current, life: Life): Promise<void> {
    life.onEvent = (event) => {
      this.#isAsking = event.type === "input";
      if (this.#isAsking) this.#questions++;
      current.report(event);
    };
    try {
      const flag = await this.#takeFlag();
      if (current !== this.#current) return; // restarted meanwhile
      current.flag = flag;
      if (current.stopped) this.#sandbox?.stop(flag);
      const outcome = await life.run(current.code, this.#count, flag);
      this.#finish(current, outcome);
      if (!this.#queue.length) this.#tell({ phase: "ready" });
      this.#next();
    } catch (error) {
      // a worker that was ended has had its run finished already; else the kernel itself broke
      if (current === this.#current) this.#die(`The kernel broke: ${(error as Error).message}`);
    }
  }

  /** One flag is always made in advance, so that a run need not wait for it. */
  async #takeFlag(): Promise<string> {
    const flag = (await this.#spareFlag) ?? "";
    this.#spareFlag = this.#sandbox?.flag();
    return flag;
  }

  #finish(current: Current, outcome: Outcome, broken?: Error): void {
    clearTimeout(current.timer);
    this.#current = undefined;
    this.#isAsking = false;
    current.report({ type: "done", outcome, durationMs: performance.now() - current.startedAt });
    if (broken) current.reject(broken);
    else current.resolve();
  }

  #dropQueue(broken?: Error): void {
    for (const { report, resolve, reject } of this.#queue.splice(0)) {
      report({ type: "done", outcome: "lost", durationMs: 0 });
      if (broken) reject(broken);
      else resolve();
    }
  }

  #dropAll(broken?: Error): void {
    if (this.#current) this.#finish(this.#current, "lost", broken);
    this.#dropQueue(broken);
  }

  /** The end until `restart`, which then begins from the broker again. */
  #die(reason: string): void {
    this.#sandbox?.close();
    this.#life?.end(reason);
    this.#sandbox = this.#life = this.#spareFlag = undefined;
    this.#isReady = this.#wasReady = false;
    this.#tell({ phase: "dead", reason });
    this.#dropAll(new Error(reason));
  }

  #tell(status: KernelStatus): void {
    this.#status = status;
    for (const listener of this.#listeners) listener(status);
  }
}
