import type { PyodideAPI } from "pyodide";

/** Python source files by their path under public/python. */
export type Packages = { [path: string]: string };

const place = "/lib/packages";

/**
 * Puts our packages where Python imports them from. A memory snapshot holds them imported already, but not their files,
 * which tracebacks and `inspect` read.
 */
export function placePackages({ FS, runPython }: PyodideAPI, packages: Packages): void {
  for (const [path, source] of Object.entries(packages)) {
    const target = `${place}/${path}`;
    FS.mkdirTree(target.slice(0, target.lastIndexOf("/")));
    FS.writeFile(target, source);
  }
  runPython(`
import importlib, sys
sys.path[:] = dict.fromkeys(["${place}", *sys.path])  # a snapshot has been here before
importlib.invalidate_caches()
`);
}

/** The modules that the files make, to be imported: "numpy/random/__init__.py" is numpy.random. */
export function moduleNames(packages: Packages): string[] {
  return Object.keys(packages).map((path) =>
    path
      .replace(/\.py$/, "")
      .replace(/\/__init__$/, "")
      .replaceAll("/", "."),
  );
}
