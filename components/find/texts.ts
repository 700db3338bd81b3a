import type { Output } from "../notebook/nbformat";
import type { NotebookState } from "../notebook/store";
import type { Searched } from "./search";

/** The longest output that is looked into, in characters. */
const longestOutput = 1_000_000;

/** Everything there is to look into, in the order of the page. */
export function textsOf({ order, cells, runs, find }: NotebookState): Searched[] {
  return order.flatMap((cell) => {
    const source: Searched = { cell, place: "source", text: cells[cell]!.source };
    const outputs = find.inOutputs ? (runs[cell]?.outputs ?? []) : [];
    if (outputs.length === 0) return [source];
    const text = outputs.map(textOf).join("\n").slice(0, longestOutput);
    return [source, { cell, place: "output" as const, text }];
  });
}

function textOf(output: Output): string {
  if (output.output_type === "stream") return output.text;
  if (output.output_type === "error") return [`${output.ename}: ${output.evalue}`, ...output.traceback].join("\n");
  const plain = output.data["text/plain"];
  return typeof plain === "string" ? plain : "";
}
