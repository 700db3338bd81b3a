import { expect, test } from "vitest";
import { parseNotebook } from "../notebook/file";
import { languageOf } from "../notebook/language";
import { markdownText, readMarkdown } from "./markdown";

const code = (source: string, outputs: object[] = [], metadata = {}) => ({
  cell_type: "code",
  metadata,
  source,
  execution_count: 1,
  outputs,
});
const display = (data: object) => ({ output_type: "display_data", data, metadata: {} });
const textOf = (cells: object[]) =>
  markdownText(parseNotebook(JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 4 })), "en");

test("markdownText sets code and printed text in fences and pictures within the file", () => {
  const cells = [
    { cell_type: "markdown", metadata: {}, source: "# 标题" },
    code("print(1)", [{ output_type: "stream", name: "stdout", text: "1\n" }]),
    code("fig", [
      display({ "image/png": "iVBO\nRw0K", "text/plain": "<Figure [1]>" }),
      display({ "text/latex": "$x$" }),
    ]),
    code("const a = 1", [], { vscode: { languageId: "typescript" } }),
  ];
  expect(textOf(cells)).toBe(`\
# 标题

\`\`\`python
print(1)
\`\`\`

<!-- output -->

\`\`\`text
1
\`\`\`

<!-- /output -->

\`\`\`python
fig
\`\`\`

<!-- output -->

![Figure 1](data:image/png;base64,iVBORw0K)

$x$

<!-- /output -->

\`\`\`typescript
const a = 1
\`\`\`
`);
});

test("a fence is longer than every fence in its text", () => {
  expect(textOf([code('"""\n````\n"""')])).toBe('`````python\n"""\n````\n"""\n`````\n');
});

test("an error is shown by its traceback, without colour codes", () => {
  const error = { output_type: "error", ename: "E", evalue: "v", traceback: ["\u001b[31mTrace\u001b[0m", "E: v"] };
  expect(textOf([code("", [error])])).toContain("```text\nTrace\nE: v\n```");
});

test("a cell's own pictures stand in the text", () => {
  const cell = {
    cell_type: "markdown",
    metadata: {},
    source: "![图](attachment:%E5%9B%BE.png) ![gone](attachment:gone.png)",
    attachments: { "图.png": { "image/png": "AAAA" } },
  };
  expect(textOf([cell])).toBe("![图](data:image/png;base64,AAAA) ![gone](attachment:gone.png)\n");
});

test("readMarkdown takes Python and TypeScript blocks as cells and leaves outputs out", () => {
  const cells = [
    { cell_type: "markdown", metadata: {}, source: "# T\n\n```json\n{}\n```\n\nend" },
    code("x = 1\n\nx", [{ output_type: "stream", name: "stdout", text: "```python\nno\n```" }]),
    code("const a = `b`", [], { vscode: { languageId: "typescript" } }),
  ];
  const read = readMarkdown(textOf(cells)).cells;
  expect(read.map((cell) => [cell.cell_type, languageOf(cell), cell.source])).toEqual([
    ["markdown", "python", "# T\n\n```json\n{}\n```\n\nend"],
    ["code", "python", "x = 1\n\nx"],
    ["code", "typescript", "const a = `b`"],
  ]);
});
