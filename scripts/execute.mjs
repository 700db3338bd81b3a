// npm run execute -- notebook.ipynb [--out out.ipynb]
import { join } from "node:path";
import { bundle } from "./assets/bundle.mjs";
import { root } from "./assets/steps.mjs";

const { executeNotebook } = await import(await bundle("scripts/executeNotebook.ts"));
const code = await executeNotebook(process.argv.slice(2), join(root, "public/python"));
process.exit(code);
