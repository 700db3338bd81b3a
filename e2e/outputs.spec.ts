import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { fileOf, openButton, openEmpty, openPage, runBelow, runCode } from "./page";

const png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

const figure = {
  data: [
    { type: "scatter", mode: "lines", y: [2.3, 1.4, 0.9, 0.6, 0.5], name: "loss" },
    { type: "scatter", mode: "markers", y: [2.5, 1.7, 1.1, 0.9, 0.8], name: "validation" },
  ],
  layout: { title: { text: "Training" }, xaxis: { title: { text: "epoch" } }, height: 320 },
};

/** Opens a notebook whose one cell has these outputs. */
async function openOutputs(page: Page, ...outputs: object[]) {
  const cell = { cell_type: "code", id: "shown", metadata: {}, source: "", execution_count: 1, outputs };
  const notebook = { cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 5 };
  await openButton(page).setInputFiles(fileOf("outputs.ipynb", JSON.stringify(notebook)));
  const shown = page.locator('[data-cell="shown"]');
  await expect(shown).toBeVisible();
  return shown;
}
/** The frame of an HTML output; drawings have frames of their own. */
const htmlFrame = (output: Locator) => output.locator("iframe:not([srcdoc*='data:image/svg'])").first();

/** The text of an element in the HTML's frame; or clicks it. The driver looks in from outside, which the page cannot. */
async function inFrame(output: Locator, selector: string, clicks = false) {
  const element = htmlFrame(output).contentFrame().locator(selector);
  if (clicks) await element.click({ force: true, noWaitAfter: true });
  return element.first().textContent();
}
const display = (data: object, metadata: object = {}) => ({ output_type: "display_data", data, metadata });

test("every kind of output is drawn, each by its own renderer", async ({ page }) => {
  const { errors } = await openPage(page);
  const cell = await openOutputs(
    page,
    {
      output_type: "stream",
      name: "stdout",
      text: "plain \u001b[1;31mred\u001b[0m \u001b[48;5;22m\u001b[97mgreen\u001b[0m\n 10%\r100%\n",
    },
    display({ "image/png": png, "text/plain": "a dot" }, { "image/png": { width: 40, height: 20, alt: "a dot" } }),
    display({
      "image/svg+xml":
        '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="30"><rect width="60" height="30" rx="6" fill="teal"/></svg>',
      "text/plain": "",
    }),
    display({
      "text/html":
        "<style>th{color:teal}</style><table><thead><tr><th></th><th>loss</th></tr></thead><tr><th>0</th><td>2.30</td></tr><tr><th>1</th><td>1.41</td></tr></table>",
      "text/plain": "",
    }),
    display({ "text/markdown": "**bold** and $x^2$\n\n- one\n- two", "text/plain": "" }),
    display({ "text/latex": "$\\displaystyle \\int_0^1 x^2\\,dx = \\frac13$", "text/plain": "" }),
    display({
      "application/json": { name: "spore", sizes: [1, 2, 3], nested: { deep: [true, null] } },
      "text/plain": "",
    }),
    display({ "application/vnd.plotly.v1+json": figure, "text/plain": "" }),
    display({
      "application/vnd.sporebook.progress+json": {
        done: 370,
        total: 1000,
        label: "reading",
        elapsedMs: 4200,
        state: "running",
      },
      "text/plain": "",
    }),
    display({ "application/vnd.jupyter.widget-view+json": { model_id: "x" }, "text/plain": "IntSlider(value=7)" }),
    display({ "application/x-unknown": "?" }),
  );
  const output = cell.locator("[data-output]");
  await expect(output.locator("pre").first()).toHaveText("plain red green\n100%");
  await expect(output.getByAltText("a dot")).toHaveAttribute("width", "40");
  await expect.poll(() => inFrame(output, "td")).toBe("2.30");
  await expect(output.locator("strong")).toHaveText("bold");
  await expect(output.locator(".katex-display, .katex").first()).toBeVisible();
  await expect(output.getByRole("treeitem").filter({ hasText: "name" })).toContainText('"spore"');
  await expect(
    output.getByRole("img", { name: /^Chart: Training \(epoch\)\. Line “loss” with 5 values from 0\.5 to 2\.3/ }),
  ).toBeVisible();
  await expect(output.locator(".main-svg").first()).toBeVisible();
  await expect(output.getByRole("progressbar", { name: "reading" })).toHaveAttribute("aria-valuenow", "37");
  await expect(output).toContainText("IntSlider(value=7)");
  await expect(output).toContainText("application/x-unknown");
  const frame = await htmlFrame(output).boundingBox();
  expect(frame!.height).toBeGreaterThan(70);
  expect(frame!.height).toBeLessThan(140);
  if (process.env.SHOTS) {
    for (const theme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme: theme });
      await page.waitForTimeout(300);
      await page.screenshot({ path: `/tmp/outputs-kinds-${theme}.png`, fullPage: true });
    }
    await page.setViewportSize({ width: 390, height: 800 });
    await page.waitForTimeout(500);
    await page.screenshot({ path: "/tmp/outputs-kinds-390.png", fullPage: true });
  }
  // the test's driver wants to run a script in the frame too; that is refused, and told in the console
  expect(errors.filter((error) => !error.startsWith("Blocked script execution in 'about:srcdoc'"))).toEqual([]);
});

