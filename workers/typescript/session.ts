import type { Host, Language } from "../kernel";

/** A fresh TypeScript session. */
export function openTypescript({ outputs }: Host): Language {
  return {
    async run() {
      outputs.fail("NotImplementedError", "TypeScript cells do not run yet.", []);
      return false;
    },
    interrupt() {},
    complete: () => [],
    inspect: () => null,
    variables: () => [],
  };
}
