/** Between two looks at the flag; one look costs up to 2 ms. */
const LOOK_EVERY_MS = 50;
/** How long a stop waits for the cell's own frames to run before it is raised wherever Python happens to be. */
const PATIENCE_MS = 300;

/**
 * Whether Stop was pressed in this run. Once seen it stays true until somebody takes it, so that nobody's look can
 * swallow it; once taken it is over, so that a cell which catches KeyboardInterrupt goes on.
 */
export class StopSignal {
  /** Whether the cell's own frames are running, where an interrupt is not lost. */
  armed = false;
  #flag: string | undefined;
  #until = Number.POSITIVE_INFINITY;
  #lookAt = 0;
  #seenAt: number | undefined;
  #taken = false;

  constructor(
    private readonly isAlive: (flag: string) => boolean,
    private readonly now: () => number = performance.now.bind(performance),
  ) {}

  begin(flag: string | undefined): void {
    this.#flag = flag;
    this.#until = Number.POSITIVE_INFINITY;
    this.#lookAt = 0;
    this.#seenAt = undefined;
    this.#taken = false;
    this.armed = false;
  }
  /** A stop after so long instead of a flag: for what the page asks for between the runs. */
  beginFor(ms: number): void {
    this.begin("the time");
    this.#until = this.now() + ms;
    this.armed = true;
  }
  end(): void {
    this.#flag = undefined;
  }

  /** Whether the flag is down, looked at now; for those who wait anyway. */
  isDown(): boolean {
    return this.#flag !== undefined && !this.#taken && !this.#isUp(this.#flag);
  }
  /** Whether to interrupt now. Cheap: it looks at the flag every 50 ms. */
  isDue(): boolean {
    if (this.#flag === undefined || this.#taken) return false;
    const now = this.now();
    if (this.#seenAt === undefined && now >= this.#lookAt) {
      if (!this.#isUp(this.#flag)) this.#seenAt = now;
      this.#lookAt = this.now() + LOOK_EVERY_MS;
    }
    return this.#seenAt !== undefined && (this.armed || now - this.#seenAt > PATIENCE_MS);
  }
  #isUp(flag: string): boolean {
    return this.#until === Number.POSITIVE_INFINITY ? this.isAlive(flag) : this.now() < this.#until;
  }
  /** The interrupt has been raised. */
  take(): void {
    this.#taken = true;
  }
  get taken(): boolean {
    return this.#taken;
  }
}
