import type { MimeBundle, RunEvent } from "../../workers/protocol";
import type { Json, Output } from "./nbformat";
import { overwritten } from "./terminal";

/** What one cell may put out, so that no cell can make the page or the file unusable: characters of all its outputs together, and outputs. */
export const limits = { characters: 4_000_000, outputs: 1_000 } as const;

/** Where an output's metadata says how many characters and whole outputs after it were not kept. */
export type Cut = { characters: number; outputs: number };

/**
 * A cell's outputs after one more event, as nbformat keeps them.
 *
 * Chunks of the same stream that follow one another become one output, and carriage returns and backspaces do in it
 * what they do in a terminal. Past `limits` nothing is kept any more; a last output then says how much was left out
 * (`cutOf` reads it).
 */
export function outputsAfter(outputs: readonly Output[], event: RunEvent, executionCount: number | null): Output[] {
  switch (event.type) {
    case "stream":
      return withStream(outputs, event.name, event.text);
    case "display":
      return withOutput(outputs, { output_type: "display_data", data: event.bundle, metadata: {} });
    case "result":
      return withOutput(outputs, {
        output_type: "execute_result",
        data: event.bundle,
        metadata: {},
        execution_count: executionCount,
      });
    case "error": // always kept: it is the answer to "why did it stop"
      return [
        ...outputs,
        {
          output_type: "error",
          ename: event.name,
          evalue: head(event.message, limits.characters / 4),
          traceback: event.traceback.map((line) => head(line, limits.characters / 40)).slice(0, limits.outputs),
        },
      ];
    default:
      return [...outputs];
  }
}

/** What is missing after this output, if it is the one that says so. */
export function cutOf(output: Output): Cut | undefined {
  if (output.output_type !== "display_data") return undefined;
  return (output.metadata.sporebook as { cut?: Cut } | undefined)?.cut;
}

function withStream(outputs: readonly Output[], name: "stdout" | "stderr", text: string): Output[] {
  const last = outputs.at(-1);
  if (last && cutOf(last)) return moreCut(outputs, { characters: text.length, outputs: 0 });
  const before = last?.output_type === "stream" && last.name === name ? last.text : undefined;
  const room = limits.characters - sizeOf(outputs);
  if (before === undefined && outputs.length >= limits.outputs)
    return moreCut(outputs, { characters: text.length, outputs: 1 });
  const merged = overwritten(before ?? "", head(text, room));
  const kept: Output[] = [
    ...(before === undefined ? outputs : outputs.slice(0, -1)),
    { output_type: "stream", name, text: merged },
  ];
  return text.length <= room ? kept : moreCut(kept, { characters: text.length - room, outputs: 0 });
}

type Bundled = Extract<Output, { output_type: "display_data" | "execute_result" }>;

function withOutput(outputs: readonly Output[], output: Bundled): Output[] {
  const last = outputs.at(-1);
  const room = limits.characters - sizeOf(outputs);
  const size = bundleSize(output.data);
  if ((last && cutOf(last)) || outputs.length >= limits.outputs)
    return moreCut(outputs, { characters: size, outputs: 1 });
  if (size <= room) return [...outputs, output];
  const text = head((output.data as MimeBundle)["text/plain"] ?? "", room);
  return moreCut([...outputs, { ...output, data: { "text/plain": text } }], {
    characters: size - text.length,
    outputs: 0,
  });
}

function moreCut(outputs: readonly Output[], more: Cut): Output[] {
  const last = outputs.at(-1);
  const before = last && cutOf(last);
  const cut: Cut = {
    characters: (before?.characters ?? 0) + more.characters,
    outputs: (before?.outputs ?? 0) + more.outputs,
  };
  // the sentence is for readers that know nothing of our metadata
  const text = `[${cut.characters} more characters were not kept]`;
  return [
    ...(before ? outputs.slice(0, -1) : outputs),
    { output_type: "display_data", data: { "text/plain": text }, metadata: { sporebook: { cut } } },
  ];
}

function sizeOf(outputs: readonly Output[]): number {
  return outputs.reduce((sum, output) => {
    if (output.output_type === "stream") return sum + output.text.length;
    return output.output_type === "error" ? sum : sum + bundleSize(output.data);
  }, 0);
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
  const end = Math.max(0, length);
  const splitsPair = end > 0 && /[\uD800-\uDBFF]/.test(text[end - 1]!);
  return text.slice(0, splitsPair ? end - 1 : end);
}
