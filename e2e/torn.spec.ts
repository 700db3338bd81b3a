import { readdirSync, rmSync, statSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { launch, makeNotebook, makeProfile } from "./ownBrowser";

/*
 * Chromium removes all databases of a site when the log that they lie in cannot be read (components/library/copy.ts).
 * The notebook comes back from the copy.
 */

const databases = (folder: string) => join(folder, "Default/IndexedDB");

test("a storage whose log was torn, written on and then removed by the browser comes back", async ({ baseURL }) => {
  test.setTimeout(300_000);
  const home = new URL("./", baseURL).href;
  const kept = await livesOf(home, tear);
  expect(kept.text).toBe("first second");
  expect(kept.isKnown).toBe(true);
  const without = await livesOf(home, tear, "no copy");
  console.log(`torn: without the copy this Chromium ${without.isKnown ? "keeps" : "loses"} the notebook`);
});

test("a storage that is gone comes back", async ({ baseURL }) => {
  test.setTimeout(300_000);
  const home = new URL("./", baseURL).href;
  const remove = (folder: string) => rmSync(databases(folder), { recursive: true });
  expect(await livesOf(home, remove)).toEqual({ text: "first second", isKnown: true });
  expect(await livesOf(home, remove, "no copy")).toEqual({ text: "", isKnown: false });
});

/** Cuts the end off the log. */
function tear(folder: string): void {
  const [site] = readdirSync(databases(folder)).filter((name) => name.endsWith(".leveldb"));
  const log = readdirSync(join(databases(folder), site!)).filter((name) => name.endsWith(".log"));
  const path = join(databases(folder), site!, log.sort().at(-1)!);
  truncateSync(path, statSync(path).size - 20);
}

/**
 * Three lives of a browser: in the first a notebook is made, in the first and in the second one word is written; after
 * the first `harm` is done. What the third finds.
 */
async function livesOf(
  home: string,
  harm: (folder: string) => void,
  without?: "no copy",
): Promise<{ text: string; isKnown: boolean }> {
  const profile = makeProfile();
  let address = "";
  try {
    for (const life of ["first ", "second", "last"]) {
      const chrome = await launch(profile.folder);
      try {
        const page = await chrome.page();
        await page.route("**/kernel/**", (route) => route.abort());
        if (without) await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, "storageBuckets"));
        if (address === "") address = await makeNotebook(page, home);
        else await page.goto(address);
        const cells = page.locator("[data-cell]");
        await expect(cells.first().or(page.locator("main h1")).first()).toBeVisible();
        const isKnown = await cells
          .nth(1)
          .waitFor({ timeout: 15_000 })
          .then(
            () => true,
            () => false,
          );
        if (life === "last" || !isKnown) return { text: isKnown ? await textOf(page) : "", isKnown };
        await page.locator("[data-cell] textarea").first().focus();
        await page.keyboard.press("Control+End");
        await page.keyboard.insertText(life);
        await expect(page.getByTestId("save-state")).toHaveAttribute("data-phase", "saved");
        // what the copy is told after a write comes through before the next write's turn
        if (!without) await page.evaluate(() => navigator.locks.request("sporebook copy", () => {}));
      } finally {
        await chrome.kill();
      }
      if (life === "first ") harm(profile.folder);
    }
  } finally {
    profile.remove();
  }
  throw new Error("no third life");
}

const textOf = (page: Page) => page.locator("[data-cell] textarea").first().inputValue();
