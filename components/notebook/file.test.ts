import { describe, expect, test } from "vitest";
import { NotebookError, notebookText, parseNotebook, problemText } from "./file";

const file = (changes: object = {}) =>
  JSON.stringify({ cells: [], metadata: {}, nbformat: 4, nbformat_minor: 5, ...changes });
const code = (changes: object = {}) => ({
  cell_type: "code",
  id: "a",
  metadata: {},
  source: "",
  outputs: [],
  execution_count: null,
  ...changes,
});
const messageOf = (text: string) => {
  try {
    parseNotebook(text);
  } catch (error) {
    if (error instanceof NotebookError) return error.message;
  }
  return "no NotebookError";
};

describe("parseNotebook", () => {
  test("joins sources and texts that are lists of lines, and leaves JSON alone", () => {
    const outputs = [
      { output_type: "stream", name: "stdout", text: ["a\n", "b"] },
      {
        output_type: "display_data",
        data: { "text/plain": ["x", "y"], "application/vnd.sporebook.tensor+json": ["x", "y"] },
        metadata: {},
      },
    ];
    const [cell] = parseNotebook(file({ cells: [code({ source: ["import os\n", "os"], outputs })] })).cells;
    expect(cell!.source).toBe("import os\nos");
    expect(cell!.outputs).toMatchObject([
      { text: "a\nb" },
      { data: { "text/plain": "xy", "application/vnd.sporebook.tensor+json": ["x", "y"] } },
    ]);
  });

  test("mints ids for nbformat 4.4 and replaces doubled and illegal ones", () => {
    const ids = (cells: object[]) => parseNotebook(file({ cells, nbformat_minor: 4 })).cells.map((cell) => cell.id);
    expect(ids([code({ id: undefined }), code({ id: "x" }), code({ id: "x" })])).toEqual(["cell-1", "x", "cell-3"]);
    expect(ids([code({ id: "not an id" }), code({ id: "cell-1" })])).toEqual(["cell-1-2", "cell-1"]);
  });

  test("takes what old writers leave out", () => {
    const [cell] = parseNotebook('{"cells":[{"cell_type":"code","source":"1"}],"nbformat":4,"nbformat_minor":0}').cells;
    expect(cell).toMatchObject({ outputs: [], execution_count: null, metadata: {} });
  });

  test.each([
    ["", "A notebook was expected, but the file is empty."],
    ["# A title", "A Jupyter notebook (JSON) was expected, but the file starts with “# A title”."],
    ["[1, 2]", 'A notebook with "cells" and "nbformat" was expected, but the file holds […].'],
    ['{"name":"x"}', 'A notebook with "cells" and "nbformat" was expected, but the file holds {"name", …}.'],
    [
      file({ nbformat: 3, nbformat_minor: 0 }),
      "A notebook of format 4.0 to 4.5 was expected, but the file has the old format 3.0. Jupyter brings it up to date: jupyter nbconvert --to notebook.",
    ],
    [file({ nbformat_minor: 6 }), "A notebook of format 4.0 to 4.5 was expected, but the file has format 4.6."],
    [file({ cells: {} }), "In the notebook, cells must be a list, but {} came."],
    [file({ cells: [code(), 7] }), "In the notebook, cells[1] must be an object, but 7 came."],
    [
      file({ cells: [code({ source: 5 })] }),
      "In the notebook, cells[0].source must be text or a list of lines, but 5 came.",
    ],
    [
      file({ cells: [code({ cell_type: "heading" })] }),
      'In the notebook, cells[0].cell_type must be "code", "markdown" or "raw", but "heading" came.',
    ],
    [
      file({ cells: [code({ outputs: [{ output_type: "stream", name: 1, text: "" }] })] }),
      "In the notebook, cells[0].outputs[0].name must be text, but 1 came.",
    ],
    [
      file({ cells: [code()] }).slice(0, -40),
      "A whole Jupyter notebook was expected, but the file breaks off in line 1.",
    ],
    ['{"cells": [],\n"nbformat": 4,,}', "A Jupyter notebook was expected, but the file's JSON is damaged in line 2."],
    [
      '{"cells": [\n<<<<<<< HEAD\n=======\n>>>>>>> theirs\n]}',
      "A Jupyter notebook was expected, but a merge left a conflict in the file, beginning with “<<<<<<<” in line 2.",
    ],
    [
      file({ cells: [{ cell_type: "markdown", metadata: {} }] }),
      "In the notebook, cells[0].source must be text or a list of lines, but nothing came.",
    ],
    [
      file({ cells: Array.from({ length: 5001 }, () => code()) }),
      "At most 5000 cells were expected, but the notebook has 5001.",
    ],
    [
      `{"nbformat":4,"nbformat_minor":5,"cells":[],"x":${"[".repeat(9999)}${"]".repeat(9999)}}`,
      "At most 400 levels of nesting were expected, but the file is nested deeper.",
    ],
  ])("says what was expected and what came: %.60s", (text, message) => {
    expect(messageOf(text)).toBe(message);
  });

  test("says it in Chinese too", () => {
    expect(problemText({ code: "version", came: "3.0" }, "zh")).toBe(
      "应为 4.0 至 4.5 版格式的笔记本，但该文件是 3.0 版。",
    );
  });
});

