import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));
/** What was made last time: `{ step: { key, files: [{ path }] } }`. */
export const memory = join(root, ".build/assets.json");

/** First digits of the SHA-256 of all parts; names files, so that a changed one has another name. */
export function hashOf(...parts) {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\0");
  return hash.digest("hex").slice(0, 12);
}

/** Writes whole files only: somebody may be reading the old one. */
export function writeWhole(path, content) {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.new`;
  writeFileSync(draft, content);
  renameSync(draft, path);
}

/**
 * Gives `step(name, key, make)`: the files that `make` wrote, as it returned them (`{ path, … }[]`, paths under public/),
 * made again only when the key is another one than last time or a file is gone. `finish` remembers, and removes what no
 * step has made.
 */
export function stepMaker() {
  const known = existsSync(memory) ? JSON.parse(readFileSync(memory, "utf8")) : {};
  const now = {};
  async function step(name, key, make) {
    const before = known[name];
    const isFresh = before?.key === key && before.files.every(({ path }) => existsSync(join(root, "public", path)));
    if (!isFresh) step.made.push(name);
    now[name] = { key, files: isFresh ? before.files : await make() };
    return now[name].files;
  }
  step.made = [];
  step.finish = () => {
    writeWhole(memory, JSON.stringify(now));
    const kept = new Set(Object.values(now).flatMap(({ files }) => files.map(({ path }) => path)));
    for (const folder of ["runtime", "kernel", "types"]) {
      for (const name of readdirSync(join(root, "public", folder))) {
        if (!kept.has(`${folder}/${name}`) && isOld(join(root, "public", folder, name))) {
          rmSync(join(root, "public", folder, name), { recursive: true, force: true });
        }
      }
    }
  };
  return step;
}

/** Old enough that no run beside this one is writing it. */
const isOld = (path) => existsSync(path) && Date.now() - statSync(path).mtimeMs > 60_000;

/** All files under a folder, by their path in it. */
export function filesUnder(folder, keep = () => true) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && keep(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** A file's path under public/ with its content's hash in it: "kernel/worker.0123456789ab.js". */
export function hashedName(folder, name, content, ending) {
  return `${folder}/${name}.${hashOf(content)}${ending}`;
}
