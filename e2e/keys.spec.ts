import { expect, type Page, test } from "@playwright/test";
import { cellAt, fileOf, openButton, openPage } from "./page";

/*
 * What each key does, written down from JupyterLab's own tables of shortcuts (notebook-extension/schema/tracker.json and
 * its neighbours) and what its documentation says of each command; not from our table.
 *
 * A notebook is written as its cells: `m`, `c` or `r` for text, code and raw, a colon, the text. `>` marks the active
 * cell, `+` others that are selected, `!` that its editor is open, `~` that its output is hidden.
 */
const start = ["m:# Top", "c:a = 1", "c:b = 2", "m:words", "m:## Sub", "c:c = 3", "r:raw"];

type Row = {
  keys: string[];
  /** The cell that is active before; 2 if it is left out. */
  at?: number;
  gives: string[];
};

/** `start` with some cells written differently; null takes one out, a list puts several in its place. */
const but = (changes: { [index: number]: string | string[] | null }): string[] =>
  start.flatMap((cell, index) => (index in changes ? (changes[index] ?? []) : cell));

const commandMode: Row[] = [
  { keys: ["Enter"], gives: but({ 2: ">!c:b = 2" }) },
  { keys: ["Escape"], gives: but({ 2: ">c:b = 2" }) },
  { keys: ["ArrowUp"], gives: but({ 1: ">c:a = 1" }) },
  { keys: ["k"], gives: but({ 1: ">c:a = 1" }) },
  { keys: ["ArrowUp"], at: 0, gives: but({ 0: ">m:# Top" }) },
  { keys: ["ArrowDown"], gives: but({ 3: ">m:words" }) },
  { keys: ["j"], gives: but({ 3: ">m:words" }) },
  { keys: ["j"], at: 6, gives: but({ 6: ">r:raw" }) },
  { keys: ["a"], gives: but({ 2: [">c:", "c:b = 2"] }) },
  { keys: ["a", "a"], gives: but({ 2: [">c:", "c:", "c:b = 2"] }) },
  { keys: ["b"], gives: but({ 2: ["c:b = 2", ">c:"] }) },
  { keys: ["x"], gives: but({ 2: null, 3: ">m:words" }) },
  { keys: ["x", "v"], gives: but({ 2: null, 3: ["m:words", ">c:b = 2"] }) },
  { keys: ["c", "v"], gives: but({ 2: ["c:b = 2", ">c:b = 2"] }) },
  { keys: ["c", "ArrowDown", "v", "v"], gives: but({ 3: ["m:words", "c:b = 2", ">c:b = 2"] }) },
  { keys: ["Shift+ArrowUp", "x"], gives: but({ 1: null, 2: null, 3: ">m:words" }) },
  { keys: ["Shift+ArrowUp", "c", "v"], gives: but({ 2: ["c:b = 2", "c:a = 1", ">c:b = 2"] }) },
  { keys: ["d", "d"], gives: but({ 2: null, 3: ">m:words" }) },
  { keys: ["d", "ArrowDown", "d"], gives: but({ 3: ">m:words" }) },
  { keys: ["Shift+ArrowDown", "d", "d"], gives: but({ 2: null, 3: null, 4: ">m:## Sub" }) },
  { keys: ["d", "d", "z"], gives: but({ 2: ">c:b = 2" }) },
  { keys: ["d", "d", "d", "d", "z", "z"], gives: but({ 2: ">c:b = 2" }) },
  { keys: ["d", "d", "z", "Shift+Z"], gives: but({ 2: null, 3: ">m:words" }) },
  { keys: ["a", "m", "z", "z"], gives: but({ 2: ">c:b = 2" }) },
  { keys: ["m"], gives: but({ 2: ">m:b = 2" }) },
  { keys: ["Shift+ArrowUp", "m"], gives: but({ 1: ">m:a = 1", 2: "+m:b = 2" }) },
  { keys: ["y"], at: 3, gives: but({ 3: ">c:words" }) },
  { keys: ["r"], gives: but({ 2: ">r:b = 2" }) },
  { keys: ["1"], gives: but({ 2: ">m:# b = 2" }) },
  { keys: ["2"], gives: but({ 2: ">m:## b = 2" }) },
  { keys: ["3"], at: 0, gives: but({ 0: ">m:### Top" }) },
  { keys: ["4"], at: 3, gives: but({ 3: ">m:#### words" }) },
  { keys: ["5"], at: 4, gives: but({ 4: ">m:##### Sub" }) },
  { keys: ["6"], at: 6, gives: but({ 6: ">m:###### raw" }) },
  { keys: ["Shift+M"], gives: but({ 2: ">c:b = 2\n\nwords", 3: null }) },
  { keys: ["Shift+ArrowUp", "Shift+M"], gives: but({ 1: ">c:a = 1\n\nb = 2", 2: null }) },
  { keys: ["Shift+M", "z"], gives: but({ 2: ">c:b = 2" }) },
  { keys: ["Control+Backspace"], gives: but({ 1: null, 2: ">c:a = 1\n\nb = 2" }) },
  { keys: ["Control+Shift+M"], gives: but({ 2: ">c:b = 2\n\nwords", 3: null }) },
  { keys: ["Control+Shift+ArrowUp"], gives: but({ 1: [">c:b = 2", "c:a = 1"], 2: null }) },
  { keys: ["Control+Shift+ArrowDown"], gives: but({ 2: null, 3: ["m:words", ">c:b = 2"] }) },
  {
    keys: ["Shift+ArrowUp", "Control+Shift+ArrowDown"],
    gives: but({ 1: null, 2: null, 3: ["m:words", ">c:a = 1", "+c:b = 2"] }),
  },
  { keys: ["Control+Shift+ArrowUp", "z"], gives: but({ 2: ">c:b = 2" }) },
  { keys: ["Shift+ArrowUp"], gives: but({ 1: ">c:a = 1", 2: "+c:b = 2" }) },
  { keys: ["Shift+K", "Shift+K"], gives: but({ 0: ">m:# Top", 1: "+c:a = 1", 2: "+c:b = 2" }) },
  { keys: ["Shift+ArrowDown"], gives: but({ 2: "+c:b = 2", 3: ">m:words" }) },
  { keys: ["Shift+J", "Shift+K"], gives: but({ 2: ">c:b = 2" }) },
  { keys: ["Shift+J", "ArrowUp"], gives: but({ 2: ">c:b = 2" }) },
  { keys: ["Shift+Home"], gives: but({ 0: ">m:# Top", 1: "+c:a = 1", 2: "+c:b = 2" }) },
  { keys: ["Shift+End"], at: 5, gives: but({ 5: "+c:c = 3", 6: ">r:raw" }) },
  { keys: ["Control+a", "d", "d"], gives: [] },
  { keys: ["o"], gives: but({ 2: ">~c:b = 2" }) },
  { keys: ["o", "o"], gives: but({ 2: ">c:b = 2" }) },
  { keys: ["ArrowLeft"], at: 4, gives: but({ 4: ">m:## Sub", 5: null, 6: null }) },
  { keys: ["ArrowLeft", "ArrowRight"], at: 4, gives: but({ 4: ">m:## Sub" }) },
  { keys: ["ArrowLeft", "j"], at: 0, gives: [">m:# Top"] },
  { keys: ["ArrowLeft"], at: 5, gives: but({ 4: ">m:## Sub" }) },
  { keys: ["ArrowRight"], gives: but({ 4: ">m:## Sub" }) },
  { keys: ["ArrowUp", "ArrowUp", "Control+Shift+ArrowLeft"], gives: [">m:# Top"] },
  {
    keys: ["ArrowUp", "ArrowUp", "Control+Shift+ArrowLeft", "Control+Shift+ArrowRight"],
    gives: but({ 0: ">m:# Top" }),
  },
  { keys: ["Shift+A"], at: 5, gives: but({ 4: [">!m:## ", "m:## Sub"] }) },
  { keys: ["Shift+B"], at: 2, gives: but({ 6: ["r:raw", ">!m:# "] }) },
  { keys: ["Control+Enter"], at: 3, gives: but({ 3: ">m:words" }) },
  { keys: ["Shift+Enter"], at: 3, gives: but({ 4: ">m:## Sub" }) },
  { keys: ["Shift+Enter"], at: 6, gives: but({ 6: ["r:raw", ">!c:"] }) },
  { keys: ["Alt+Enter"], at: 3, gives: but({ 3: ["m:words", ">!c:"] }) },
];

