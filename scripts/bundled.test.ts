import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { bundledName, bundledNotebooks } from "../components/library/bundled";
import { parseNotebook } from "../components/notebook/file";
import { codeOf, languageOf } from "../components/notebook/language";
import type { CodeCell, Notebook, Output } from "../components/notebook/nbformat";
import { outputsAfter } from "../components/notebook/outputs";
import { turned } from "../components/notebook/twin";
import { expectedOf, printedOf } from "../components/reproduction/expected";
import { gradeOf } from "../components/reproduction/grade";
import { openNodeKernel } from "../workers/node";
import type { CellLanguage } from "../workers/protocol";

const rows = bundledNotebooks.flatMap(({ slug }) => (["zh", "en"] as const).map((prose) => ({ slug, prose })));
const read = ({ slug, prose }: (typeof rows)[number]) =>
  parseNotebook(readFileSync(`public/tutorials/${bundledName(slug, prose)}`, "utf8"));

/** What the outputs say, without how long something took. */
const textOf = (outputs: readonly Output[]) =>
  outputs.map((output) => {
    if (output.output_type === "stream") return output.text;
    if (output.output_type === "error") return output.traceback.join("\n");
    return String(output.data["text/plain"]).replace(/, [\d.]+ s(, [\d.]+\/s)?$/, "");
  });

/** What each code cell of the notebook puts out in a fresh kernel, the cells with a twin shown in this language. */
async function run({ cells, ...frame }: Notebook, language: CellLanguage): Promise<[string, string[]][]> {
  const kernel = await openNodeKernel("public/python");
  const all: [string, string[]][] = [];
  for (const cell of cells) {
    if (cell.cell_type !== "code") continue;
    const { id, source, metadata } = turned(cell, language, frame);
    let outputs: Output[] = [];
    await kernel.run({ id, code: codeOf(source), language: languageOf({ source, metadata }, frame) }, (event) => {
      outputs = outputsAfter(outputs, event, null);
    });
    all.push([id, textOf(outputs)]);
  }
  return all;
}

test.each(rows)("$slug, $prose: puts out what is stored with it, as Python and as TypeScript", async (row) => {
  const notebook = read(row);
  const code = notebook.cells.filter((cell): cell is CodeCell => cell.cell_type === "code");
  const stored = code.map(({ id, outputs }) => [id, textOf(outputs)]);
  expect(await run(notebook, "python")).toEqual(stored);
  if (code.some((cell) => turned(cell, "typescript", notebook) !== cell))
    expect(await run(notebook, "typescript")).toEqual(stored);
});

test.each(bundledNotebooks)("$slug has the same cells in both languages of prose", ({ slug }) => {
  const [zh, en] = (["zh", "en"] as const).map((prose) =>
    read({ slug, prose }).cells.map(({ id, cell_type: type, source }) => [id, type, type === "code" ? source : ""]),
  );
  expect(zh).toEqual(en);
});

test.each(rows)("$slug, $prose: every code cell expects the text that is stored with it", (row) => {
  const code = read(row).cells.filter((cell): cell is CodeCell => cell.cell_type === "code");
  const graded = code.map((cell) => gradeOf(expectedOf(cell)!, printedOf(cell.outputs)).grade);
  expect(graded).toEqual(code.map(() => "text"));
});

test("the tutorial expects the published texts, and of the layer that is never seeded the structure", () => {
  const published: { [id: string]: string } = JSON.parse(readFileSync("e2e/expected/network-parameters.json", "utf8"));
  const code = read({ slug: "network-parameters", prose: "en" }).cells.filter((cell) => cell.cell_type === "code");
  expect(Object.fromEntries(code.map((cell) => [cell.id, expectedOf(cell)?.text]))).toEqual(published);
  expect(code.filter((cell) => expectedOf(cell)?.values === "unseeded").map(({ id }) => id)).toEqual(["dense-weight"]);
});
