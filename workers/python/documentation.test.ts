import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { openPythonLines } from "./pythonLines";

/*
 * Cells of MindSpore's documentation (1.1–1.8) that stay on this surface print what it prints.
 *
 * documentation/*.py: `# %% what | page and release` begins a cell, its lines `#> …` are what it prints. Numbers are
 * those of the page; blanks and empty lines between rows, which pages trim by hand, are NumPy's. Where a page shows
 * another machine's last digit, ours stands here and documentation/README.md names it.
 */

let prints: (code: string) => string;
beforeAll(async () => {
  ({ prints } = await openPythonLines());
});

const imports = `
import numpy as np
import mindspore
import mindspore as ms
import mindspore.common.dtype as mstype
from mindspore import Tensor, Parameter, ParameterTuple, RowTensor, SparseTensor, CSRTensor, nn, ops, set_seed
from mindspore.common.initializer import initializer, Initializer, Constant, Normal, One
`;

type Cell = { title: string; code: string; output: string };

/** The cells of one file, in order. */
function cellsOf(text: string): Cell[] {
  return text
    .split(/^# %% /m)
    .slice(1)
    .map((cell) => {
      const [title = "", ...lines] = cell.split("\n");
      const isOutput = (line: string): boolean => line.startsWith("#>");
      return {
        title,
        code: lines.filter((line) => !isOutput(line)).join("\n"),
        output: lines
          .filter(isOutput)
          .map((line) => line.slice(3))
          .join("\n"),
      };
    });
}

const folder = new URL("./documentation/", import.meta.url);
const cells = readdirSync(folder)
  .filter((name) => name.endsWith(".py"))
  .flatMap((name) => cellsOf(readFileSync(new URL(name, folder), "utf8")));

test("the documentation's cells are many", () => expect(cells.length).toBeGreaterThan(120));

test.each(cells)("$title", ({ code, output }) => {
  expect(prints(imports + code).trimEnd()).toBe(output.trimEnd());
});
