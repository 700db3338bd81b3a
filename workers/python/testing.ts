import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { loadPyodide } from "pyodide";
import { openFace } from "./face";

const packages = fileURLToPath(new URL("../../public/python", import.meta.url));

/** A Python with our packages over a fresh engine session, for tests in Node. */
export async function startPython() {
  const python = await loadPyodide();
  for (const entry of readdirSync(packages, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith(".py")) continue;
    const path = join(entry.parentPath, entry.name);
    const target = `/lib/packages/${relative(packages, path)}`;
    python.FS.mkdirTree(dirname(target));
    python.FS.writeFile(target, readFileSync(path));
  }
  python.runPython('import sys; sys.path.insert(0, "/lib/packages")');
  python.pyimport("_engine").bind(openFace());
  return python;
}
