import { compileCell } from "../../workers/typescript/compile";

/** A cell's code as the kernel runs it. */
export const compiled = (code: string): string => compileCell(code, new Map(), (name) => name in globalThis).js;

/** What it needs while it runs, with nobody who stops it. */
export const kit = { tick: (steps: number) => steps, pace: () => -4_000, run: () => 0, hoist() {} };
