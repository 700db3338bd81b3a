import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { libFileMap } from "monaco-editor/languages/features/typescript/lib/lib.js";
import { filesUnder, root } from "./steps.mjs";

const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");

/** Where the sources say what cells see: a file for each module that they may import, and those for what is there without. */
const folder = "workers/typescript/types";
const modules = ["mindspore", "numpy"];
const globals = ["globals", "platform", "plot"];

/**
 * Everything that the types of a cell are made of, as the text of files by path: declarations of the engine and of what
 * cells import, written by the compiler from the sources themselves, under /types, and the language's own under /lib.
 *
 * @throws {Error} with the compiler's words if the sources cannot be declared
 */
export function readDeclarations() {
  return { ...ownDeclarations(), ...languageDeclarations("lib.es2023.d.ts") };
}

/** Texts that the declarations are made from; other texts make other declarations. */
export function declarationSources() {
  const isSource = (path) => /\.ts$/.test(path) && !/\.(test|bench)\.ts$/.test(path);
  return ["engine", "workers/typescript"].flatMap((folder) =>
    filesUnder(join(root, folder), isSource).flatMap((path) => [path, readFileSync(join(root, folder, path), "utf8")]),
  );
}

function ownDeclarations() {
  const out = mkdtempSync(join(tmpdir(), "declarations-"));
  try {
    const sources = [...modules, ...globals].map((name) => `${folder}/${name}.ts`);
    const options =
      "--ignoreConfig --declaration --emitDeclarationOnly --stripInternal --strict --skipLibCheck --pretty false";
    const target = "--target es2023 --lib es2023,webworker --module esnext --moduleResolution bundler";
    const args = [...options.split(" "), ...target.split(" "), "--rootDir", root, "--outDir", out];
    const { status, stdout } = spawnSync(process.execPath, [tsc, ...args, ...sources], {
      cwd: root,
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(`the declarations for cells cannot be written:\n${stdout}`);
    const files = {};
    for (const path of filesUnder(out)) files[`/types/${path}`] = forReaders(readFileSync(join(out, path), "utf8"));
    for (const name of modules) files[`/types/${name}.d.ts`] = `export * from "./${folder}/${name}";\n`;
    for (const name of globals) {
      const path = `/types/${folder}/${name}.d.ts`;
      files[path] = asGlobals(files[path]);
    }
    files["/types/globals.d.ts"] = globals.map((name) => `import "./${folder}/${name}";\n`).join("");
    return files;
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** What a module declares, as declarations that are there without an import. */
function asGlobals(text) {
  const isImport = (line) => /^import /.test(line);
  const lines = text.split("\n").filter((line) => line !== "export {};");
  const body = lines.filter((line) => !isImport(line)).map((line) => line.replace(/^export declare |^export /, ""));
  return [...lines.filter(isImport), "declare global {", ...body, "}", "export {};", ""].join("\n");
}

/** A file of the language's own declarations and all that it refers to. */
function languageDeclarations(first) {
  const files = {};
  const add = (name) => {
    if (files[`/lib/${name}`] !== undefined) return;
    const text = libFileMap[name];
    files[`/lib/${name}`] = text.slice(text.indexOf("*/") + 2); // without the licence, which stands in each
    for (const [, lib] of text.matchAll(/<reference lib="([^"]+)"/g)) add(`lib.${lib}.d.ts`);
  };
  add(first);
  return files;
}

/** Docstrings name chapters of a specification that readers of a notebook do not have. */
const forReaders = (text) => text.replace(/,? ?\bspec §[\d.]+/g, "");
