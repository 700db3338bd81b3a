import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { languageOf } from "../notebook/language";
import type { Notebook } from "../notebook/nbformat";
import { newCell, readScript, scriptText, withCells } from "./script";

const small = withCells([
  newCell("markdown", "# Title\n\n$x$ 参数", "python"),
  newCell("code", "import numpy as np\nnp.ones(3)", "python"),
  newCell("raw", "raw", "python"),
  newCell("code", "const x: number = 1;\nx", "typescript"),
  newCell("code", "# %% a comment that looks like a mark\nmindspore.Tensor(1)", "python"),
]);

/** What a script can keep: types, languages, sources. */
const kept = ({ cells }: Notebook) => cells.map((cell) => [cell.cell_type, languageOf(cell), cell.source]);

describe("scriptText", () => {
  test("writes Python cells as code and everything else as comments", () => {
    expect(scriptText(small, "python", "网络参数.ipynb", "en")).toBe(`\
# 网络参数.ipynb, written by Sporebook. Each line with %% begins a cell.
# The cells marked language="typescript" are comments here.

import mindspore  # cells know this name without importing it

# %% [markdown]
# # Title
#
# $x$ 参数

# %%
import numpy as np
np.ones(3)

# %% [raw]
# raw

# %% language="typescript"
# const x: number = 1;
# x

# %%
# # %% a comment that looks like a mark
mindspore.Tensor(1)
`);
  });

  test("writes TypeScript cells as code, and its words in the reader's language", () => {
    const text = scriptText(small, "typescript", "n.ipynb", "zh");
    expect(text).toContain("// n.ipynb，由 Sporebook 导出");
    expect(text).toContain("\n// %%\nconst x: number = 1;\nx\n");
    expect(text).toContain('// %% language="python"\n// import numpy as np\n// np.ones(3)\n');
  });
});

describe("readScript", () => {
  test("reads what Jupytext and VS Code write", () => {
    const jupytext = [
      "# ---",
      "# jupyter:",
      "#   jupytext:",
      "#     format_name: percent",
      "# ---",
      "",
      "# %% [markdown]",
      "# Some *text*",
      "",
      '# %% tags=["a"]',
      "1 + 1",
      "",
      "#%%",
      "x = 2",
      "",
      "",
      "# %% [md]",
      "without a sign",
    ].join("\r\n");
    expect(kept(readScript(jupytext, "python"))).toEqual([
      ["markdown", "python", "Some *text*"],
      ["code", "python", "1 + 1"],
      ["code", "python", "x = 2"],
      ["markdown", "python", "without a sign"],
    ]);
  });

  test("takes a plain script as one cell, and one without text as an empty notebook", () => {
    expect(kept(readScript("#!/usr/bin/env python3\nprint(1)\n", "python"))).toEqual([
      ["code", "python", "#!/usr/bin/env python3\nprint(1)"],
    ]);
    expect(kept(readScript("\n\n", "typescript"))).toEqual([["code", "python", ""]]);
    expect(kept(readScript("const x = 1", "typescript"))).toEqual([["code", "typescript", "const x = 1"]]);
  });

  test("reads back what scriptText wrote, whatever the cells hold", () => {
    const line = fc.oneof(
      fc.constantFrom("# %%", "# # %% x", "//%%", "// %% [markdown]", "#", "# a", "#%%", "%%time", "%% x", "  b", "中"),
      fc.string(),
    );
    const isEven = (text: string) => text === text.trim() && !/[\r\u2028\u2029]/.test(text);
    const source = fc
      .array(line, { maxLength: 6 })
      .map((lines) => lines.join("\n"))
      .filter(isEven);
    const type = fc.constantFrom("code", "markdown", "raw");
    const language = fc.constantFrom("python", "typescript");
    const cell = fc.tuple(type, source, language).map(([type, source, language]) => newCell(type, source, language));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 5 }), language, (cells, script) => {
        const notebook = withCells(cells);
        expect(kept(readScript(scriptText(notebook, script, "n.ipynb", "en"), script))).toEqual(kept(notebook));
      }),
      { numRuns: 500 },
    );
  });
});
