import { StorageError, type StorageProblem } from "./database";

/**
 * How safe the notebook is. `untouched`: it is as it was published, there is nothing to keep. `quota`: no room;
 * `outputs`: the text is kept, for the outputs there is no room. `conflict`: another tab has written, and there was no
 * room to keep what this one has.
 */
export type Saving =
  | { phase: "untouched" | "saving" | "saved" }
  | { phase: "unsaved"; reason: StorageProblem | "quota" | "outputs" | "conflict" };

/** There is no room. */
export const isQuota = (error: unknown) => error instanceof Error && error.name === "QuotaExceededError";

/** What an error of the storage means for the reader. */
export function unsaved(error: unknown): Saving {
  if (isQuota(error)) return { phase: "unsaved", reason: "quota" };
  return { phase: "unsaved", reason: error instanceof StorageError ? error.problem : "broken" };
}
