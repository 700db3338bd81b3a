import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page, test } from "@playwright/test";
import { takenOver } from "./page";

/** The folder in which a browser of our own keeps what a reader's browser keeps. */
export function makeProfile(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), "sporebook-profile-"));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

/** A notebook with a cell to type into and one that says what time it is. */
export async function makeNotebook(page: Page, home: string): Promise<string> {
  await page.goto(`${home}network-parameters/`);
  await takenOver(page);
  const code = (source: string, metadata = {}) => ({
    cell_type: "code",
    source,
    metadata,
    outputs: [],
    execution_count: null,
  });
  const clock = code("Date.now()", { vscode: { languageId: "typescript" } });
  const notebook = { nbformat: 4, nbformat_minor: 4, metadata: {}, cells: [code(""), clock] };
  const buffer = Buffer.from(JSON.stringify(notebook));
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles({ name: "killed.ipynb", mimeType: "application/json", buffer });
  await page.waitForURL(/\/notebook\/#\w+$/);
  return page.url();
}

/** What the clock's cell has put out; 0 if nothing. */
export const outputOf = (page: Page) =>
  page.evaluate(() =>
    Number(document.querySelectorAll("[data-cell]")[1]?.querySelector("[data-output] pre")?.textContent ?? 0),
  );

export type Chrome = { page(): Promise<Page>; kill(): Promise<void> };

/** A browser of our own on this profile, whose whole family of processes can be killed at once. */
export async function launch(profile: string): Promise<Chrome> {
  const { launchOptions } = test.info().project.use;
  const child = spawn(
    process.env.CHROMIUM!,
    [
      ...(launchOptions?.args ?? []),
      "--headless=new",
      "--remote-debugging-port=0",
      `--user-data-dir=${profile}`,
      "about:blank",
    ],
    { detached: true, stdio: ["ignore", "ignore", "pipe"] },
  );
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  let browser: Browser | undefined;
  return {
    async page() {
      browser = await chromium.connectOverCDP(await debuggerOf(child));
      const page = browser.contexts()[0]!.pages()[0]!;
      // as on a touch screen: the plain field, which needs no editor to be loaded; and nothing is kept for visits offline
      await page.addInitScript(() => {
        Reflect.deleteProperty(Navigator.prototype, "serviceWorker");
        const real = window.matchMedia.bind(window);
        window.matchMedia = (query) => real(query === "(pointer: coarse)" ? "all" : query);
      });
      return page;
    },
    async kill() {
      if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid!, "SIGKILL");
      await ended;
      await browser?.close().catch(() => {});
    },
  };
}

function debuggerOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = "";
    child.stderr!.setEncoding("utf8").on("data", (text: string) => {
      heard += text;
      const address = /ws:\/\/\S+/.exec(heard)?.[0];
      if (address) resolve(address);
    });
    child.once("exit", () => reject(new Error(`the browser ended:\n${heard}`)));
  });
}
