import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const notInCode = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm;
const imported = /(?:\bfrom\s+|\bimport\s*\(?\s*)["']([^"']+)["']/g;

/** What each folder may import of the others, beside itself; all but the engine may import packages too. */
const mayImport: { [folder: string]: RegExp } = {
  engine: /^engine(\/|$)/,
  workers: /^(workers|engine)(\/|$)/,
  components: /^components\/|^workers\/(protocol|connect|screen|lab\/protocol|lab\/connect|offline\/messages|hosts)$/,
  app: /^(app|components)\/|^workers\/(protocol|connect|early)$/,
};

/** Every import of a folder's own files, tests and what only they use apart: `file → what it names`, paths from the root. */
function importsOf(folder: string): { file: string; target: string; isPackage: boolean }[] {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
  const own = files.filter(
    (file) => /\.tsx?$/.test(file) && !/\.(test|bench)\.tsx?$|^vectors\/|testing\.ts$/.test(file),
  );
  return own.flatMap((name) => {
    const file = join(folder, name);
    const source = readFileSync(join(root, file), "utf8").replace(notInCode, "");
    return [...source.matchAll(imported)].map(([, target = ""]) => {
      const isPackage = !target.startsWith(".");
      return { file, target: isPackage ? target : relative(root, resolve(root, dirname(file), target)), isPackage };
    });
  });
}

test.each(Object.keys(mayImport))("%s imports nothing that points the other way", (folder) => {
  const wrong = importsOf(folder).filter(
    ({ target, isPackage }) => !isPackage && !mayImport[folder]?.test(`${target}`),
  );
  expect(wrong.map(({ file, target }) => `${file} → ${target}`)).toEqual([]);
});

test("the engine imports no package, not even Node's own", () => {
  const packages = importsOf("engine").filter(({ isPackage }) => isPackage);
  expect(packages.map(({ file, target }) => `${file} → ${target}`)).toEqual([]);
});
