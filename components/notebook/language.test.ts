import { expect, test } from "vitest";
import { notebookText, parseNotebook } from "./file";
import { codeOf, languageOf, metadataAt, spoken } from "./language";

const deno = { metadata: { language_info: { name: "typescript" }, kernelspec: { name: "deno" } } };
const code = (source: string, metadata = {}) => ({ cell_type: "code", source, metadata });

test.each([
  ["", {}, {}, "python"],
  ["", { vscode: { languageId: "typescript" } }, {}, "typescript"],
  ["", { vscode: { languageId: "javascript" } }, {}, "typescript"],
  ["", { vscode: "typescript" }, {}, "python"],
  ["", { vscode: { languageId: "rust" } }, {}, "python"],
  ["%%ts\nconst a = 1", {}, {}, "typescript"],
  ["%%typescript", {}, {}, "typescript"],
  ["%%javascript  \nlet a", {}, {}, "typescript"],
  ["%%python\nprint()", { vscode: { languageId: "typescript" } }, {}, "python"],
  ["%%tsx\n<a/>", {}, {}, "python"],
  ["%%time\nf()", {}, {}, "python"],
  ["\n%%ts", {}, {}, "python"],
  ["", {}, deno, "typescript"],
  ["", { vscode: { languageId: "python" } }, deno, "python"],
])("the text %j with the metadata %j in a notebook with %j is %4$s", (source, metadata, notebook, expected) => {
  expect(languageOf({ source, metadata }, notebook)).toBe(expected);
});

test("codeOf blanks the first line that names the language and moves nothing", () => {
  expect(codeOf("%%ts\nconst a = 1")).toBe("    \nconst a = 1");
  expect(codeOf("%%time\nf()")).toBe("%%time\nf()");
});

test("spoken puts the language into the metadata, keeps what else is there, and drops the first line that said it", () => {
  const cell = { source: "%%ts\nlet a", metadata: { tags: ["x"], vscode: { other: 1 } } };
  expect(spoken(cell, "python")).toEqual({
    source: "let a",
    metadata: { tags: ["x"], vscode: { other: 1, languageId: "python" } },
  });
});

test("metadataAt takes the language of the code cell above, else of the one below, else of the notebook", () => {
  const typescript = { vscode: { languageId: "typescript" } };
  const cells = { a: code("", typescript), b: code("%%python"), t: { ...code(""), cell_type: "markdown" } };
  const at = (index: number, order: string[], frame = {}) => metadataAt(index, { order, cells, frame });
  expect(at(1, ["a", "b"])).toEqual(typescript);
  expect(at(2, ["a", "b"])).toEqual({});
  expect(at(2, ["a", "t"])).toEqual(typescript);
  expect(at(0, ["t", "a"])).toEqual(typescript);
  expect(at(0, [], deno)).toEqual({});
  expect(at(1, ["b"], deno)).toEqual({ vscode: { languageId: "python" } });
});

test("a file keeps the first line and says in the metadata what it means", () => {
  const cell = (source: string) => ({
    cell_type: "code",
    id: "a",
    metadata: {},
    source,
    outputs: [],
    execution_count: null,
  });
  const written = (source: string) =>
    parseNotebook(
      notebookText(
        parseNotebook(JSON.stringify({ cells: [cell(source)], metadata: {}, nbformat: 4, nbformat_minor: 5 })),
      ),
    ).cells[0];
  expect(written("%%ts\nlet a")).toEqual({
    ...cell("%%ts\nlet a"),
    metadata: { vscode: { languageId: "typescript" } },
  });
  expect(written("%%python\na")).toEqual(cell("%%python\na"));
});
