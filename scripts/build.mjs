// npm run build: the static site in out/. `buildIfNeeded` does so only when a source has changed since the last time.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { filesUnder, hashOf, root, writeWhole } from "./assets/steps.mjs";

const sources = ["app", "components", "engine", "workers", "scripts", "public"];
const settings = ["package-lock.json", "next.config.ts", "tsconfig.json"];
const stamp = join(root, ".build/out.stamp");

/** @throws {Error} if a step fails */
export function build() {
  run("node", ["scripts/assets.mjs"]);
  run("node", ["node_modules/next/dist/bin/next", "build"]);
  run("node", ["scripts/policies.mjs"]);
  run("node", ["scripts/offline.mjs"]);
  writeWhole(stamp, sourceHash());
}

export function buildIfNeeded() {
  const isBuilt = existsSync(join(root, "out/index.html")) && existsSync(stamp);
  if (!isBuilt || readFileSync(stamp, "utf8") !== sourceHash()) build();
}

function sourceHash() {
  const isMade = (path) => /^(runtime|kernel|types)\//.test(path);
  const paths = sources.flatMap((folder) => {
    const files = filesUnder(join(root, folder)).filter((path) => !/\.test\.tsx?$/.test(path));
    return files.filter((path) => folder !== "public" || !isMade(path)).map((path) => join(folder, path));
  });
  const contents = [...paths, ...settings].flatMap((path) => [path, readFileSync(join(root, path))]);
  return hashOf(process.env.BASE_PATH ?? "", process.version, ...contents);
}

function run(command, args) {
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1" };
  const { status } = spawnSync(command, args, { cwd: root, env, stdio: "inherit" });
  if (status !== 0) throw new Error(`${args[0]} failed`);
}

if (process.argv[1] === import.meta.filename) {
  try {
    build();
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
