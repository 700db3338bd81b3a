import type { Life } from "./life";

/** Something to be done in the worker between two runs, which needs Python. */
export class Errand {
  readonly language = "python";

  constructor(
    private readonly deed: (life: Life) => Promise<void>,
    private readonly refuse: (reason: Error) => void,
  ) {}

  /** Resolves when it is done, or was refused. `hold` hears what is under way. */
  async go(life: Life, hold: (now: Errand | undefined) => void): Promise<void> {
    hold(this);
    await this.deed(life).catch(this.refuse);
    hold(undefined);
  }

  fail(reason: string): void {
    this.refuse(new Error(reason));
  }
}
