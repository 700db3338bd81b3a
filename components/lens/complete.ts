import { isObject } from "../notebook/exactJson";
import type { Json, Output } from "../notebook/nbformat";
import { isUnderWay } from "../notebook/runs";
import type { NotebookState } from "../notebook/store";
import type { Ask } from "./ask";
import { partsOf, rawForm } from "./bundles";
import { tensorMime } from "./mime";

type Get = () => NotebookState;
type Set = (change: (state: NotebookState) => Partial<NotebookState>) => void;

/** What is in view asks first, for what it shows. The kernel finds a form in parts, so others have not long to wait for it. */
const patienceMs = 60;

/**
 * Asks for what the outputs of large arrays have left out, one after the other while the kernel rests, those of the latest run
 * first: so that a saved notebook holds it whether or not anybody has looked, and so that a change of view finds it there.
 */
export function completer(ask: Ask, get: Get, set: Set) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAsking = false;
  const inVain = new WeakSet<Output>();

  const soon = () => {
    if (isAsking || timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      void goOn();
    }, patienceMs);
  };

  async function goOn(): Promise<void> {
    const next = get().kernelStatus.phase === "ready" && firstPending(get(), inVain);
    if (!next) return;
    isAsking = true;
    const { id, output } = next;
    const form = rawForm(output)!;
    const parts: Json[] = [];
    for (const part of partsOf(form)) {
      if (!part.pending || typeof part.handle !== "string") {
        parts.push(part);
        continue;
      }
      const answer = await ask({ kind: "form", of: { handle: part.handle } });
      if (answer.kind === "refused") {
        isAsking = false;
        if (answer.reason !== "busy") inVain.add(output);
        return answer.reason === "busy" ? undefined : soon(); // the kernel's next rest begins it again
      }
      parts.push(merged(part, answer.answer as unknown as Json, form.members !== undefined));
    }
    const whole = Array.isArray(form.members) ? { ...form, members: parts } : parts[0]!;
    const made = { ...output, data: { ...(output.data as Json), [tensorMime]: whole } } as Output;
    set(({ runs }) => {
      const at = runs[id]?.outputs.indexOf(output) ?? -1;
      if (at < 0) return {};
      return { runs: { ...runs, [id]: { ...runs[id]!, outputs: runs[id]!.outputs.with(at, made) } } };
    });
    inVain.add(made);
    isAsking = false;
    soon();
  }

  return { soon, close: () => clearTimeout(timer) };
}

function firstPending(
  { runs, session }: NotebookState,
  inVain: WeakSet<Output>,
): { id: string; output: Output } | null {
  const latest = Object.entries(runs).toSorted(([, a], [, b]) => (b.turn ?? 0) - (a.turn ?? 0));
  for (const [id, run] of latest) {
    if (run.session !== session || isUnderWay(run)) continue;
    for (const output of run.outputs) {
      const form = inVain.has(output) ? null : rawForm(output);
      if (form && partsOf(form).some(({ pending, handle }) => pending && handle)) return { id, output };
    }
  }
  return null;
}

function merged(part: Json, answer: Json, isMember: boolean): Json {
  const { pending: _known, ...rest } = part;
  if (!isObject(answer)) return part;
  const { statistics, histogram } = answer;
  return isMember ? { ...rest, statistics, histogram } : { ...answer, ...rest };
}
