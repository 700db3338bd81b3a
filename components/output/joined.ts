import type { Output } from "../notebook/nbformat";
import { isAlone } from "../notebook/outputs";

/** An output as it is shown, and its place among the outputs that it was found in. */
export type Joined = { output: Output; index: number };

/**
 * Outputs as they are shown: pieces of one stream that follow one another, as files have them, are one text. Shapes of
 * the file stay as they are.
 */
export function joined(outputs: readonly Output[]): Joined[] {
  const all: { first: Output; index: number; texts: string[] }[] = [];
  for (const [index, output] of outputs.entries()) {
    const last = all.at(-1);
    if (last && areOne(last.first, output)) last.texts.push(output.text);
    else all.push({ first: output, index, texts: output.output_type === "stream" ? [output.text] : [] });
  }
  return all.map(({ first, index, texts }) => ({
    output: texts.length > 1 ? ({ ...first, text: texts.join("") } as Output) : first,
    index,
  }));
}

function areOne(a: Output, b: Output): b is Extract<Output, { output_type: "stream" }> {
  const areStreams = a.output_type === "stream" && b.output_type === "stream" && a.name === b.name;
  return areStreams && !isAlone(a) && !isAlone(b);
}
