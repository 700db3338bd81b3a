import type { CellFunction } from "./session";

const { Blob, URL } = globalThis;
const [addressOf, revoke] = [URL.createObjectURL.bind(URL), URL.revokeObjectURL.bind(URL)];

/** Loads a compiled cell as a module from bytes: no `eval`, which the sandbox's policy forbids. */
export async function loadFromBlob(js: string): Promise<{ run: CellFunction; address: string }> {
  const address = addressOf(new Blob([js], { type: "text/javascript" }));
  try {
    const module = (await import(address)) as { default: CellFunction };
    return { run: module.default, address };
  } finally {
    revoke(address);
  }
}
