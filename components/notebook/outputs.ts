import type { RunEvent, Skipped } from "../../workers/protocol";
import { Earlier } from "./earlier";
import type { Json, Output } from "./nbformat";

/**
 * What one cell's outputs may hold, so that no cell can make the page or the file unusable. Of a stream's text the last
 * lines stay; what is above them is in its `Earlier`, as long as the page lives.
 */
export const limits = {
  lines: 5_000,
  /** Of a stream; more than the longest line that the kernel sends. */
  characters: 1_500_000,
  /** Of all that is displayed. */
  displayed: 24_000_000,
  outputs: 1_000,
  error: 1_000_000,
} as const;

/** Where an output's metadata says how much of the stream behind it, or how many outputs, were not kept. */
export type Cut = { lines: number; characters: number; outputs: number };

type Stream = Extract<Output, { output_type: "stream" }>;
type Bundled = Extract<Output, { output_type: "display_data" | "execute_result" }>;
type StreamEvent = Extract<RunEvent, { type: "stream" }>;

/**
 * What is known of an output beside what a file keeps. An output is never changed, only replaced, so the page's other
 * parts need not know of this; what was read from a file has none.
 */
type Side = {
  slot?: string;
  /** Of a stream: its line feeds, what is above its text, and where a flood's newest lines begin. */
  feeds?: number;
  earlier?: Earlier;
  newestAfter?: Skipped;
};
const sides = new WeakMap<Output, Side>();
const sideOf = (output: Output | undefined): Side => (output && sides.get(output)) || {};
function withSide<O extends Output>(output: O, side: Side): O {
  sides.set(output, side);
  return output;
}

/** What is missing before the stream that follows, or at the end of the outputs, if this is the output that says so. */
export function cutOf(output: Output | undefined): Cut | undefined {
  if (output?.output_type !== "display_data") return undefined;
  const cut = (output.metadata.sporebook as { cut?: Partial<Cut> } | undefined)?.cut;
  const count = (value: unknown) => (typeof value === "number" && value > 0 ? value : 0);
  return cut && { lines: count(cut.lines), characters: count(cut.characters), outputs: count(cut.outputs) };
}

/** The text above a stream's own, if the page still has it. */
export const earlierOf = (output: Output): Earlier | undefined => sideOf(output).earlier;

/** It has a text above it, or newest lines of its own: nothing may be joined to it. */
export const isAlone = (output: Output): boolean => {
  const { earlier, newestAfter } = sideOf(output);
  return earlier !== undefined || newestAfter !== undefined;
};

/**
 * A cell's outputs after one more event, as nbformat keeps them.
 *
 * Chunks of the same stream that follow one another become one output. Past `limits` nothing more is kept; an output
 * before a stream, or the last one, then says how much was left out (`cutOf` reads it).
 */
export function outputsAfter(outputs: readonly Output[], event: RunEvent, executionCount: number | null): Output[] {
  switch (event.type) {
    case "stream":
      return event.skipped ? withNewest(outputs, event, event.skipped) : withStream(outputs, event);
    case "display":
      return withDisplay(
        outputs,
        { output_type: "display_data", data: event.bundle, metadata: event.metadata ?? {} },
        event.slot,
      );
    case "result":
      return withDisplay(outputs, {
        output_type: "execute_result",
        data: event.bundle,
        metadata: event.metadata ?? {},
        execution_count: executionCount,
      });
    case "clear":
      return [];
    case "error": // always kept: it is the answer to "why did it stop"
      return [
        ...outputs,
        {
          output_type: "error",
          ename: event.name,
          evalue: head(event.message, limits.error),
          traceback: event.traceback.map((line) => head(line, limits.error / 10)).slice(0, limits.outputs * 10),
        },
      ];
    default:
      return [...outputs];
  }
}

function withStream(outputs: readonly Output[], { name, text, erase = 0 }: StreamEvent): Output[] {
  const last = outputs.at(-1);
  const continues = last?.output_type === "stream" && last.name === name && !sideOf(last).newestAfter;
  if (!continues && (isFull(outputs) || outputs.length >= limits.outputs))
    return moreCut(outputs, { characters: text.length, outputs: isFull(outputs) ? 0 : 1 });
  const before = continues ? last.text : "";
  const keep = Math.max(0, before.length - erase);
  const side = continues ? sideOf(last) : {};
  let feeds = feedsIn(text) + (side.feeds ?? feedsIn(before)) - (erase > 0 ? feedsIn(before.slice(keep)) : 0);
  let merged = before.slice(0, keep) + text;
  const others = continues ? outputs.slice(0, -1) : outputs;
  if (feeds <= limits.lines * 1.2 && merged.length <= limits.characters)
    return [...others, withSide({ output_type: "stream", name, text: merged }, { ...side, feeds })];

  const start = endOf(merged, limits.lines, limits.characters / 2);
  const gone = merged.slice(0, start);
  const earlier = side.earlier ?? new Earlier();
  earlier.add(gone);
  merged = merged.slice(start);
  const lines = feedsIn(gone);
  feeds -= lines;
  const stream: Stream = { output_type: "stream", name, text: merged };
  return [...withNote(others, { lines, characters: gone.length }), withSide(stream, { feeds, earlier })];
}

