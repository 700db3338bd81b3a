import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { bundle } from "./bundle.mjs";
import { filesUnder, hashedName, hashOf, root, writeWhole } from "./steps.mjs";

const pyodide = dirname(createRequire(import.meta.url).resolve("pyodide/package.json"));
const copied = ["pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip"];

/** What Pyodide wants to read of its lock file; no package of it is shipped. */
export const lockInfo = JSON.parse(readFileSync(join(pyodide, "pyodide-lock.json"), "utf8")).info;

/** Our Python packages: source text by path. */
export function readPackages() {
  const folder = join(root, "public/python");
  return Object.fromEntries(
    filesUnder(folder, (name) => name.endsWith(".py")).map((path) => [path, readFileSync(join(folder, path), "utf8")]),
  );
}

/** Everything Python starts from, compressed, in public/runtime: `{ name, path, bytes }` of each. */
export async function runtimeFiles(step) {
  const version = readFileSync(join(pyodide, "package.json"), "utf8");
  const packages = JSON.stringify(readPackages());
  const maker = readFileSync(join(root, "scripts/assets/snapshot.ts"), "utf8");
  const placing = readFileSync(join(root, "workers/python/packages.ts"), "utf8");
  const unchanging = await step("runtime", hashOf(version), () =>
    Promise.all(copied.map((name) => compress(name, readFileSync(join(pyodide, name))))),
  );
  const ours = await step("packages", hashOf(packages), async () => [await compress("packages.json", packages)]);
  const snapshot = await step("snapshot", hashOf(version, packages, maker, placing, process.version), async () => {
    const { makeSnapshot } = await import(await bundle("scripts/assets/snapshot.ts"));
    return [await compress("snapshot.bin", await makeSnapshot(JSON.parse(packages)))];
  });
  return [...unchanging, ...ours, ...snapshot];
}

/** The ending is one that no server takes for a reason to decompress by itself. */
async function compress(name, content) {
  const packed = await promisify(gzip)(content, { level: 9 });
  const path = hashedName("runtime", name, packed, ".bin");
  if (!existsSync(join(root, "public", path))) writeWhole(join(root, "public", path), packed);
  return { name, path, bytes: packed.length };
}
