// npm run bench: the times of the start in a browser, next to Pyodide's own, then the cases of every *.bench.ts.
// `npm run bench -- start` or `-- engine` measures one of the two; rounds of the start: ROUNDS, default 7.
import { measureEngine } from "./bench/engine.mjs";
import { measureStart } from "./bench/start.mjs";

const wanted = process.argv[2];
if (wanted !== "engine") await measureStart(Number(process.env.ROUNDS ?? 7));
if (wanted !== "start") await measureEngine();
