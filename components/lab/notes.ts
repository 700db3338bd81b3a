import type { Choice, Reference } from "../../workers/lab/protocol";

type Note = "lab314" | "labMisspelt" | "labCutNothing" | "labDependent";

/** What would surprise about a choice in these releases. */
export function notesOf({ name, args }: Choice, reference: Reference): readonly Note[] {
  if (name === "Normal" && reference === "1.6") return ["lab314"];
  if (name === "VarianceScaling" && args.includes("truncated_normal")) return ["labMisspelt"];
  if (name === "TruncatedNormal" && reference === "2.x") return ["labCutNothing"];
  return name === "Orthogonal" ? ["labDependent"] : [];
}
