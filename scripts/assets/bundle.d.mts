import type { BuildOptions } from "esbuild";

/** One of our TypeScript files and all it imports as one browser script, as text. */
export function script(entry: string, options?: BuildOptions): Promise<string>;

/** The same for Node, as a file; gives the URL to import it from. */
export function bundle(entry: string): Promise<string>;
