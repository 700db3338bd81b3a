// Makes what the pages load beside Next's own files: public/runtime (Python) and public/kernel (broker, sandbox, worker).
// Each step is skipped when nothing it depends on has changed.
import { kernelPages } from "./assets/kernel.mjs";
import { runtimeFiles } from "./assets/runtime.mjs";
import { stepMaker } from "./assets/steps.mjs";

const startedAt = performance.now();
const step = stepMaker();
const files = await runtimeFiles(step);
await kernelPages(step, files);
step.finish();
console.log(
  `assets: ${step.made.length ? step.made.join(", ") : "unchanged"} (${Math.round(performance.now() - startedAt)} ms)`,
);
