import { readFileSync } from "node:fs";
import { join } from "node:path";
import { bundle } from "./bundle.mjs";
import { readPackages } from "./runtime.mjs";
import { hashOf, root, writeWhole } from "./steps.mjs";

/** What the editor says about the packages' names, in public/kernel/surface.json. */
export async function surfaceFile(step) {
  const packages = JSON.stringify(readPackages());
  const describer = readFileSync(join(root, "scripts/assets/describe.py"), "utf8");
  const maker = readFileSync(join(root, "scripts/assets/surface.ts"), "utf8");
  return step("surface", hashOf(packages, describer, maker, process.version), async () => {
    const { makeSurface } = await import(await bundle("scripts/assets/surface.ts"));
    const path = "kernel/surface.json";
    writeWhole(join(root, "public", path), await makeSurface(JSON.parse(packages), describer));
    return [{ path }];
  });
}
