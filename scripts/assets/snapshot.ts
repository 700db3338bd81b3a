import { loadPyodide } from "pyodide";
import { moduleNames, type Packages, placePackages } from "../../workers/python/packages";

/** Modules of the standard library that notebooks use: in the snapshot they cost nothing to import. */
const library =
  "abc array ast asyncio base64 bisect calendar collections collections.abc contextlib copy csv dataclasses datetime decimal " +
  "enum fractions functools heapq inspect io itertools json linecache math operator os pathlib pprint random re statistics " +
  "string struct sys textwrap time timeit traceback types typing unittest.mock uuid warnings weakref";

/**
 * Python's memory after its start, with the packages and the library imported: a browser goes on from here.
 * It fits exactly one build of Pyodide. No JavaScript value may live in it, so the engine is bound later.
 */
export async function makeSnapshot(packages: Packages): Promise<Uint8Array> {
  const python = await loadPyodide({ _makeSnapshot: true });
  placePackages(python, packages);
  const modules = [...library.split(" "), ...moduleNames(packages)];
  python.runPython(`import importlib, gc
for name in ${JSON.stringify(modules)}:
    importlib.import_module(name)
del name
gc.collect()`);
  return python.makeMemorySnapshot();
}
