// npm run bench: the times of the start in a browser, next to Pyodide's own, of opening large notebooks, of saving, then the cases
// of every *.bench.ts. `npm run bench -- start`, `-- files`, `-- saving` or `-- engine` measures one of them; rounds: ROUNDS, default 7.
import { measureEngine } from "./bench/engine.mjs";
import { measureFiles } from "./bench/files.mjs";
import { measureSaving } from "./bench/saving.mjs";
import { measureStart } from "./bench/start.mjs";

const measures = { start: measureStart, files: measureFiles, saving: measureSaving, engine: measureEngine };
const wanted = process.argv[2];
for (const [name, measure] of Object.entries(measures))
  if (!wanted || wanted === name) await measure(Number(process.env.ROUNDS ?? 7));
