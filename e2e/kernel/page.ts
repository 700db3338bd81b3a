import { connect } from "../../workers/connect";
import type { CellLanguage, KernelStatus, RunEvent } from "../../workers/protocol";

/** What the kernel's browser tests call: the product's `connect` on a page with nothing else on it. */
const statuses: KernelStatus[] = [];
const kernel = connect("kernel/broker.html");
kernel.watch((status) => statuses.push(status));

/** Runs a cell, Python unless it is said otherwise, and gives all it reported. `meanwhile` sees every event as it comes. */
async function run(
  code: string,
  meanwhile?: (event: RunEvent) => void,
  language: CellLanguage = "python",
): Promise<RunEvent[]> {
  const events: RunEvent[] = [];
  await kernel.run({ id: "cell", code, language }, (event) => {
    events.push(event);
    meanwhile?.(event);
  });
  return events;
}

const testing = { kernel, connect, run, statuses };
export type Testing = typeof testing;
declare global {
  interface Window {
    testing: Testing;
  }
}
window.testing = testing;
