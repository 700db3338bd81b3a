import { expect, test } from "@playwright/test";
import { cellAt, openEmpty, openPage, printed, pythonReady, runBelow, runCode } from "./page";
import { command } from "./places";

/*
 * The network switch: off until the reader names hosts, and then for these hosts alone.
 */
const fetching = (host: string) =>
  `import js\ntry:\n    answer = await js.fetch("https://${host}/x.txt")\n    print(await answer.text())\nexcept Exception:\n    print("refused")`;

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
  const cell = await openEmpty(page);
  await runCode(page, cell, fetching("a.example.org"));
  expect(await printed(cell)).toContain("refused");
  expect(asked).toEqual([]);

  await page.keyboard.press("Escape");
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
  const openUrl = await runBelow(
    page,
    `from pyodide.http import open_url\nprint(open_url("https://a.example.org/y").read())`,
  );
  expect(await printed(openUrl)).toContain("seven");
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
