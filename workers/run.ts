import type { CellEvent } from "./outputs";
import type { CellToRun, Outcome, RunEvent } from "./protocol";

/** One run of a cell as the page follows it: `started` first, `done` last, each at most once, and nothing after. */
export class Run {
  /** Settles after `done`; rejects if the kernel itself broke. */
  readonly ended: Promise<void>;
  /** Stop was pressed, perhaps before the worker could be told. */
  isStopped = false;
  #startedAt = performance.now();
  #hasEnded = false;
  #settle: (broken?: Error) => void = () => {};

  constructor(
    readonly cell: CellToRun,
    private readonly tell: (event: RunEvent) => void,
  ) {
    this.ended = new Promise((resolve, reject) => {
      this.#settle = (broken) => (broken ? reject(broken) : resolve());
    });
  }

  get language() {
    return this.cell.language;
  }
  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  start(executionCount: number): void {
    this.#startedAt = performance.now();
    this.tell({ type: "started", executionCount });
  }

  report(event: CellEvent): void {
    if (!this.#hasEnded) this.tell(event);
  }

  end(outcome: Outcome, broken?: Error): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.tell({ type: "done", outcome, durationMs: performance.now() - this.#startedAt });
    this.#settle(broken);
  }
}