const editMode: Row[] = [
  { keys: ["Escape"], gives: but({ 2: ">c:b = 2" }) },
  { keys: ["Home", "a", "d", "d"], gives: but({ 2: ">!c:addb = 2" }) },
  { keys: ["Home", "ArrowRight", "Control+Shift+-"], gives: but({ 2: ["c:b", ">!c: = 2"] }) },
  { keys: ["Home", "ArrowRight", "Control+Shift+-", "Escape", "z"], gives: but({ 2: ">c:b = 2" }) },
  { keys: ["Control+Enter"], at: 3, gives: but({ 3: ">m:words" }) },
  { keys: ["Shift+Enter"], at: 3, gives: but({ 4: ">m:## Sub" }) },
  { keys: ["Alt+Enter"], at: 3, gives: but({ 3: ["m:words", ">!c:"] }) },
  { keys: ["Shift+End", "Escape", "k"], gives: but({ 1: ">c:a = 1" }) },
];

const file = JSON.stringify({
  nbformat: 4,
  nbformat_minor: 5,
  metadata: {},
  cells: start.map((cell, index) => ({
    id: `cell-${index}`,
    metadata: {},
    source: cell.slice(2),
    ...(cell[0] === "c"
      ? {
          cell_type: "code",
          execution_count: 1,
          outputs: [{ output_type: "stream", name: "stdout", text: `${index}\n` }],
        }
      : { cell_type: cell[0] === "m" ? "markdown" : "raw" }),
  })),
});

