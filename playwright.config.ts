import { createHash } from "node:crypto";
import { defineConfig } from "@playwright/test";
import { findChromium } from "./scripts/chromium.mjs";

process.env.CHROMIUM ??= findChromium(); // found once; the workers inherit it

/** A port of this folder's own, so that two copies of the project never test each other's pages. */
const ownPort =
  4200 +
  (createHash("sha256")
    .update(import.meta.dirname)
    .digest()
    .readUInt16LE() %
    1000);
const port = Number(process.env.PORT ?? ownPort);

/** What lets a browser run as root and keeps it from calling home. */
const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export default defineConfig({
  testDir: "e2e",
  outputDir: ".build/e2e",
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: "list",
  use: {
    baseURL: `http://localhost:${port}${process.env.BASE_PATH ?? ""}/`,
    browserName: "chromium",
    serviceWorkers: "block", // all but offline visits must work without; those have a browser of their own
    launchOptions: { executablePath: process.env.CHROMIUM, args },
    trace: "retain-on-failure",
  },
  webServer: {
    command: "node scripts/start.mjs",
    env: { PORT: String(port) },
    url: `http://localhost:${port}${process.env.BASE_PATH ?? ""}/`,
    timeout: 600_000,
    reuseExistingServer: true,
    stdout: "ignore",
  },
});
