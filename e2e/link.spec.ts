import AxeBuilder from "@axe-core/playwright";
import { type Browser, expect, type Page, test } from "@playwright/test";
import corpus from "../components/link/corpus/links.json" with { type: "json" };
import { cellOf, expectOutcome, openPage, pythonReady, write } from "./page";

const linkNamed = (name: string) => corpus.find((row) => row.name === name)!.link;
const edit = linkNamed("p1 of an edit");
const kinds = linkNamed("n1 with every kind of cell and output");

const bar = (page: Page) => page.locator("[data-bar=linked]");
const open = (page: Page, fragment: string, query = "") => page.goto(`./notebook/${query}#${fragment}`);

/** All that this browser keeps of ours: names of databases, notebooks in them, locks held. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const databases = (await indexedDB.databases()).map(({ name }) => name);
    const { held = [] } = await navigator.locks.query();
    return { databases, locks: held.map(({ name }) => name), storage: Object.keys(localStorage) };
  });

/** What axe finds serious on the page, or in a part of it. */
async function faults(page: Page, scope = "html"): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).include(scope).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  return serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
}

async function newReader(browser: Browser): Promise<Page> {
  return (await browser.newContext({ locale: "en-US" })).newPage();
}

test("a link is shared, opens elsewhere as a copy that nothing ran of, runs, and can be kept", async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  await openPage(page);
  await pythonReady(page);
  await write(page, cellOf(page, "parameter-kinds"), "print(6 * 7)");
  await page.keyboard.press("Control+Enter");
  await expectOutcome(cellOf(page, "parameter-kinds"), "ok");
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const dialog = page.getByRole("dialog");
  const field = dialog.getByRole("textbox", { name: "Link" });
  await expect(field).toHaveValue(/\/notebook\/#p1[\w-]+$/);
  const link = await field.inputValue();
  expect(link.length).toBeLessThan(300);
  await expect(dialog.locator("[data-channel=discord]")).toHaveAttribute("data-fits", "true");
  await expect(dialog.getByRole("img", { name: "The link as a QR code" })).toBeVisible();
  expect(await faults(page, "dialog")).toEqual([]);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await dialog.getByRole("button", { name: "Copy the link" }).click();
  await expect(dialog.getByText("Copied.")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await expect(field).toHaveValue(link); // sharing twice gives the same link

  const reader = await newReader(browser);
  const errors: string[] = [];
  reader.on("pageerror", (error) => errors.push(String(error)));
  await reader.goto(link);
  await expect(bar(reader)).toContainText("An edit of “Network parameters” came by a link: 1 cell changed.");
  await expect(bar(reader)).toContainText("nothing of it was run here");
  const cell = cellOf(reader, "parameter-kinds");
  await expect(cell.locator("[data-output]")).toHaveText("42");
  await expect(cell.getByTestId("run-status")).toHaveText("author's");
  await expect(reader.getByTestId("kernel")).toHaveCount(0);
  await expect(reader.locator("iframe")).toHaveCount(0);
  expect(await kept(reader)).toEqual({ databases: [], locks: [], storage: [] });

  await cell.focus();
  await reader.keyboard.press("b");
  await expect(reader.getByText("can only be read and run. A copy can be changed.")).toBeVisible();
  await expect(reader.locator("[data-cell]")).toHaveCount(33);

  await cell.focus();
  await reader.keyboard.press("Control+Enter");
  await expectOutcome(cell, "ok");
  await expect(cell.locator("[data-output]")).toHaveText("42");
  await expect(cell.getByTestId("run-status")).not.toHaveText("author's");
  expect(await kept(reader)).toEqual({ databases: [], locks: [], storage: [] });

  await bar(reader).getByRole("button", { name: "Save a copy" }).click();
  await expect(reader).toHaveURL(/\/notebook\/#[0-9a-f]{16}$/);
  await expect(bar(reader)).toHaveCount(0);
  await expect(cell).toContainText("print(6 * 7)");
  await write(reader, cell, "print(7 * 7)");
  await expect(reader.getByTestId("save-state")).toHaveAttribute("data-phase", "saved");
  await reader.reload();
  await expect(cell).toContainText("print(7 * 7)");
  await reader.getByRole("button", { name: "Share", exact: true }).click(); // and shared back it is an edit again
  await expect(reader.getByRole("dialog").getByRole("textbox", { name: "Link" })).toHaveValue(/#p1[\w-]{20,200}$/);
  expect(errors).toEqual([]);
  await reader.context().close();
});

test.describe("in Chinese", () => {
  test.use({ locale: "zh-CN" });
  test("every kind of output opens from a link", async ({ page }) => {
    await open(page, kinds);
    await expect(bar(page)).toContainText("这个笔记本来自一个链接。");
    await expect(page.getByTestId("file-name")).toHaveText("每种.ipynb");
    await expect(page.locator("[data-cell]")).toHaveCount(4);
    const code = page.locator("[data-cell][data-type=code]").first();
    for (const text of ["甲", "warning", "ZeroDivisionError"]) await expect(code).toContainText(text);
    await expect(page.getByTestId("collapsed")).toContainText("有 1 个单元的内容被折叠。");
    await page.getByRole("button", { name: "全部展开" }).click();
    await expect(code).toContainText("print('甲')");
    await expect(page.getByTestId("collapsed")).toHaveCount(0);
  });
});

test("a link opens as chat programs leave it, also when it is pasted", async ({ page }) => {
  for (const mangled of [
    encodeURIComponent(edit),
    edit.replace(/[-_]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`),
    `${edit.slice(0, 30)}%E2%80%8B${edit.slice(30)}`,
    `${edit}.`,
    `${edit})%C2%BB`,
  ]) {
    await page.goto("about:blank");
    await open(page, mangled);
    await expect(bar(page)).toContainText("1 cell changed");
  }
  await page.goto("./");
  const field = page.getByRole("textbox", { name: "Paste a link, or the address of a notebook file" });
  await field.fill("there is nothing here");
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "there is none in this address" })).toBeVisible();
  await field.fill(
    `Look at this: <https://other.example/x/notebook/?a=1&amp;b=2#${edit.slice(0, 40)}\u200b${edit.slice(40)}>!`,
  );
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(bar(page)).toContainText("1 cell changed");
});

test("a broken or hostile link is refused in a sentence, on a page that works, and changes nothing", async ({
  page,
}) => {
  const rows: [string, string][] = [
    [kinds.slice(0, 90), "The link breaks off before its end"],
    [kinds.replace(/.{4}(?=.{30}$)/, "AAAA"), "The link was changed on its way"],
    [`n9${kinds.slice(2)}`, "made by a newer Sporebook"],
    ["p1abcd0000000eAAAAAAAA", "in its edition 0000000, which this site does not have"],
    [`n1AAAA${"A".repeat(70_000)}`, "A link holds at most 64 KiB"],
  ];
  for (const [link, words] of rows) {
    await page.goto("about:blank");
    await open(page, link);
    await expect(page.getByRole("heading", { name: "The link does not open." })).toBeVisible();
    await expect(page.locator("main p[role=alert]")).toContainText(words);
  }
  expect(await kept(page)).toEqual({ databases: [], locks: [], storage: [] });
  expect(await faults(page)).toEqual([]);
  await page.getByRole("textbox").fill(edit);
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(bar(page)).toBeVisible();
  await open(page, "n1");
  await page.goto("about:blank");
  await open(page, rows[0]![0]);
  await page.getByRole("link", { name: "To the home page" }).click();
  await expect(page.getByRole("heading", { name: "Your notebooks" })).toBeVisible();
});

test("characters that are not what they seem are marked, in still code and in the editor", async ({ page }) => {
  const { forged } = await import("../components/link/links.testing");
  const source = 'if level != "user\u202e \u2066# admin\u2069 \u2066":\n    pаssword = "x\u200by"';
  await open(page, forged(JSON.stringify({ c: [{ k: 1, s: "text" }, { s: source }] }), "n1"));
  await expect(page.getByTestId("odd-cells")).toContainText("The code of 1 cell holds characters");
  const cell = page.locator("[data-cell][data-type=code]");
  await expect(cell.locator("[data-odd=bidi]")).toHaveCount(4);
  await expect(cell.locator("[data-odd=lookalike]")).toHaveText("а");
  await expect(cell.locator("[data-odd=unseen]")).toHaveAttribute("data-code", "U+200B");
  await expect(cell.getByTestId("odd-note")).toContainText("Line 2: U+0430 looks like “a” and is another letter.");
  expect(await faults(page, "#notebook")).toEqual([]);
  await page.getByRole("button", { name: "Go to the first" }).click();
  await page.keyboard.press("Enter");
  await expect(cell.locator(".monaco-editor .odd").first()).toBeVisible();
  await expect(cell.locator(".monaco-editor")).toContainText("U+202E");
  await page.keyboard.type("changed");
  await expect(cell.locator(".monaco-editor")).not.toContainText("changed");
});

test("a reading view shows no code, and a frame in another page only the notebook", async ({ page }) => {
  await open(page, edit, "?read");
  await expect(bar(page)).toContainText("The code of 2 cells is not shown.");
  await expect(cellOf(page, "parameter-kinds").locator("[data-output]")).toBeVisible();
  await expect(page.locator("[data-still]").first()).toBeHidden();
  await page.getByRole("button", { name: "Show code" }).click();
  await expect(page.locator("[data-still]").first()).toBeVisible();

  await page.goto("./names/");
  await page.evaluate((link) => {
    const frame = document.createElement("iframe");
    frame.src = `../notebook/#${link}`; // in a frame it is embedded whatever it asks for
    document.body.prepend(frame);
  }, kinds);
  const frame = page.frameLocator("iframe");
  await expect(frame.locator("[data-cell]")).toHaveCount(4);
  await expect(frame.getByRole("link", { name: "Open in Sporebook" })).toHaveAttribute("href", /notebook\/#n1/);
  await expect(frame.getByRole("button", { name: "Save a copy" })).toHaveCount(0);
  await expect(frame.locator("[data-bar]")).toHaveCount(0);
});

test("a notebook at an address elsewhere is asked about, fetched, and opened as a copy", async ({ page }) => {
  const notebook = { nbformat: 4, nbformat_minor: 5, metadata: {}, cells: [] as object[] };
  notebook.cells.push({ cell_type: "code", id: "x", metadata: {}, source: "6*7", outputs: [], execution_count: null });
  const asked: { url: string; cookie?: string; referer?: string }[] = [];
  await page.route("https://*.example/**", (route) => {
    const { cookie, referer } = route.request().headers();
    asked.push({ url: route.request().url(), cookie, referer });
    const { hostname, pathname } = new URL(route.request().url());
    if (pathname.endsWith("missing.ipynb")) return route.fulfill({ status: 404, body: "no" });
    if (pathname.endsWith("page.ipynb")) return route.fulfill({ body: "<!doctype html>" });
    const headers = { "access-control-allow-origin": hostname.startsWith("closed") ? "https://other.example" : "*" };
    return route.fulfill({ headers, body: JSON.stringify(notebook) });
  });
  const fetchIt = page.getByRole("button", { name: "Fetch and open" });

  await open(page, "open=https://files.example/some/lesson.ipynb");
  await expect(page.getByTestId("host")).toHaveText("files.example");
  expect(await faults(page)).toEqual([]);
  expect(asked).toEqual([]); // not before the reader agrees
  await fetchIt.click();
  await expect(bar(page)).toContainText("This notebook came from files.example.");
  await expect(page.getByTestId("file-name")).toHaveText("lesson.ipynb");
  await expect(page.locator("[data-cell]")).toHaveCount(1);
  expect(asked).toEqual([{ url: "https://files.example/some/lesson.ipynb", cookie: undefined, referer: undefined }]);
  expect(await kept(page)).toEqual({ databases: [], locks: [], storage: [] });

  const rows: [string, string][] = [
    ["https://closed.example/a.ipynb", "Either closed.example does not let other sites read its files"],
    ["https://files.example/missing.ipynb", "files.example answered 404"],
    ["https://files.example/page.ipynb", "the file starts with “<!doctype html>”"],
  ];
  for (const [address, words] of rows) {
    await open(page, `open=${address}`);
    await fetchIt.click();
    await expect(page.locator("main p[role=alert]")).toContainText(words);
  }
  await open(page, "open=http://files.example/a.ipynb");
  await expect(page.locator("main p[role=alert]")).toContainText("Only addresses that begin with https://");
  // the page itself may talk to nobody else
  await expect(page.evaluate(() => fetch("https://files.example/x"))).rejects.toThrow();
});
