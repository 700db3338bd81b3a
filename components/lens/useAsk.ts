import { use, useMemo } from "react";
import type { OneForm } from "../../workers/protocol";
import { useNotebookStore } from "../notebook/store";
import { type Ask, refuse } from "./ask";
import { knownOf } from "./known";
import { LensPlace } from "./place";

/** Who answers about these numbers: first what is in the output itself, then the kernel that made it. */
export function useAsk(form: OneForm): { ask: Ask; handle: string | null } {
  const store = useNotebookStore();
  const isLive = use(LensPlace)?.isLive ?? false;
  const handle = isLive ? (form.handle ?? null) : null;
  const ask = useMemo<Ask>(() => {
    const known = knownOf(form);
    return async (request) => {
      const isOwn = request.kind !== "compare" && request.kind !== "revisions" && request.kind !== "release";
      const answer = isOwn ? known(request) : undefined;
      if (answer !== undefined) return { kind: "answer", answer };
      return handle === null ? refuse("gone") : store.getState().askNumbers(request);
    };
  }, [form, handle, store]);
  return { ask, handle };
}
