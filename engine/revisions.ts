import type { NDArray } from "./ndarray";

/*
 * Where a host hears that a parameter's values are replaced, so that it can keep the old ones. Without one, replacing them
 * costs a call of an empty function.
 */

/** What replaced the values. */
export type RevisedBy = "set_data" | "init_data" | "ParameterUpdate" | "set_dtype" | "assign" | "item" | "update";

export type RevisionListener = (parameter: object, before: NDArray, after: NDArray, by: RevisedBy) => void;

let listener: RevisionListener = () => {};

/** Set what `revised` calls. Returns what was set before. */
export function onRevision(callback: RevisionListener): RevisionListener {
  const before = listener;
  listener = callback;
  return before;
}

/** To be called by a parameter when its values are others from now on. */
export const revised: RevisionListener = (...change) => listener(...change);
