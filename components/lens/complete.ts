import { isObject } from "../notebook/exactJson";
import type { Json, Output } from "../notebook/nbformat";
import { isUnderWay } from "../notebook/runs";
import type { NotebookState } from "../notebook/store";
import type { Ask } from "./ask";
import { partsOf, rawForm } from "./bundles";
import { tensorMime } from "./mime";

type Get = () => NotebookState;
type Set = (change: (state: NotebookState) => Partial<NotebookState>) => void;

/**
 * What is in view asks first, for what it shows, and so does the view that the reader goes on to; a slice may be one of many
 * on the way to another.
 */
const patienceMs = { first: 400, next: 60 } as const;
/** Of a picture in a file, each way. */
const tiles = 48;

/**
 * Asks for what the outputs of large arrays have left out, one after the other while the kernel rests, those of the latest run
 * first: so that a saved notebook holds it whether or not anybody has looked, and so that a change of view finds it there.
 */
export function completer(ask: Ask, get: Get, set: Set) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAsking = false;
  const inVain = new WeakSet<Output>();
  const withoutSlice = new WeakSet<Output>(); // the kernel gives none

  const soon = (waitMs: number = patienceMs.first) => {
    if (isAsking || timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      void goOn();
    }, waitMs);
  };
  const goOnSoon = () => soon(patienceMs.next);

  async function goOn(): Promise<void> {
    if (get().kernelStatus.phase !== "ready") return;
    const next = firstPending(get(), inVain);
    isAsking = true;
    if (!next) {
      const isMore = await completeSlice();
      isAsking = false;
      return isMore ? goOnSoon() : undefined;
    }
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
        return answer.reason === "busy" ? undefined : goOnSoon(); // the kernel's next rest begins it again
      }
      parts.push(merged(part, answer.answer as unknown as Json, form.members !== undefined));
    }
    const whole = Array.isArray(form.members) ? { ...form, members: parts } : parts[0]!;
    inVain.add(put(id, output, whole));
    isAsking = false;
    goOnSoon();
  }

  /** Puts the picture of the slice that is chosen in place of another one's, for a file to show; false if there is none. */
  async function completeSlice(): Promise<boolean> {
    const next = firstOtherSlice(get(), withoutSlice);
    if (!next) return false;
    const { id, output, handle, picks } = next;
    const answer = await ask({ kind: "picture", of: { handle }, picks: [...picks], rows: tiles, columns: tiles });
    if (answer.kind === "answer") put(id, output, { ...rawForm(output)!, picks, picture: answer.answer });
    else if (answer.reason !== "busy") withoutSlice.add(output);
    return answer.kind === "answer" || answer.reason !== "busy";
  }

  function put(id: string, output: Output, form: Json): Output {
    const made = { ...output, data: { ...(output.data as Json), [tensorMime]: form } } as Output;
    set(({ runs }) => {
      const at = runs[id]?.outputs.indexOf(output) ?? -1;
      if (at < 0) return {};
      return { runs: { ...runs, [id]: { ...runs[id]!, outputs: runs[id]!.outputs.with(at, made) } } };
    });
    return made;
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

/** An output of a large array of which another slice is looked at than its form has a picture of. */
function firstOtherSlice({ runs, lenses, session }: NotebookState, withoutSlice: WeakSet<Output>) {
  for (const [place, { picks }] of Object.entries(lenses)) {
    const [, id, index] = /^cell\/([^/]+)\/(\d+)$/.exec(place) ?? [];
    const run = id === undefined ? undefined : runs[id];
    const output = run && run.session === session && !isUnderWay(run) ? run.outputs[Number(index)] : undefined;
    const form = output && !withoutSlice.has(output) ? rawForm(output) : null;
    if (!picks || !form || typeof form.handle !== "string" || !form.picture || form.values !== undefined) continue;
    if (String(form.picks) !== String(picks)) return { id: id!, output: output!, handle: form.handle, picks };
  }
  return null;
}

function merged(part: Json, answer: Json, isMember: boolean): Json {
  const { pending: _known, ...rest } = part;
  if (!isObject(answer)) return part;
  const { statistics, histogram } = answer;
  return isMember ? { ...rest, statistics, histogram } : { ...answer, ...rest };
}
