import { loadPyodide } from "pyodide";
import { openFace } from "../../workers/face";
import { type Packages, placePackages } from "../../workers/python/packages";

/** What the editor knows of the packages before any Python has started, as JSON; `describer` is describe.py. */
export async function makeSurface(packages: Packages, describer: string): Promise<string> {
  const python = await loadPyodide();
  placePackages(python, packages);
  python.pyimport("_engine").bind(openFace());
  python.runPython(describer);
  return python.globals.get("describe")() as string;
}
