import type { Output } from "../notebook/nbformat";
import type { NotebookState } from "../notebook/store";
import type { Ask } from "./ask";
import { handlesOf } from "./bundles";

/** Tells the kernel of numbers that no output shows any more, so that it need not keep them. */
export function releaser(ask: Ask, get: () => NotebookState) {
  const gone = new Set<string>();
  let isTelling = false;

  async function tell(): Promise<void> {
    if (isTelling || gone.size === 0 || get().kernelStatus.phase !== "ready") return;
    isTelling = true;
    const handles = [...gone].slice(0, 1_000);
    const answer = await ask({ kind: "release", handles });
    isTelling = false;
    if (answer.kind === "answer" || answer.reason !== "busy") for (const handle of handles) gone.delete(handle);
  }

  return {
    /** Compares what is shown now with what was. */
    after(before: NotebookState): void {
      const now = get();
      if (now.session !== before.session) gone.clear(); // the new kernel knows none of them
      const left = [
        ...outputsLeft(before.runs, now.runs),
        ...(before.value === now.value ? [] : (before.value?.outputs ?? [])),
      ];
      const handles = handlesOf(left);
      if (handles.length > 0) {
        const shown = new Set([
          ...Object.values(now.runs).flatMap((run) => handlesOf(run.outputs)),
          ...handlesOf(now.value?.outputs ?? []),
        ]);
        for (const handle of handles) if (!shown.has(handle)) gone.add(handle);
      }
      void tell();
    },
  };
}

type Runs = NotebookState["runs"];

function outputsLeft(before: Runs, now: Runs): Output[] {
  if (before === now) return [];
  return Object.entries(before).flatMap(([id, run]) => {
    if (now[id] === run || now[id]?.outputs === run.outputs) return [];
    return run.outputs.filter((output) => !now[id]?.outputs.includes(output));
  });
}
