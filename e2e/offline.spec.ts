import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, expect, type Page, test } from "@playwright/test";
import { findChromium } from "../scripts/chromium.mjs";
import { writeServiceWorker } from "../scripts/offline.mjs";
import { listen, staticServer } from "../scripts/serve.mjs";
import { cellOf, openButton, pythonReady, runBelow, runCode } from "./page";

/*
 * Visits without a network, and a new version. A server of the test's own, which it can shut, and a browser that
 * remembers, which it can close.
 */
const base = process.env.BASE_PATH ?? "";
const folder = mkdtempSync(join(tmpdir(), "sporebook-offline-"));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));
test.describe.configure({ timeout: 180_000 });

type Site = { url: string; requests: string[]; show(built: string): void; shut(): Promise<void> };

/** A site whose folder can be changed under way, and that can be shut. */
async function openSite(built: string): Promise<Site> {
  const requests: string[] = [];
  let shown = staticServer(built, { base });
  const server: Server = staticServer(built, { base });
  server.removeAllListeners("request");
  server.on("request", (request, response) => {
    requests.push(request.url ?? "");
    shown.emit("request", request, response);
  });
  const port = await listen(server, 0);
  return {
    url: `http://localhost:${port}${base}/`,
    requests,
    show: (next) => {
      shown = staticServer(next, { base });
    },
    shut: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

const openBrowser = (profile: string): Promise<BrowserContext> =>
  chromium.launchPersistentContext(join(folder, profile), {
    executablePath: findChromium(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
    serviceWorkers: "allow",
    locale: "en",
    viewport: { width: 1200, height: 900 },
  });

const isKept = (page: Page) =>
  expect(page.locator("[data-offline=kept]")).toHaveText(/Works offline/, { timeout: 60_000 });

test("the second visit works wholly without a network: a browser just started, Python, TypeScript, the editor, a chart", async () => {
  const site = await openSite("out");
  const first = await openBrowser("reader");
  const before = await first.newPage();
  await before.goto(`${site.url}network-parameters/`);
  await isKept(before);
  await first.close();
  await site.shut();
  const asked = site.requests.length;

  const second = await openBrowser("reader");
  const page = await second.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.goto(`${site.url}network-parameters/`);
  await pythonReady(page);
  await cellOf(page, "clone-print").focus();
  const python = await runBelow(page, "import numpy as np\nprint(np.arange(6).reshape(2, 3).sum())");
  await expect(python.locator("[data-output] pre")).toHaveText("15");
  const figure = { data: [{ y: [3, 1, 2] }], layout: {} };
  const chart = `from IPython.display import display\ndisplay({"application/vnd.plotly.v1+json": ${JSON.stringify(figure)}}, raw=True)`;
  const drawn = await runBelow(page, chart);
  await expect(drawn.locator("[data-drawn]")).toBeVisible({ timeout: 60_000 });

  await page.goto(`${site.url}engine-in-typescript/`);
  await pythonReady(page);
  const cell = cellOf(page, "names-code");
  await cell.focus();
  await runCode(page, cell, "const offline: number = 6 * 7;\noffline");
  await expect(cell.locator("[data-output] pre")).toHaveText("42");

  for (const place of ["", "names/", "notebook/#nobody", "nowhere/"]) {
    await page.goto(`${site.url}${place}`);
    await expect(page.locator("h1, main").first()).toBeVisible();
  }
  await page.goto(site.url);
  await page
    .getByRole("link", { name: /MindSpore and NumPy/ })
    .first()
    .click();
  await expect(page).toHaveURL(/names\/$/);
  await expect(page.getByText("initializer", { exact: true }).first()).toBeAttached();
  expect(errors).toEqual([]);
  expect(site.requests.length).toBe(asked);
  await second.close();
});

/** A second build, which differs from the first in a part of the kernel. */
async function nextBuild(): Promise<{ built: string; version: string }> {
  const built = join(folder, "next");
  cpSync("out", built, { recursive: true });
  writeFileSync(join(built, "kernel/surface.json"), `${readFileSync(join(built, "kernel/surface.json"), "utf8")}\n`);
  return { built, version: (await writeServiceWorker(built)).version };
}

test("a new version waits for the reader's word, then comes whole, in every tab", async () => {
  const site = await openSite("out");
  const browser = await openBrowser("updates");
  const page = await browser.newPage();
  const prompt = (on: Page) => on.locator("[data-bar=new-version]");
  const version = (on: Page) => on.locator("meta[name=sporebook-build]").getAttribute("content");
  await page.goto(`${site.url}network-parameters/`);
  await isKept(page);
  const old = await version(page);
  await expect(prompt(page)).toHaveCount(0);

  const next = await nextBuild();
  site.show(next.built);
  await page.reload(); // on which the browser looks for a new service worker
  await expect(prompt(page)).toBeVisible({ timeout: 60_000 });
  const other = await browser.newPage();
  await other.goto(`${site.url}engine-in-typescript/`);
  expect(await version(other)).toBe(old);
  await expect(prompt(other)).toBeVisible();
  // the old one goes on whole, with parts that it had not asked for before
  const surface = () => fetch("../kernel/surface.json").then((answer) => answer.text());
  expect(await other.evaluate(surface)).toBe(readFileSync("out/kernel/surface.json", "utf8"));

  await cellOf(page, "clone-print").focus();
  await runBelow(page, "kept = 'typed before'\nkept");
  await prompt(page)
    .getByRole("button", { name: /^Load the new version$/ })
    .click();
  await expect(page.locator(`meta[content="${next.version}"]`)).toBeAttached({ timeout: 60_000 });
  await expect(page.locator("[data-cell]", { hasText: "typed before" })).toHaveCount(1);
  await expect(prompt(page)).toHaveCount(0);
  expect(await page.evaluate(surface)).toBe(readFileSync(join(next.built, "kernel/surface.json"), "utf8"));

  // the other tab is still the old one, says so, and goes over when asked
  expect(await version(other)).toBe(old);
  await prompt(other)
    .getByRole("button", { name: /^Load the new version$/ })
    .click();
  await expect(other.locator(`meta[content="${next.version}"]`)).toBeAttached({ timeout: 60_000 });
  await browser.close();
  await site.shut();
});

test("a site that is exchanged halfway gives no mixture: what is not of the build is not served", async () => {
  const { built } = await nextBuild();
  const half = join(folder, "half");
  cpSync("out", half, { recursive: true });
  cpSync(join(built, "index.html"), join(half, "index.html")); // the old service worker's list, a page of the new build
  const site = await openSite(half);
  const browser = await openBrowser("half");
  const page = await browser.newPage();
  await page.goto(`${site.url}network-parameters/`);
  await pythonReady(page);
  const standing = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    const made = registration?.installing ?? registration?.waiting ?? registration?.active;
    while (made && made.state === "installing") await new Promise((again) => setTimeout(again, 100));
    return made?.state;
  });
  expect([undefined, "redundant"]).toContain(standing);
  await expect(page.locator("[data-offline]")).toHaveText("");
  await browser.close();
  await site.shut();
});

test("where a service worker is refused, all else works and nothing is said", async ({ page }) => {
  await page.addInitScript(() => {
    const refuse = () => Promise.reject(new DOMException("refused", "SecurityError"));
    if ("ServiceWorkerContainer" in self) ServiceWorkerContainer.prototype.register = refuse;
  });
  const errors: string[] = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.goto("./network-parameters/");
  await pythonReady(page);
  await expect(page.locator("[data-offline]")).toHaveText("");
  await expect(openButton(page)).toBeAttached();
  expect(errors).toEqual([]);
});