/** The newest lines of a flood, in place of those that came before. */
function withNewest(outputs: readonly Output[], { name, text }: StreamEvent, skipped: Skipped): Output[] {
  const isNewest = (output: Output) =>
    output.output_type === "stream" && output.name === name && sideOf(output).newestAfter !== undefined;
  let at = outputs.findLastIndex(isNewest);
  let before = at < 0 ? undefined : (outputs[at] as Stream);
  let others = outputs;
  if (!before) {
    const last = outputs.at(-1);
    before = last?.output_type === "stream" && last.name === name ? last : { output_type: "stream", name, text: "" };
    const { earlier = new Earlier() } = sideOf(before);
    earlier.add(before.text);
    others = before === last ? outputs.slice(0, -1) : outputs;
    others = withNote(others, { lines: feedsIn(before.text), characters: before.text.length });
    const { lines, characters } = cutOf(others.at(-1)) ?? { lines: 0, characters: 0 };
    before = withSide({ ...before, text: "" }, { earlier, newestAfter: { lines, characters } });
    at = others.length;
  }
  const side = sideOf(before);
  const base = side.newestAfter ?? { lines: 0, characters: 0 };
  const cut = { lines: base.lines + skipped.lines, characters: base.characters + skipped.characters };
  return [
    ...others.slice(0, Math.max(0, at - 1)),
    noteOf({ ...cut, outputs: 0 }),
    withSide({ ...before, text }, side),
    ...others.slice(at + 1),
  ];
}

function withDisplay(outputs: readonly Output[], output: Bundled, slot?: string): Output[] {
  const at = slot === undefined ? -1 : outputs.findIndex((other) => sideOf(other).slot === slot);
  const shown = slot === undefined ? output : withSide(output, { slot });
  const size = bundleSize(output.data);
  const isTooMuch = size + sizeOf(outputs) > limits.displayed;
  if (at >= 0 && !isTooMuch) return outputs.with(at, shown);
  if (at < 0 && !isTooMuch && !isFull(outputs) && outputs.length < limits.outputs) return [...outputs, shown];
  return moreCut(outputs, { characters: size, outputs: 1 });
}

const isFull = (outputs: readonly Output[]) => (cutOf(outputs.at(-1))?.outputs ?? 0) > 0;

function moreCut(outputs: readonly Output[], more: { characters: number; outputs: number }): Output[] {
  const before = isFull(outputs) ? cutOf(outputs.at(-1)) : undefined;
  const cut: Cut = {
    lines: 0,
    characters: (before?.characters ?? 0) + more.characters,
    outputs: (before?.outputs ?? 0) + more.outputs,
  };
  return [...(before ? outputs.slice(0, -1) : outputs), noteOf(cut)];
}

/** The outputs with a note at the end that counts what has left the stream which comes next. */
function withNote(outputs: readonly Output[], more: Skipped): Output[] {
  const before = isFull(outputs) ? undefined : cutOf(outputs.at(-1));
  const cut: Cut = {
    lines: (before?.lines ?? 0) + more.lines,
    characters: (before?.characters ?? 0) + more.characters,
    outputs: 0,
  };
  return [...(before ? outputs.slice(0, -1) : outputs), noteOf(cut)];
}

/** The sentence is for readers that know nothing of our metadata. */
function noteOf(cut: Cut): Output {
  const characters = `${cut.characters.toLocaleString("en")} characters`;
  const text =
    cut.outputs > 0
      ? `[${cut.outputs.toLocaleString("en")} more outputs (${characters}) were not kept]`
      : `[${cut.lines > 0 ? `${cut.lines.toLocaleString("en")} earlier lines (${characters})` : characters} were not kept]`;
  return { output_type: "display_data", data: { "text/plain": text }, metadata: { sporebook: { cut } } };
}

/** Where the last lines begin, or in a longer line its last characters. */
function endOf(text: string, lines: number, characters: number): number {
  let start = text.length;
  let at = text.endsWith("\n") ? text.length - 1 : text.length;
  for (let line = 0; line < lines; line++) {
    at = at > 0 ? text.lastIndexOf("\n", at - 1) : -1;
    if (text.length - at - 1 > characters) break;
    start = at + 1;
    if (at < 0) break;
  }
  return start < text.length ? start : Math.max(0, text.length - limits.characters * 0.8);
}

function feedsIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count++;
  return count;
}

function sizeOf(outputs: readonly Output[]): number {
  return outputs.reduce((sum, output) => ("data" in output ? sum + bundleSize(output.data as Json) : sum), 0);
}

// a bundle's JSON is measured once; outputs are never changed, only replaced
const sizes = new WeakMap<Json, number>();
function bundleSize(bundle: Json): number {
  let size = sizes.get(bundle);
  if (size === undefined) {
    size = 0;
    for (const value of Object.values(bundle))
      size += typeof value === "string" ? value.length : (JSON.stringify(value)?.length ?? 0);
    sizes.set(bundle, size);
  }
  return size;
}

/** The first `length` characters, without half a surrogate pair at the end. */
function head(text: string, length: number): string {
  if (text.length <= length) return text;
  const splitsPair = /[\uD800-\uDBFF]/.test(text[length - 1]!);
  return text.slice(0, splitsPair ? length - 1 : length);
}
