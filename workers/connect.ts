import { brokerPage } from "./early";
import { Errand } from "./errand";
import { isHostName, mostHosts } from "./hosts";
import { Life } from "./life";
import type {
  CellLanguage,
  CellToRun,
  Kernel,
  KernelStatus,
  LookAnswer,
  LookAnswers,
  LookRequest,
  PythonStatus,
  RunEvent,
} from "./protocol";
import { Run } from "./run";
import { openSandbox, type Sandbox } from "./sandbox/open";

/** How long a cell may take to obey Stop before it is ended with its worker. */
const obeyMs = 1_000;
/**
 * That time is counted in so many slices, between which the page hears what the worker says: a page that stands still for
 * a second does not end a cell that has stopped long ago.
 */
const slices = 10;

/** How long Python waits, at most, for the first run in TypeScript. */
const firstRunMs = 3_000;

/**
 * Starts a kernel of its own in a sandbox of its own. Returns at once; `watch` tells how far the start is.
 *
 * Python boots in the same worker, which is deaf meanwhile. Where `first` says that the reader begins with TypeScript, it
 * gives way to the first run.
 */
export function connect(brokerUrl: string = brokerPage, first: CellLanguage = "python"): Kernel {
  const kernel = new SandboxedKernel(brokerUrl, first === "python");
  kernel.restart().catch(() => {}); // told by the status
  return kernel;
}

/** The broker that lets cells reach these hosts; without any, the one that lets nobody out. */
const brokerFor = (page: string, hosts: readonly string[]) =>
  hosts.length === 0 ? page : `${page.replace(/broker\.html$/, "network.html")}#${hosts.join(",")}`;

type Phase =
  | Omit<Extract<KernelStatus, { phase: "dead" }>, "python">
  | { phase: Exclude<KernelStatus["phase"], "dead"> };

class SandboxedKernel implements Kernel {
  #hosts: readonly string[] = [];
  #phase: Phase = { phase: "starting" };
  #python: PythonStatus = { phase: "loading", loadedBytes: 0, totalBytes: 0 };
  #listeners = new Set<(status: KernelStatus) => void>();
  #bytes = { loadedBytes: 0, totalBytes: 0 }; // of Python's files
  #sandbox: Sandbox | undefined;
  #life: Life | undefined;
  #starting: Promise<void> = Promise.resolve(); // the latest start
  #count = 0; // of the runs since then
  #queue: (Run | Errand)[] = [];
  #current: Run | undefined;
  #errand: Errand | undefined;
  #currentFlag: string | undefined;
  #patience: ReturnType<typeof setTimeout> | undefined; // with a cell that was told to stop

  constructor(
    private readonly brokerUrl: string,
    private isPythonWanted: boolean,
  ) {}

