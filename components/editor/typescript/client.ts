import { type Remote, wrap } from "comlink";
import type { CellText } from "./pages";
import type { CallHint, Description, Hint, Mistake, Suggestion, TypeService } from "./service";

/** Where the build puts the worker. */
const worker = `${process.env.BASE_PATH ?? ""}/${process.env.TYPES_WORKER}`;

/** The type service in a worker of its own. Every answer is about the cells as they are when it is asked for. */
export type TypeClient = {
  mistakes(id: string): Promise<Mistake[]>;
  suggestions(id: string, offset: number): Promise<Suggestion[]>;
  describe(id: string, offset: number, name: string): Promise<Description | null>;
  hint(id: string, offset: number): Promise<Hint | null>;
  callHint(id: string, offset: number): Promise<CallHint | null>;
  close(): void;
};

/**
 * Starts the worker, which tells mistakes in that language. `readCells` gives all TypeScript cells from top to bottom; the same array while nothing has changed.
 * Where it cannot be loaded, `onFailure` hears of it, and every answer is that nothing is known.
 */
export function openTypeClient(
  language: "zh" | "en",
  readCells: () => readonly CellText[],
  onFailure: () => void,
): TypeClient {
  const types = new Worker(worker, { name: "types" });
  const failed = new Promise<null>((resolve) => {
    types.addEventListener("error", () => {
      resolve(null);
      onFailure();
    });
  });
  const service: Remote<TypeService> = wrap<TypeService>(types);
  void service.speak(language);
  let told: readonly CellText[] | undefined;

  /** Messages keep their order, so a question finds the cells that were sent before it. */
  const current = () => {
    const cells = readCells();
    if (cells !== told) void service.setCells((told = cells));
    return service;
  };
  const orNothing = <T>(answer: Promise<T>): Promise<T | null> => Promise.race([answer, failed]);
  return {
    mistakes: async (id) => (await orNothing(current().mistakes(id))) ?? [],
    suggestions: async (id, offset) => (await orNothing(current().suggestions(id, offset))) ?? [],
    describe: (id, offset, name) => orNothing(current().describe(id, offset, name)),
    hint: (id, offset) => orNothing(current().hint(id, offset)),
    callHint: (id, offset) => orNothing(current().callHint(id, offset)),
    close: () => types.terminate(),
  };
}
