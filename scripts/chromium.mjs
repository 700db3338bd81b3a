// Finds a Chromium for the tests, or installs one. `node scripts/chromium.mjs` prints its path.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];
const applications = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:/Program Files/Google/Chrome/Application/chrome.exe",
];

/** CHROMIUM, else one on this system, else Playwright's own download, else Debian's package when we are root. */
export function findChromium() {
  const places = [fromEnvironment, onThisSystem, downloaded, afterDownload, fromDebian];
  for (const place of places) {
    const path = place();
    if (path) return path;
  }
  throw new Error("No Chromium was found and none could be installed. Set CHROMIUM to the path of one.");
}

function fromEnvironment() {
  const { CHROMIUM: path } = process.env;
  if (path && !existsSync(path)) throw new Error(`CHROMIUM is ${path}, but there is no such file.`);
  return path;
}

function onThisSystem() {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...applications].find(existsSync);
}

function downloaded() {
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : undefined;
}

function afterDownload() {
  run(process.execPath, ["node_modules/playwright/cli.js", "install", "chromium"]);
  return downloaded();
}

function fromDebian() {
  if (process.getuid?.() !== 0) return undefined;
  run("apt-get", ["update"]);
  run("apt-get", ["install", "--yes", "--no-install-recommends", "chromium"]);
  return onThisSystem();
}

/** Standard output stays free for the path. */
const run = (command, args) => spawnSync(command, args, { stdio: ["ignore", 2, 2] });

if (process.argv[1] === import.meta.filename) console.log(findChromium());
