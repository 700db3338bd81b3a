// npm run bench: what a first visit downloads, the times of the start in a browser, next to Pyodide's own, of TypeScript cells, of opening large
// notebooks, of a page with 500 cells, of saving, of the lens of large tensors, the lengths of links, then the cases of every *.bench.ts. `npm run bench -- cells` measures one
// of them; rounds: ROUNDS, default 7.
// `npm run bench -- kernels` measures the kernels against their peers, which it installs; a word more picks cases by name,
// `-- kernels sizes` our times against the size, for the table and the plot of the README.
import { measureCells } from "./bench/cells.mjs";
import { measureEngine } from "./bench/engine.mjs";
import { measureFiles } from "./bench/files.mjs";
import { measureKernels } from "./bench/kernels.mjs";
import { measureLens } from "./bench/lens.mjs";
import { measureLensPage } from "./bench/lensPage.mjs";
import { measureLinks } from "./bench/links.mjs";
import { measureSaving } from "./bench/saving.mjs";
import { measureSizes } from "./bench/sizes.mjs";
import { measureStart } from "./bench/start.mjs";
import { measureTypescript } from "./bench/typescript.mjs";

const measures = {
  sizes: measureSizes,
  start: measureStart,
  typescript: measureTypescript,
  files: measureFiles,
  cells: measureCells,
  saving: measureSaving,
  links: measureLinks,
  lens: measureLens,
  lensPage: measureLensPage,
  engine: measureEngine,
};
const wanted = process.argv[2];
if (wanted === "kernels") await measureKernels(Number(process.env.ROUNDS ?? 9), process.argv[3]);
for (const [name, measure] of Object.entries(measures))
  if (!wanted || wanted === name || (wanted === "lens" && name === "lensPage"))
    await measure(Number(process.env.ROUNDS ?? 7));
