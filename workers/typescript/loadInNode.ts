import { Script } from "node:vm";
import type { CellFunction } from "./session";

let loaded = 0;

/** Loads a compiled cell in this Node process, where errors name it by an address of its own. */
export async function loadInNode(js: string, count: number): Promise<{ run: CellFunction; address: string }> {
  const address = `cell-${count}-${++loaded}`;
  const script = new Script(`(${js.replace(/^export default /, "")})`, { filename: address });
  return { run: script.runInThisContext() as CellFunction, address };
}