describe("notebookText", () => {
  test("writes what Jupyter writes: sorted keys, indent 1, lists of lines", () => {
    const cells = [code({ source: "a = 1\n\na", execution_count: 2 })];
    expect(notebookText(parseNotebook(file({ cells })))).toBe(
      [
        "{",
        ' "cells": [',
        "  {",
        '   "cell_type": "code",',
        '   "execution_count": 2,',
        '   "id": "a",',
        '   "metadata": {},',
        '   "outputs": [],',
        '   "source": [',
        '    "a = 1\\n",',
        '    "\\n",',
        '    "a"',
        "   ]",
        "  }",
        " ],",
        ' "metadata": {},',
        ' "nbformat": 4,',
        ' "nbformat_minor": 5',
        "}",
        "",
      ].join("\n"),
    );
  });

  test("splits the texts that Jupyter splits, also in attachments", () => {
    const data = { "text/html": "a\nb", "image/svg+xml": "<svg>\n", "image/png": "A\nB", "application/json": "x\ny" };
    const outputs = [{ output_type: "display_data", data, metadata: {} }];
    const cells = [code({ outputs, attachments: { "x.svg": { "image/svg+xml": ["<svg>\n", "</svg>"] } } })];
    const written = JSON.parse(notebookText(parseNotebook(file({ cells }))));
    expect(written.cells[0].outputs[0].data).toEqual({
      "application/json": "x\ny",
      "image/png": "A\nB",
      "image/svg+xml": ["<svg>\n"],
      "text/html": ["a\n", "b"],
    });
    expect(written.cells[0].attachments).toEqual({ "x.svg": { "image/svg+xml": ["<svg>\n", "</svg>"] } });
  });

  test("keeps unknown keys at every level", () => {
    const cells = [
      code({
        later: { deep: [1, { x: null }] },
        outputs: [{ output_type: "error", ename: "E", evalue: "", traceback: [], more: 1 }],
      }),
      {
        cell_type: "markdown",
        id: "b",
        metadata: { tags: ["t"] },
        source: "",
        attachments: { "a.png": { "image/png": "…" } },
      },
      { cell_type: "raw", id: "c", metadata: { format: "rst" }, source: "r", extra: true },
    ];
    const once = parseNotebook(file({ cells, metadata: { kernelspec: { name: "x" } }, top: "kept" }));
    const text = notebookText(once);
    for (const part of ['"later"', '"more": 1', '"attachments"', '"format": "rst"', '"extra": true', '"top": "kept"'])
      expect(text).toContain(part);
    expect(parseNotebook(text)).toEqual(once);
    expect(notebookText(parseNotebook(text))).toBe(text);
  });
});
