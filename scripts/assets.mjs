// Makes what the pages load beside Next's own files: public/runtime (Python), public/kernel (broker, sandbox, worker, and
// what the editor says about the packages) and public/types (the worker that knows the types of TypeScript cells).
// Each step is skipped when nothing it depends on has changed.
import { fetcherPage } from "./assets/fetcher.mjs";
import { kernelPages } from "./assets/kernel.mjs";
import { runtimeFiles } from "./assets/runtime.mjs";
import { stepMaker } from "./assets/steps.mjs";
import { surfaceFile } from "./assets/surface.mjs";
import { typesWorker } from "./assets/types.mjs";

const startedAt = performance.now();
const step = stepMaker();
try {
  await kernelPages(step, await runtimeFiles(step));
  await fetcherPage(step);
  await surfaceFile(step);
  await typesWorker(step);
} catch (error) {
  console.error(`assets: ${error.message}`); // of a Python package that cannot be imported this is its traceback
  process.exit(1);
}
step.finish();
console.log(
  `assets: ${step.made.length ? step.made.join(", ") : "unchanged"} (${Math.round(performance.now() - startedAt)} ms)`,
);
