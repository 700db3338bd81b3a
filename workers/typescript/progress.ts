import type { MimeBundle } from "../protocol";

const mime = "application/vnd.sporebook.progress+json";
const drawEveryMs = 100;

/** Bars under way, the outermost first. */
type Open = { slot: string }[];

/** Opens the session's `progress`: each bar is a display in a slot of its own, with the fields of Python's. */
export function openProgress(show: (bundle: MimeBundle, slot: string) => void, now: () => number) {
  const open: Open = [];
  let count = 0;

  return function* progress<T>(
    items: Iterable<T>,
    { label, total = lengthOf(items) }: { label?: string; total?: number } = {},
  ) {
    const outer = open[0];
    const bar = { slot: outer ? `${outer.slot}.${open.length}` : `ts-progress-${++count}` };
    open.push(bar);
    const startedAt = now();
    let drawnAt = startedAt;
    let done = 0;
    const draw = (state: "running" | "done" | "stopped") => {
      const elapsedMs = Math.round(now() - startedAt);
      const content = {
        done,
        elapsedMs,
        state,
        ...(total !== undefined && { total }),
        ...(label !== undefined && { label }),
      };
      show({ "text/plain": textOf(content), [mime]: content }, bar.slot);
    };
    draw("running");
    try {
      for (const item of items) {
        yield item;
        done++;
        if (now() - drawnAt >= drawEveryMs) {
          drawnAt = now();
          draw("running");
        }
      }
      total ??= done;
      draw("done");
      bar.slot = ""; // drawn to its end
    } finally {
      open.splice(open.indexOf(bar), 1);
      if (bar.slot) draw("stopped");
    }
  };
}

function lengthOf(items: unknown): number | undefined {
  const { length, size } = items as { length?: unknown; size?: unknown };
  const count = typeof length === "number" ? length : size;
  return typeof count === "number" ? count : undefined;
}

/** The bar for who has only text. */
function textOf({
  done,
  total,
  label,
  elapsedMs,
}: {
  done: number;
  total?: number;
  label?: string;
  elapsedMs: number;
}): string {
  const seconds = elapsedMs / 1_000;
  const part = total ? `${Math.round((100 * done) / total)}% (${done}/${total})` : `${done}`;
  const rate = seconds >= 0.1 && done > 0 ? `, ${Number((done / seconds).toPrecision(3))}/s` : "";
  return `${label === undefined ? "" : `${label}: `}${part}, ${seconds.toFixed(1)} s${rate}`;
}
