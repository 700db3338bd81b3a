import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { hashOf, root, writeWhole } from "./steps.mjs";

/** One of our TypeScript files and all it imports as one browser script, as text. */
export async function script(entry, options = {}) {
  const { outputFiles } = await build({
    entryPoints: [join(root, entry)],
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    platform: "browser",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    resolveExtensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
    ...options,
  });
  return outputFiles[0].text;
}

/** The same for Node, npm packages left outside; gives the URL to import it from. */
export async function bundle(entry) {
  const text = await script(entry, {
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    minify: false,
  });
  const path = join(root, ".build", `${hashOf(text)}.mjs`);
  writeWhole(path, text);
  return pathToFileURL(path).href;
}