  watch(listener: (status: KernelStatus) => void): () => void {
    this.#listeners.add(listener);
    listener(this.#status);
    return () => this.#listeners.delete(listener);
  }

  run(cell: CellToRun, tell: (event: RunEvent) => void): Promise<void> {
    const run = new Run(cell, tell);
    if (this.#phase.phase === "dead") run.end("lost", new Error(this.#phase.reason));
    else this.#queueUp(run);
    return run.ended;
  }

  answer(text: string): void {
    const question = this.#life?.takeQuestion();
    if (question !== undefined) this.#sandbox?.answer(question, text);
  }

  stop(): void {
    this.#dropRuns();
    if (!this.#current || this.#current.isStopped) return;
    this.#current.isStopped = true;
    if (this.#currentFlag) this.#sandbox?.lower(this.#currentFlag);
    this.#waitForIt(slices);
    this.#tell({ phase: "stopping" });
  }

  #waitForIt(slicesLeft: number): void {
    this.#patience = setTimeout(() => {
      if (slicesLeft > 1) this.#waitForIt(slicesLeft - 1);
      else this.restart().catch(() => {});
    }, obeyMs / slices);
  }

  restart(): Promise<void> {
    this.#endRuns();
    if (this.#python.phase === "failed")
      this.#closeSandbox(); // its files are fetched again
    else if (this.#sandbox && this.#isLoaded) void this.#renewIfGone(this.#sandbox);
    return this.#begin();
  }

  get hosts(): readonly string[] {
    return this.#hosts;
  }

  allow(hosts: readonly string[]): Promise<void> {
    this.#hosts = hosts.filter(isHostName).slice(0, mostHosts);
    this.#endRuns();
    this.#closeSandbox(); // a policy cannot be changed: the next sandbox gets another
    return this.#begin();
  }

  close(): void {
    this.#die("The kernel was closed.");
    this.#listeners.clear();
  }

  complete(language: CellLanguage, code: string, offset: number) {
    return this.#ask(language, (life) => life.complete(language, code, offset), []);
  }
  inspect(language: CellLanguage, code: string, offset: number) {
    return this.#ask(language, (life) => life.inspect(language, code, offset), null);
  }
  variables() {
    return this.#ask("typescript", (life) => life.variables(), []);
  }
  look<K extends LookRequest["kind"]>(request: Extract<LookRequest, { kind: K }>): Promise<LookAnswer<K>> {
    const busy: LookAnswer<K> = {
      kind: "refused",
      reason: this.#phase.phase === "dead" ? "gone" : "busy",
      message: "The kernel is not ready to answer.",
    };
    // whoever lets go need not wait: a busy worker hears of it later
    if (request.kind === "release") {
      this.#life?.look(request).catch(() => {});
      return Promise.resolve({ kind: "answer", answer: {} as LookAnswers[K] });
    }
    if (!this.#life || this.#phase.phase === "starting") return Promise.resolve(busy);
    return this.#life.look(request).catch(() => busy);
  }

  listFiles() {
    return this.#send((life) => life.listFiles());
  }
  readFile(name: string) {
    return this.#send((life) => life.readFile(name));
  }
  writeFile(name: string, bytes: Uint8Array<ArrayBuffer>) {
    return this.#send((life) => life.writeFile(name, bytes));
  }
  removeFile(name: string) {
    return this.#send((life) => life.removeFile(name));
  }

  /** What an idle language knows; `otherwise` when it is not there, or breaks. */
  async #ask<T>(language: CellLanguage, question: (life: Life) => Promise<T>, otherwise: T): Promise<T> {
    if (!this.#life || this.#phase.phase !== "ready" || !this.#runs(language)) return otherwise;
    return question(this.#life).catch(() => otherwise);
  }

  /** Does something in the worker between two runs, when Python is there. */
  #send<T>(deed: (life: Life) => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const errand = new Errand(async (life) => resolve(await deed(life)), reject);
      if (this.#phase.phase === "dead") errand.fail(this.#phase.reason);
      else this.#queueUp(errand);
    });
  }

  #queueUp(next: Run | Errand): void {
    if (next.language === "python") this.#wantPython();
    this.#queue.push(next);
    this.#next();
  }

  /** A new worker; a new sandbox too, if there is none. */
  #begin(): Promise<void> {
    this.#life?.end("the kernel was restarted");
    this.#sandbox ??= this.#openSandbox();
    this.#starting = this.#start(this.#sandbox);
    return this.#starting;
  }

  #wantPython(): void {
    this.isPythonWanted = true;
    this.#sandbox?.wantPython();
  }

  async #renewIfGone(sandbox: Sandbox): Promise<void> {
    if ((await sandbox.isAlive()) || sandbox !== this.#sandbox) return;
    this.#closeSandbox();
    await this.#begin().catch(() => {}); // told by the status
  }

