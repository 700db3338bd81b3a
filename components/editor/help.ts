import type { Completion, Inspection } from "../../workers/protocol";

/** What an editor may ask about the notebook around its cell. */
export type EditorHelp = {
  /** The code of the cells above it in the same language, in order. */
  above(): readonly string[];
  /** What the live variables know; nothing while no cell can run. */
  complete(code: string, offset: number): Promise<readonly Completion[]>;
  inspect(code: string, offset: number): Promise<Inspection | null>;
};

/** What an editor of a text that stands alone may ask. */
export const noHelp: EditorHelp = {
  above: () => [],
  complete: async () => [],
  inspect: async () => null,
};
