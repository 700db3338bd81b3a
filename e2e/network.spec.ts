import { expect, type Locator, type Page, test } from "@playwright/test";
import {
  cellAt,
  cellOf,
  expectOutcome,
  fileOf,
  openButton,
  openPage,
  printed,
  pythonReady,
  runBelow,
  runCode,
} from "./page";
import { command } from "./places";

/*
 * The network switch: off until the reader names hosts, and then for these hosts alone.
 */
const fetching = (host: string) =>
  `import js\ntry:\n    answer = await js.fetch("https://${host}/x.txt")\n    print(await answer.text())\nexcept Exception:\n    print("refused")`;

/** A cell of each language; the other cells come while the test goes on. */
const codeCell = (id: string, source: string, metadata: object = {}) => ({
  id,
  cell_type: "code",
  metadata,
  source,
  outputs: [],
  execution_count: null,
});
const inTypescript = `const answer = await fetch("https://a.example.org/t");\nconsole.log(await answer.text());`;
const notebook = JSON.stringify({
  cells: [codeCell("python", ""), codeCell("typescript", inTypescript, { vscode: { languageId: "typescript" } })],
  metadata: {},
  nbformat: 4,
  nbformat_minor: 5,
});

async function runTypescript(page: Page, outcome: string): Promise<Locator> {
  const cell = cellOf(page, "typescript");
  await cell.focus();
  await page.keyboard.press("Control+Enter");
  await expectOutcome(cell, outcome);
  return cell;
}

test("cells reach nobody, then the hosts that the reader names and no others, in both languages, then nobody again", async ({
  page,
}) => {
  test.setTimeout(150_000);
  const asked: string[] = [];
  await page.route(/^https:\/\/[ab]\.example\.org\//, (route) => {
    asked.push(new URL(route.request().url()).host);
    return route.fulfill({ body: "seven", headers: { "access-control-allow-origin": "*" } });
  });
  await openPage(page);
  await openButton(page).setInputFiles(fileOf("network.ipynb", notebook));
  await expect(page).toHaveURL(/\/notebook\/#\w+$/);
  await expect(page.locator("[data-cell]")).toHaveCount(2);
  const cell = cellAt(page, 0);
  await runCode(page, cell, fetching("a.example.org"));
  expect(await printed(cell)).toContain("refused");
  await page.keyboard.press("Escape");
  await expect(await runTypescript(page, "error")).toContainText("Cells reach only the hosts that are named");
  expect(asked).toEqual([]);

  await page.getByRole("button", { name: "Network of the cells: off" }).click();
  const panel = page.locator("[data-panel=network]");
  const hosts = panel.getByRole("textbox");
  await expect(hosts).toBeFocused();
  await hosts.fill("*.example.org");
  await panel.getByRole("button", { name: "Restart with these hosts" }).click();
  await expect(panel.getByRole("alert")).toHaveText(
    "Expected names of hosts like data.example.org, got *.example.org.",
  );
  await hosts.fill("https://a.example.org/x.txt");
  await panel.getByRole("button", { name: "Restart with these hosts" }).click();
  await expect(panel).toHaveCount(0);
  await expect(page.locator("[data-bar=network]")).toContainText("Cells may reach: a.example.org");
  await pythonReady(page);
  await cellAt(page, 0).focus();
  await page.keyboard.press("Control+Enter");
  await expect(cellAt(page, 0).locator("[data-output] pre")).toContainText("seven");
  expect(await printed(await runTypescript(page, "ok"))).toContain("seven");
  await cellAt(page, 0).focus();
  const openUrl = await runBelow(
    page,
    `from pyodide.http import open_url\nprint(open_url("https://a.example.org/y").read())`,
  );
  expect(await printed(openUrl)).toContain("seven");
  const urllib = await runBelow(
    page,
    `import urllib.request\nwith urllib.request.urlopen("https://a.example.org/z") as answer: print(answer.status, answer.read())`,
  );
  expect(await printed(urllib)).toContain("200 b'seven'");
  const pyfetch = await runBelow(
    page,
    `from pyodide.http import pyfetch\nprint(await (await pyfetch("https://a.example.org/z")).string())`,
  );
  expect(await printed(pyfetch)).toContain("seven");
  const refused = await runBelow(page, `urllib.request.urlopen("https://b.example.org/z")`, "error");
  await expect(refused).toContainText("b.example.org could not be reached. Cells reach only the hosts that are named");
  await expect(refused).toContainText("and of those only what lets other sites read it");
  const other = await runBelow(page, fetching("b.example.org"));
  expect(await printed(other)).toContain("refused");
  const site = await runBelow(
    page,
    `import js\ntry:\n    await js.fetch("${new URL(page.url()).origin}/icon.svg")\n    print("reached")\nexcept Exception:\n    print("refused")`,
  );
  expect(await printed(site)).toContain("refused");
  expect(new Set(asked)).toEqual(new Set(["a.example.org"]));

  await command(page, "network");
  await page.locator("[data-panel=network]").getByRole("button", { name: "Restart without network" }).click();
  await expect(page.locator("[data-bar=network]")).toHaveCount(0);
  await pythonReady(page);
  const before = asked.length;
  await cellAt(page, 0).focus();
  await page.keyboard.press("Control+Enter");
  await expect(cellAt(page, 0).locator("[data-output] pre")).toContainText("refused");
  expect(asked.length).toBe(before);

  // another notebook begins without
  await command(page, "network");
  await page.locator("[data-panel=network]").getByRole("textbox").fill("a.example.org");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-bar=network]")).toBeVisible();
  await page.goto("./engine-in-typescript/");
  await expect(page.getByRole("button", { name: "Network of the cells: off" })).toBeVisible();
});