test("hostile outputs run nothing, reach nobody and change nothing of the page", async ({ page }) => {
  let requests = 0;
  const canary = createServer((_, response) => {
    requests++;
    response.end();
  });
  await new Promise<void>((done) => canary.listen(0, "127.0.0.1", done));
  const evil = `http://127.0.0.1:${(canary.address() as AddressInfo).port}`;
  await openPage(page);
  const script = "parent.document.title='owned';document.title='owned'";
  const html = `<script>${script}</script><img src="${evil}/a.png" onerror="${script}"><link rel="stylesheet" href="${evil}/b.css">
    <style>@import "${evil}/c.css"; body{background:url(${evil}/d.png)} @font-face{font-family:x;src:url(${evil}/e.woff)} p{font-family:x}</style>
    <meta http-equiv="refresh" content="0;url=${evil}/f"><base href="${evil}/"><iframe src="${evil}/g"></iframe>
    <form action="${evil}/h"><button id="send">send</button></form><a id="away" href="${evil}/i" target="_top">away</a>
    <a id="script" href="javascript:${script}">js</a><svg onload="${script}"><use href="${evil}/j.svg#x"/></svg>
    <object data="${evil}/k"></object><embed src="${evil}/l"><video src="${evil}/m" autoplay></video><p>text</p>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20" onload="${script}"><script>${script}</script><image href="${evil}/n.png"/><foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="${evil}/o"/></foreignObject></svg>`;
  const cell = await openOutputs(
    page,
    display({ "text/html": html, "text/plain": "" }),
    display({ "image/svg+xml": svg, "text/plain": "" }),
    display({ "image/png": `x" onerror="${script}`, "text/plain": "no png" }),
    display({
      "text/markdown": `<script>${script}</script> <img src=x onerror="${script}"> ![p](${evil}/p.png) [l](javascript:alert(1))`,
      "text/plain": "",
    }),
    display({
      "text/latex": `$\\href{javascript:alert(1)}{x} \\includegraphics{${evil}/q.png} \\htmlId{a}{b}$ <img src=x onerror="${script}">`,
      "text/plain": "",
    }),
    display({
      "application/vnd.plotly.v1+json": {
        data: [{ y: [1, 2], name: `<a href="javascript:${script}">n</a>` }],
        layout: { images: [{ source: `${evil}/r.png`, x: 0, y: 1 }], title: `<a href="${evil}/s">t</a>` },
      },
      "text/plain": "",
    }),
    display({
      "application/vnd.plotly.v1+json": { data: [{ type: "image", source: `${evil}/t.png` }] },
      "text/plain": "as text",
    }),
    display({ "application/javascript": script, "text/plain": "as text too" }),
    {
      output_type: "error",
      ename: "<img src=x onerror=alert(1)>",
      evalue: "\u001b]8;;javascript:alert(1)\u0007link",
      traceback: [],
    },
  );
  const output = cell.locator("[data-output]");
  await expect.poll(() => inFrame(output, "p")).toBe("text");
  await expect(output.locator(".main-svg").first()).toBeVisible();
  await expect(output).toContainText("Plotly's image charts are not drawn here.");
  for (const selector of ["#away", "#script", "#send"]) await inFrame(output, selector, true);
  await page.waitForTimeout(500);
  expect(await page.title()).not.toBe("owned");
  expect(page.url()).not.toContain(evil);
  await expect(output.locator("a[href^='javascript'], a[href^='http:'], img[src^='http']")).toHaveCount(0);
  expect(requests).toBe(0);
  for (const frame of await output.locator("iframe").all()) await expect(frame).toHaveAttribute("sandbox", "");
  canary.close();
});

test("a tree of a million numbers is walked with the keys, and few rows are drawn", async ({ page }) => {
  await openPage(page);
  const cell = await openOutputs(
    page,
    display({ "application/json": { many: Array.from({ length: 100_000 }, (_, index) => index) }, "text/plain": "" }),
  );
  const tree = cell.getByRole("tree");
  await tree.focus();
  for (const key of ["ArrowDown", "ArrowRight", "ArrowDown", "ArrowDown", "ArrowRight", "ArrowDown"])
    await page.keyboard.press(key);
  await expect(tree.locator("[aria-selected=true]")).toHaveText("10001000");
  await page.keyboard.press("End");
  await expect(tree.locator("[aria-selected=true]")).toBeInViewport();
  expect(await tree.getByRole("treeitem").count()).toBeLessThan(60);
});

test("progress moves while a loop runs, and says when it was stopped", async ({ page }) => {
  await openPage(page);
  const cell = await openEmpty(page);
  await runCode(
    page,
    cell,
    "import time\nfor a in progress(range(100), label='outer'):\n    for b in progress(range(3)):\n        time.sleep(0.05)",
    "running",
  );
  const bar = cell.getByRole("progressbar", { name: "outer" });
  await expect.poll(async () => Number(await bar.getAttribute("aria-valuenow"))).toBeGreaterThan(2);
  await expect(cell.getByRole("progressbar")).toHaveCount(2);
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(cell.locator("[data-state=running]")).toHaveCount(0);
  await expect(cell.locator("[data-state=stopped]").first()).toContainText("outer");
  const display = await runBelow(page, "h = display('one', display_id=True)\nh.update('two')\nprint('after')");
  await expect(display.locator("[data-output] pre")).toHaveText(["'two'", "after"]);
});