  #openSandbox(): Sandbox {
    const isStarting = () => sandbox === this.#sandbox && this.#phase.phase === "starting";
    const dies = (reason: string) => this.#die(`The kernel could not be started: ${reason}.`);
    const sandbox = openSandbox(brokerFor(this.brokerUrl, this.#hosts), {
      progress: (loadedBytes, totalBytes) => {
        if (sandbox !== this.#sandbox) return;
        this.#bytes = { loadedBytes, totalBytes };
        if (this.#isPythonComing) this.#tellPython(this.#pythonStart);
      },
      failed: (part, reason) => {
        if (sandbox !== this.#sandbox) return;
        if (part === "kernel") dies(reason);
        else if (this.#isPythonComing) {
          this.#life?.noPython(reason);
          this.#failPython(reason);
        }
      },
      crashed: (reason) => {
        if (isStarting()) dies(reason);
      },
    });
    if (this.isPythonWanted) sandbox.wantPython();
    return sandbox;
  }

  /** A new worker, from its birth to its readiness; a start that another one overtakes is ready with that. */
  async #start(sandbox: Sandbox): Promise<void> {
    const life = new Life(sandbox.spawn(), (reason) => {
      if (life === this.#life) this.#die(`The kernel was ended: ${reason}.`);
    });
    this.#life = life;
    this.#count = 0;
    this.#python = this.#pythonStart;
    this.#tell({ phase: "starting" });
    try {
      await life.ready();
    } catch (error) {
      if (life === this.#life) this.#die(`The kernel could not be started: ${(error as Error).message}`);
      else if (this.#life) return this.#starting;
      throw error;
    }
    void this.#awaitPython(life);
    if (!this.isPythonWanted) setTimeout(() => this.#wantPython(), firstRunMs);
    this.#tell({ phase: "ready" });
    this.#next();
  }

  async #awaitPython(life: Life): Promise<void> {
    try {
      await life.python();
      if (life === this.#life) this.#tellPython({ phase: "ready" });
    } catch (error) {
      if (life === this.#life && this.#isPythonComing) this.#failPython((error as Error).message);
    }
    if (life === this.#life) this.#next();
  }

  #failPython(reason: string): void {
    this.#tellPython({ phase: "failed", reason: `Python could not be started: ${reason.replace(/\.$/, "")}.` });
    this.#next();
  }

  /**
   * Begins what waits first, if it can. A cell that waits for Python keeps its place, since others may build on it; an
   * errand that waits for Python lets TypeScript cells pass.
   */
  #next(): void {
    if (this.#current || this.#errand || this.#phase.phase === "starting" || this.#phase.phase === "dead") return;
    const canGo = ({ language }: Run | Errand) => language === "typescript" || !this.#isPythonComing;
    const at = this.#queue.findIndex((waiting) => waiting instanceof Run || canGo(waiting));
    const next = this.#queue[at];
    if (next && canGo(next)) {
      this.#queue.splice(at, 1);
      if (next instanceof Run) void this.#carryOut(next);
      else void this.#carry(next);
    } else if (this.#phase.phase !== "ready") {
      this.#tell({ phase: "ready" });
    }
  }

  async #carryOut(run: Run): Promise<void> {
    this.#current = run;
    this.#tell({ phase: "busy" });
    if (!run.cell.silent) this.#count++;
    run.start(this.#count);
    const life = this.#life;
    const sandbox = this.#sandbox;
    if (run.hasEnded || !life || !sandbox) return; // whoever heard of the start has restarted
    if (this.#python.phase === "failed" && run.language === "python") {
      const { reason } = this.#python;
      run.report({ type: "error", name: "KernelError", message: reason, traceback: [`KernelError: ${reason}`] });
      this.#forgetCurrent();
      run.end("error");
      return this.#next();
    }
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
      this.#wantPython();
    } catch (error) {
      if (!run.hasEnded) this.#die(`The kernel broke: ${(error as Error).message}`);
      return;
    }
    if (life === this.#life) this.#next();
  }

  async #carry(errand: Errand): Promise<void> {
    if (this.#python.phase === "failed") errand.fail(this.#python.reason);
    else if (this.#life) await errand.go(this.#life, (now) => (this.#errand = now));
    this.#next();
  }

  #forgetCurrent(): void {
    clearTimeout(this.#patience);
    this.#current = this.#currentFlag = undefined;
  }

  /** Ends the runs that wait. */
  #dropRuns(broken?: Error): void {
    const runs = this.#queue.filter((waiting) => waiting instanceof Run);
    this.#queue = this.#queue.filter((waiting) => waiting instanceof Errand);
    for (const run of runs) run.end("lost", broken);
  }

  #endRuns(broken?: Error): void {
    const run = this.#current;
    this.#forgetCurrent();
    run?.end("lost", broken);
    this.#dropRuns(broken);
  }

  /** The end until `restart`, which then begins from the broker again. */
  #die(reason: string): void {
    this.#life?.end(reason);
    this.#life = undefined;
    this.#closeSandbox();
    this.#tell({ phase: "dead", reason });
    this.#endRuns(new Error(reason));
    for (const errand of this.#queue.splice(0)) if (errand instanceof Errand) errand.fail(reason);
  }

  #closeSandbox(): void {
    this.#sandbox?.close();
    this.#sandbox = undefined;
    this.#bytes = { loadedBytes: 0, totalBytes: 0 };
  }

  #runs(language: CellLanguage): boolean {
    return language === "typescript" || this.#python.phase === "ready";
  }
  get #isPythonComing(): boolean {
    return this.#python.phase === "loading" || this.#python.phase === "booting";
  }
  get #isLoaded(): boolean {
    return this.#bytes.totalBytes > 0 && this.#bytes.loadedBytes === this.#bytes.totalBytes;
  }
  get #pythonStart(): PythonStatus {
    return this.#isLoaded ? { phase: "booting" } : { phase: "loading", ...this.#bytes };
  }
  get #status(): KernelStatus {
    return { ...this.#phase, python: this.#python };
  }

  #tellPython(python: PythonStatus): void {
    this.#python = python;
    this.#tell(this.#phase);
  }

  #tell(phase: Phase): void {
    this.#phase = phase;
    for (const listener of this.#listeners) listener(this.#status);
  }
}
