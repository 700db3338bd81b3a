import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { loadPyodide, type PyodideAPI } from "pyodide";
import { type Packages, placePackages } from "./packages";

/** The Python source files under a folder. */
export function readPackages(folder: string): Packages {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.name.endsWith(".py"),
  );
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(paths.map((path) => [relative(folder, path), readFileSync(path, "utf8")]));
}

/** A Python started from nothing in this Node process, with the packages of a folder but without an engine. */
export async function startInNode(folder: string): Promise<PyodideAPI> {
  const python = await loadPyodide();
  placePackages(python, readPackages(folder));
  return python;
}
