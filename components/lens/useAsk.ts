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
  const numbers = handle ?? form; // a handle means the same numbers, also when its form is completed
  const ask = useMemo<Ask>(() => {
    const known = knownOf(form);
    return async (request, signal) => {
      const isOwn = request.kind !== "compare" && request.kind !== "revisions" && request.kind !== "release";
      const answer = isOwn ? known(request) : undefined;
      const isCoarse = request.kind === "picture" && form.values === undefined && form.picture?.rule === "tiles";
      if (answer !== undefined && (handle === null || !isCoarse)) return { kind: "answer", answer };
      const asked = handle === null ? refuse("gone") : await store.getState().askNumbers(request, signal);
      const isGone = asked.kind === "refused" && asked.reason === "gone";
      return isGone && answer !== undefined ? { kind: "answer", answer } : asked;
    };
  }, [numbers, store]);
  return { ask, handle };
}
