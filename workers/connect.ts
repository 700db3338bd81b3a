import { Life } from "./life";
import type { CellToRun, Kernel, KernelStatus, RunEvent } from "./protocol";
import { Run } from "./run";
import { openSandbox, type Sandbox } from "./sandbox/open";

/** How long a cell may take to obey Stop before it is ended with its worker. */
const obeyMs = 1_000;

/** Where the build puts the broker page. */
const brokerPage = `${process.env.BASE_PATH ?? ""}/kernel/broker.html`;

/** Starts a kernel of its own in a sandbox of its own. Returns at once; `watch` tells how far the start is. */
export function connect(brokerUrl: string = brokerPage): Kernel {
  const kernel = new SandboxedKernel(brokerUrl);
  kernel.restart().catch(() => {}); // told by the status
  return kernel;
}

class SandboxedKernel implements Kernel {
  #status: KernelStatus = { phase: "starting", step: "loading", loadedBytes: 0, totalBytes: 0 };
  #listeners = new Set<(status: KernelStatus) => void>();
  #bytes = { loadedBytes: 0, totalBytes: 0 }; // of the runtime's files
  #sandbox: Sandbox | undefined;
  #life: Life | undefined;
  #starting: Promise<void> = Promise.resolve(); // the latest start
  #count = 0; // of the runs since then
  #queue: Run[] = [];
  #current: Run | undefined;
  #currentFlag: string | undefined;
  #patience: ReturnType<typeof setTimeout> | undefined; // with a cell that was told to stop

  constructor(private readonly brokerUrl: string) {}

  watch(listener: (status: KernelStatus) => void): () => void {
    this.#listeners.add(listener);
    listener(this.#status);
    return () => this.#listeners.delete(listener);
  }

  run(cell: CellToRun, tell: (event: RunEvent) => void): Promise<void> {
    const run = new Run(cell, tell);
    if (this.#status.phase === "dead") {
      run.end("lost", new Error(this.#status.reason));
    } else {
      this.#queue.push(run);
      if (this.#status.phase === "ready") this.#next();
    }
    return run.ended;
  }

  answer(text: string): void {
    const question = this.#life?.takeQuestion();
    if (question !== undefined) this.#sandbox?.answer(question, text);
  }

  stop(): void {
    for (const run of this.#queue.splice(0)) run.end("lost");
    if (!this.#current || this.#current.isStopped) return;
    this.#current.isStopped = true;
    if (this.#currentFlag) this.#sandbox?.lower(this.#currentFlag);
    this.#patience = setTimeout(() => this.restart().catch(() => {}), obeyMs);
    this.#tell({ phase: "stopping" });
  }

  restart(): Promise<void> {
    this.#endRuns();
    if (this.#sandbox && this.#isLoaded) void this.#renewIfGone(this.#sandbox);
    return this.#begin();
  }

  close(): void {
    this.#die("The kernel was closed.");
    this.#listeners.clear();
  }

  /** A new worker; a new sandbox too, if there is none. */
  #begin(): Promise<void> {
    this.#life?.end("the kernel was restarted");
    this.#sandbox ??= this.#openSandbox();
    this.#starting = this.#start(this.#sandbox);
    return this.#starting;
  }

  async #renewIfGone(sandbox: Sandbox): Promise<void> {
    if ((await sandbox.isAlive()) || sandbox !== this.#sandbox) return;
    this.#closeSandbox();
    await this.#begin().catch(() => {}); // told by the status
  }

  #openSandbox(): Sandbox {
    const isStarting = () => sandbox === this.#sandbox && this.#status.phase === "starting";
    const sandbox = openSandbox(this.brokerUrl, {
      progress: (loadedBytes, totalBytes) => {
        this.#bytes = { loadedBytes, totalBytes };
        if (isStarting()) this.#tellStart();
      },
      failed: (reason) => {
        if (isStarting()) this.#die(`Python could not be started: ${reason}.`);
      },
    });
    return sandbox;
  }

  /** A new worker, from its birth to its readiness; a start that another one overtakes is ready with that. */
  async #start(sandbox: Sandbox): Promise<void> {
    const life = new Life(sandbox.spawn(), (reason) => {
      if (life === this.#life) this.#die(`The kernel was ended: ${reason}.`);
    });
    this.#life = life;
    this.#count = 0;
    this.#tellStart();
    try {
      await life.ready();
    } catch (error) {
      if (life === this.#life) this.#die(`Python could not be started: ${(error as Error).message}`);
      else if (this.#life) return this.#starting;
      throw error;
    }
    this.#next();
  }

  /** Begins the next run, if one waits. */
  #next(): void {
    const run = this.#queue.shift();
    this.#tell(run ? { phase: "busy" } : { phase: "ready" });
    if (run) void this.#carryOut(run);
  }

  async #carryOut(run: Run): Promise<void> {
    this.#current = run;
    run.start(++this.#count);
    const life = this.#life;
    const sandbox = this.#sandbox;
    if (run.hasEnded || !life || !sandbox) return; // whoever heard of the start has restarted
    try {
      const flag = await sandbox.flag();
      if (run.hasEnded) return;
      this.#currentFlag = flag;
      if (run.isStopped) sandbox.lower(flag);
      const outcome = await life.run({ reference: "1.6", ...run.cell, count: this.#count, flag }, (event) =>
        run.report(event),
      );
      sandbox.lower(flag); // nobody looks at it any more
      this.#forgetCurrent();
      run.end(outcome);
    } catch (error) {
      if (!run.hasEnded) this.#die(`The kernel broke: ${(error as Error).message}`);
      return;
    }
    if (life === this.#life) this.#next();
  }

  #forgetCurrent(): void {
    clearTimeout(this.#patience);
    this.#current = this.#currentFlag = undefined;
  }

  #endRuns(broken?: Error): void {
    const runs = [...(this.#current ? [this.#current] : []), ...this.#queue.splice(0)];
    this.#forgetCurrent();
    for (const run of runs) run.end("lost", broken);
  }

  /** The end until `restart`, which then begins from the broker again. */
  #die(reason: string): void {
    this.#life?.end(reason);
    this.#life = undefined;
    this.#closeSandbox();
    this.#tell({ phase: "dead", reason });
    this.#endRuns(new Error(reason));
  }

  #closeSandbox(): void {
    this.#sandbox?.close();
    this.#sandbox = undefined;
    this.#bytes = { loadedBytes: 0, totalBytes: 0 };
  }

  get #isLoaded(): boolean {
    return this.#bytes.totalBytes > 0 && this.#bytes.loadedBytes === this.#bytes.totalBytes;
  }

  #tellStart(): void {
    this.#tell({ phase: "starting", step: this.#isLoaded ? "booting" : "loading", ...this.#bytes });
  }

  #tell(status: KernelStatus): void {
    this.#status = status;
    for (const listener of this.#listeners) listener(status);
  }
}
