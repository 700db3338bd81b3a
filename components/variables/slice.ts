import type { StateCreator } from "zustand";
import type { Kernel, Variable } from "../../workers/protocol";
import type { Output } from "../notebook/nbformat";
import { outputsAfter } from "../notebook/outputs";
import type { NotebookState } from "../notebook/store";

/** A variable by what tells it apart from all others. */
export type Which = Pick<Variable, "name" | "language">;

/** A variable's value as an output. `isGone`: reading it failed, as it is not there any more. */
export type Value = { of: Which; isRunning: boolean; outputs: readonly Output[] };

export type VariablesSlice = {
  /** The names that the cells have made, as of the last time that the kernel was at rest. */
  variables: readonly Variable[];
  /** The value that the panel shows. */
  value: Value | null;
  /** Asks the kernel whenever it comes to rest while the panel is open. Returns what ends that. */
  attachVariables(kernel: Kernel): () => void;
  /** Asks the kernel now; while a cell runs, what was known stays. */
  refreshVariables(): Promise<void>;
  /** Shows the value of a variable, or with null none. */
  showValue(of: Which | null): void;
};

export const isSame = (a: Which, b: Which) => a.name === b.name && a.language === b.language;

export const createVariablesSlice: StateCreator<NotebookState, [], [], VariablesSlice> = (set, get) => {
  let kernel: Kernel | null = null;
  let turn = 0;

  const isResting = () => get().kernelStatus.phase === "ready" && get().running === null;

  async function read(of: Which): Promise<void> {
    const mine = ++turn;
    const put = (change: (value: Value) => Value) =>
      set(({ value }) => (mine === turn && value ? { value: change(value) } : {}));
    set({ value: { of, isRunning: true, outputs: [] } });
    const { name: code, language } = of;
    await kernel
      ?.run({ id: "value", code, language, silent: true }, (event) => {
        if (event.type === "result" || event.type === "display" || event.type === "error" || event.type === "stream")
          put((value) => ({ ...value, outputs: outputsAfter([...value.outputs], event, null) }));
      })
      .catch(() => {}); // the page says elsewhere that the kernel broke
    put((value) => ({ ...value, isRunning: false }));
  }

  return {
    variables: [],
    value: null,

    attachVariables: (next) => {
      kernel = next;
      const unwatch = next.watch(({ phase }) => {
        if (phase === "starting" || phase === "dead") {
          turn++;
          set({ variables: [], value: null });
        } else if (phase === "ready" && get().panels.side === "variables") {
          void get().refreshVariables();
        }
      });
      return () => {
        unwatch();
        kernel = null;
      };
    },

    refreshVariables: async () => {
      const asked = kernel;
      const variables = await asked?.variables().catch(() => undefined);
      if (!variables || asked !== kernel || !isResting()) return;
      set({ variables });
      const { value } = get();
      const isThere = value && variables.some((one) => isSame(one, value.of));
      if (value && !isThere) set({ value: null });
    },

    showValue: (of) => {
      if (of === null) {
        turn++;
        set({ value: null });
      } else if (isResting()) {
        void read(of);
      }
    },
  };
};