/** The notebook on the page, written as above. */
async function written(page: Page): Promise<string[]> {
  return page.locator("[data-cell]:visible").evaluateAll((cells) =>
    (cells as HTMLElement[]).map((cell) => {
      const { type, active, selected, editing } = cell.dataset;
      const lines = [...cell.querySelectorAll<HTMLElement>("[data-ready=true] .view-line")];
      const top = (line: HTMLElement) => Number.parseFloat(line.style.top);
      const monaco = lines.sort((a, b) => top(a) - top(b)).map((line) => line.textContent!.replaceAll("\u00a0", " "));
      const heading = cell.querySelector("h1, h2, h3, h4, h5, h6");
      const set = heading
        ? `${"#".repeat(Number(heading.tagName[1]))} ${heading.textContent}`
        : cell.querySelector("p")?.textContent;
      const text = cell.querySelector("[data-ready=true]")
        ? monaco.join("\n")
        : (cell.querySelector("textarea")?.value ?? set);
      const isHidden =
        type === "code" && cell.querySelector("[data-output]") === null && cell.textContent!.includes("Output hidden");
      const marks = [active ? ">" : selected ? "+" : "", editing ? "!" : "", isHidden ? "~" : ""].join("");
      return `${marks}${type![0]}:${text}`;
    }),
  );
}

/** The notebook of `file`, with one cell active. */
async function openStart(page: Page, at: number): Promise<void> {
  const before = page.url();
  await openButton(page).setInputFiles(fileOf("keys.ipynb", file));
  await expect(page).not.toHaveURL(before);
  await expect(page.locator("[data-cell]")).toHaveCount(start.length);
  await cellAt(page, at).focus();
}

const groups = Array.from({ length: Math.ceil(commandMode.length / 17) }, (_, n) =>
  commandMode.slice(n * 17, n * 17 + 17),
);
for (const [index, rows] of groups.entries())
  test(`with a cell selected, Jupyter's keys do what they do in Jupyter (${index + 1} of ${groups.length})`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    await openPage(page);
    for (const { keys, at = 2, gives } of rows)
      await test.step(`${keys.join(", ")} at ${at}`, async () => {
        await openStart(page, at);
        for (const key of keys) await page.keyboard.press(key);
        await expect.poll(() => written(page), `${keys.join(", ")} at ${at}`).toEqual(gives);
      });
  });

test("in an editor, Jupyter's keys do what they do in Jupyter, and letters are text", async ({ page }) => {
  test.setTimeout(120_000);
  await openPage(page);
  for (const { keys, at = 2, gives } of editMode)
    await test.step(`${keys.join(", ")} at ${at}`, async () => {
      await openStart(page, at);
      await page.keyboard.press("Enter");
      await expect(cellAt(page, at).locator(".monaco-editor.focused")).toBeVisible();
      for (const key of keys) await page.keyboard.press(key);
      await expect.poll(() => written(page), `${keys.join(", ")} at ${at}`).toEqual(gives);
    });
});

test("keys that run, stop, restart and save", async ({ page }) => {
  await openPage(page);
  await openStart(page, 1);
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Control+Enter");
  for (const index of [1, 2])
    await expect(cellAt(page, index).locator("[data-status=ok]").first()).toBeVisible({ timeout: 60_000 });
  await expect(cellAt(page, 5).locator("[data-status=saved]").first()).toBeVisible();
  await cellAt(page, 5).focus();
  await page.keyboard.press("Shift+Enter");
  await expect(cellAt(page, 5).locator("[data-status=ok]").first()).toBeVisible();
  await expect(cellAt(page, 6)).toBeFocused();
  await page.keyboard.press("0");
  await page.keyboard.press("0");
  await expect(page.getByText("Variables and seeds will be gone")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Shift+L");
  await expect(cellAt(page, 1).getByText("1", { exact: true }).first()).toBeVisible();
  const download = page.waitForEvent("download");
  await page.keyboard.press("Control+s");
  expect((await download).suggestedFilename()).toBe("keys.ipynb");
});
