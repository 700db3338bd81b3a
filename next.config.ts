import { existsSync, readFileSync } from "node:fs";
import type { NextConfig } from "next";
import { memory } from "./scripts/assets/steps.mjs";

// where the site lives on its host, e.g. "/docs/app"; empty for the root
const basePath = process.env.BASE_PATH ?? "";

const config: NextConfig = {
  output: "export",
  images: { unoptimized: true },
  reactStrictMode: true,
  basePath,
  env: { BASE_PATH: basePath, TYPES_WORKER: typesWorker() },
  trailingSlash: true,
};

export default config;

/** Where `npm run assets` has put the worker that knows types; its name tells its content. */
function typesWorker(): string {
  const made = existsSync(memory) ? JSON.parse(readFileSync(memory, "utf8")) : {};
  return made.types?.files[0]?.path ?? "";
}
