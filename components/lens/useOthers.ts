import { useMemo } from "react";
import type { OneForm } from "../../workers/protocol";
import { useNotebook } from "../notebook/store";
import { partsOf, rawForm } from "./bundles";

export type Other = { handle: string; name: string };

/** The other arrays of this shape whose numbers the kernel has, as the notebook's outputs show them. */
export function useOthers({ shape, dtype }: OneForm, handle: string | null): Other[] {
  const runs = useNotebook((state) => (handle === null ? null : state.runs));
  const session = useNotebook((state) => state.session);
  const wanted = shape.join();
  return useMemo(() => {
    const found = new Map<string, Other>();
    for (const run of Object.values(runs ?? {})) {
      if (run.session !== session) continue;
      for (const output of run.outputs)
        for (const part of partsOf(rawForm(output) ?? {})) {
          const { handle: other, shape: itsShape } = part;
          if (typeof other !== "string" || other === handle || String(itsShape) !== wanted || part.dtype !== dtype)
            continue;
          const name = typeof part.name === "string" && part.name ? part.name : String(part.kind ?? "tensor");
          found.set(other, {
            handle: other,
            name: `${name}${run.executionCount === null ? "" : ` [${run.executionCount}]`}`,
          });
        }
    }
    return [...found.values()].slice(0, 50);
  }, [runs, session, handle, wanted, dtype]);
}
