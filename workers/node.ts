import { openHost, type Surroundings } from "./kernel";
import type { CellEvent } from "./outputs";
import type { CellToRun, Outcome, RunEvent } from "./protocol";
import { startInNode } from "./python/startInNode";
import { openSession, type Session } from "./session";
import { StopSignal } from "./stop";
import { loadInNode } from "./typescript/loadInNode";
import { waitUnless } from "./wait";

/** The kernel in this Node process: the same cells, outputs and errors, with nobody at the keyboard. */
export interface NodeKernel extends Omit<Session, "run"> {
  /** Rejects, after `done`, if Python itself broke; nothing runs after that. */
  run(cell: CellToRun, report: (event: RunEvent) => void): Promise<void>;
}

/**
 * packages  the folder of the Python packages
 * isAlive  lowers the flag of the run that it is asked about, for tests of Stop
 * isAsked  whether outputs carry handles that `look` knows
 */
export async function openNodeKernel(
  packages: string,
  isAlive: () => boolean = () => true,
  isAsked = false,
): Promise<NodeKernel> {
  let report: (event: CellEvent) => void = () => {};
  const surroundings: Surroundings = {
    send(events) {
      for (const event of events) report(event);
    },
    stop: new StopSignal(isAlive),
    wait: waitUnless,
    receive() {
      throw new Error("input() has nobody to ask here: run this notebook in the browser.");
    },
  };
  const session = openSession(openHost(surroundings), () => startInNode(packages), loadInNode, { isAsked });
  tellUncaught(session.uncaught);
  let count = 0;
  return {
    ...session,
    async run(cell, reportRun) {
      report = reportRun;
      const startedAt = performance.now();
      reportRun({ type: "started", executionCount: ++count });
      const done = (outcome: Outcome) =>
        reportRun({ type: "done", outcome, durationMs: performance.now() - startedAt });
      try {
        done(await session.run({ reference: "1.6", ...cell, count, flag: "this run's" }));
      } catch (error) {
        done("lost");
        throw error;
      }
    },
  };
}

let latest: ((thrown: unknown) => void) | undefined;

/** Errors that nobody catches go to the kernel that was opened last; without one they would end the process. */
function tellUncaught(listener: (thrown: unknown) => void): void {
  if (!latest)
    for (const event of ["unhandledRejection", "uncaughtException"]) process.on(event, (thrown) => latest?.(thrown));
  latest = listener;
}
