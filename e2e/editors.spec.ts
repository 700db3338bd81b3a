// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is what is edited here
import { expect, type Locator, type Page, test } from "@playwright/test";
import { cellAt, cellOf, fileOf, openButton, openPage } from "./page";

const longest = `x = "${"很长的一行 long ".repeat(40)}"  # end`;
const texts = {
  python: `import numpy as np\n\n\tdef 函数(x: int = 1):  # 注释：全角标点，「」\n        return f"{x!r} ＡＢ", 'é\u0301' + "日本語 한국어"\n${longest}\nlast_line`,
  typescript: "const 变量: number = 1; // 注释\nconst t = `a ${变量} b`;\n\nclass A extends B {\n  c = /x+/g;\n}",
  markdown: `# 标题 Heading\n\n- **粗体 strong** and *斜体 emphasis* with \`code\` and $x^2$ ${"一段很长的文字，wraps at the edge of the column, ".repeat(8)}\n\n> quoted\n\n${"nospaces".repeat(40)}\nlast_line`,
};
const words = {
  python: ["import", "def", "函数", "全角标点", "return", "日本語", "한국어", "long", "end", "last_line"],
  typescript: ["const", "变量", "注释", "class", "extends", "/x+/g"],
  markdown: ["标题", "Heading", "粗体", "emphasis", "code", "x^2", "edge", "quoted", "last_line"],
};

function notebook(cells: object[]): string {
  const whole = cells.map((cell, index) => ({
    metadata: {},
    id: `c${index}`,
    outputs: [],
    execution_count: null,
    ...cell,
  }));
  return JSON.stringify({ cells: whole, metadata: {}, nbformat: 4, nbformat_minor: 5 });
}

async function openCells(page: Page, cells: object[]): Promise<void> {
  await openButton(page)
    .first()
    .setInputFiles(fileOf("cells.ipynb", notebook(cells)));
  await expect(page.locator("[data-cell]")).toHaveCount(cells.length);
}

/** Where the first letter of each word stands under `root`, in the window. */
function places(root: Locator, wanted: string[]): Promise<Record<string, [number, number, number]>> {
  return root.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const found: Record<string, [number, number, number]> = {};
    while (walker.nextNode()) {
      const node = walker.currentNode;
      for (const word of wanted) {
        const at = node.textContent!.replaceAll("\u00a0", " ").indexOf(word);
        if (at < 0 || found[word]) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const box = range.getBoundingClientRect();
        found[word] = [box.left, box.top + box.height / 2, box.width];
      }
    }
    return found;
  }, wanted);
}

for (const width of [1280, 700])
  test(`text stands where it stood when an editor takes it over, ${width} pixels wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await openPage(page);
    await openCells(page, [
      { cell_type: "code", source: texts.python },
      { cell_type: "code", source: texts.typescript, metadata: { vscode: { languageId: "typescript" } } },
      { cell_type: "raw", source: texts.markdown },
    ]);
    for (const [index, language] of (["python", "typescript", "markdown"] as const).entries()) {
      const cell = cellAt(page, index);
      await cell.scrollIntoViewIfNeeded();
      const before = await places(cell.locator("pre").first(), words[language]);
      expect(Object.keys(before), language).toHaveLength(words[language].length);
      const box = await cell.boundingBox();
      const kinds = await coloursOf(cell.locator("pre").first());
      await cell.locator("textarea").first().focus();
      await expect(cell.locator("[data-ready='true'] .view-line").first()).toBeVisible();
      const scrolled = (await cell.boundingBox())!.y - box!.y;
      const after = await places(cell.locator(".view-lines"), words[language]);
      for (const word of words[language].filter((word) => word in after)) {
        const [x, y, w] = before[word]!;
        expect.soft(Math.abs(after[word]![0] - x), `${language} ${word}: left`).toBeLessThanOrEqual(0.5);
        expect.soft(Math.abs(after[word]![1] - scrolled - y), `${language} ${word}: line`).toBeLessThanOrEqual(0.5);
        expect.soft(Math.abs(after[word]![2] - w), `${language} ${word}: width`).toBeLessThanOrEqual(0.5);
      }
      expect(Object.keys(after).length, language).toBeGreaterThanOrEqual(words[language].length - 1); // one may be far right
      expect.soft(Math.abs((await cell.boundingBox())!.height - box!.height), language).toBeLessThan(1);
      await expect(async () => expect(await coloursOf(cell.locator(".view-lines"))).toEqual(kinds)).toPass();
    }
  });

/** The colours and slants of the coloured text's first lines, in order, without those of spaces. */
function coloursOf(root: Locator): Promise<string[]> {
  return root.evaluate((element) => {
    const seen: string[] = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (walker.nextNode() && seen.length < 9) {
      const text = walker.currentNode.textContent!.replaceAll("\u00a0", " ").trim();
      if (text === "" || text.length > 60) continue;
      const { color, fontStyle, fontWeight } = getComputedStyle(walker.currentNode.parentElement!);
      const look = `${color} ${fontStyle} ${fontWeight}`;
      if (seen.at(-1) !== look) seen.push(look);
    }
    return seen;
  });
}

test("a dozen editors live at most, and those that were lived in last go on where they stood", async ({ page }) => {
  await openPage(page);
  await openCells(
    page,
    Array.from({ length: 20 }, (_, index) => ({ cell_type: "code", source: `a = ${index}\nb = ${index}` })),
  );
  const editors = page.locator(".monaco-editor[role=code]");
  for (let index = 0; index < 20; index++) {
    await cellOf(page, `c${index}`).locator("textarea").first().focus();
    await expect(cellOf(page, `c${index}`).locator("[data-ready='true']")).toBeVisible();
    if (index === 0) await page.keyboard.type("typed");
    expect(await editors.count()).toBeLessThanOrEqual(12);
  }
  await expect(editors).toHaveCount(8);
  const first = cellOf(page, "c0");
  await expect(first.locator("pre")).toContainText("typeda = 0");
  await first.locator("textarea").first().focus();
  await expect(first.locator("[data-ready='true']")).toBeVisible();
  await page.keyboard.press("ControlOrMeta+z"); // the steps of an editor that was given back are kept
  await expect(first.locator(".view-lines")).not.toContainText("typed");
});

test("an editor takes the place of the text field and its focus in one step, between which no key can fall", async ({
  page,
}) => {
  await openPage(page);
  await openCells(page, [
    { cell_type: "code", source: "a = 1" },
    { cell_type: "markdown", source: "text" },
  ]);
  await page.evaluate(() => {
    const focused: string[] = [];
    Object.assign(window, { focused });
    new MutationObserver((changes) => {
      const added = changes.flatMap(({ addedNodes }) => [...addedNodes]);
      if (added.some((node) => node instanceof Element && node.matches(".monaco-editor")))
        focused.push(document.activeElement!.closest(".monaco-editor") ? "editor" : document.activeElement!.tagName);
    }).observe(document.body, { childList: true, subtree: true });
  });
  for (const id of ["c0", "c1"]) {
    await cellOf(page, id).focus();
    await page.keyboard.press("Enter");
    await page.keyboard.type("first ");
    await expect(cellOf(page, id).locator(".view-lines")).toContainText("first");
  }
  expect(await page.evaluate(() => (window as unknown as { focused: string[] }).focused)).toEqual(["editor", "editor"]);
});
