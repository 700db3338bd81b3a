import { readFileSync } from "node:fs";
import { join } from "node:path";
import { script } from "./bundle.mjs";
import { declarationSources, readDeclarations } from "./declarations.mjs";
import { filesUnder, hashedName, hashOf, root, writeWhole } from "./steps.mjs";

const folder = "components/editor/typescript";
const versions = ["monaco-editor", "typescript"].map((name) =>
  readFileSync(join(root, "node_modules", name, "package.json")),
);

/** The worker that knows the types of TypeScript cells, with Monaco's compiler and all declarations inside, in public/types. */
export async function typesWorker(step) {
  const sources = filesUnder(join(root, folder), (name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));
  const own = sources.map((path) => readFileSync(join(root, folder, path)));
  return step("types", hashOf(...versions, ...own, ...declarationSources()), async () => {
    const text = await script(`${folder}/types.worker.ts`, {
      define: { DECLARATIONS: JSON.stringify(readDeclarations()) },
    });
    const path = hashedName("types", "types", text, ".js");
    writeWhole(join(root, "public", path), text);
    return [{ path }];
  });
}
