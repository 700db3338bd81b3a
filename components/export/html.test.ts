import { expect, test } from "vitest";
import { parseNotebook } from "../notebook/file";
import { htmlText } from "./html";

const display = (data: object) => ({ output_type: "display_data", data, metadata: {} });
const code = (source: string, outputs: object[] = []) => ({
  cell_type: "code",
  metadata: {},
  source,
  execution_count: 1,
  outputs,
});
const text = (source: string, more = {}) => ({ cell_type: "markdown", metadata: {}, source, ...more });
const pageOf = (cells: object[]) =>
  htmlText(parseNotebook(JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 4 })), "名.ipynb", "en");

test("the page runs nothing and fetches nothing, whatever the notebook holds", () => {
  const hostile = '<script>alert(1)</script><img src="https://e.com/x.png" onerror="alert(1)">';
  const page = pageOf([
    text(`${hostile}\n\n![far](https://e.com/x.png) [x](javascript:alert(1)) ![m](data:text/html,x)`),
    code(hostile, [
      { output_type: "stream", name: "stdout", text: hostile },
      display({ "text/html": hostile, "text/plain": hostile }),
      display({ "image/svg+xml": `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>` }),
      display({ "image/png": `" onerror="alert(1)`, "text/plain": `" onerror="alert(1)` }),
      { output_type: "error", ename: hostile, evalue: hostile, traceback: [hostile] },
    ]),
    { cell_type: "raw", metadata: {}, source: hostile },
  ]);
  expect(page).toContain("default-src &#x27;none&#x27;");
  expect(page).not.toMatch(/<script|<iframe|<object|<link|<form|javascript:/i);
  const tags = page.replace(/<style>[\s\S]*?<\/style>/g, "").match(/<[a-z](?:"[^"]*"|[^>"])*>/gi)!;
  expect(tags.map((tag) => tag.replace(/"[^"]*"/g, "")).filter((tag) => /\son\w+=/i.test(tag))).toEqual([]);
  const addresses = tags.flatMap((tag) => [...tag.matchAll(/\s(?:src|srcset|href|action)="([^"]*)"/gi)]);
  expect(addresses.map(([, address]) => address).filter((address) => !/^data:image\//.test(address!))).toEqual([]);
});

test("prose is set, formulas too, and code is coloured", () => {
  const page = pageOf([text("# A *title*\n\n| a | b |\n| - | - |\n| 1 | $x^2$ |"), code("import numpy")]);
  expect(page).toContain("<title>A title</title>");
  expect(page).toContain("<table>");
  expect(page).toContain('class="katex"');
  expect(page).toContain('<span data-kind="keyword">import</span>');
});

test("the page says its language, and that of a text in another", () => {
  const page = pageOf([text("# 网络参数\n\n`Parameter` 是变量张量。"), text("This paragraph was left in English.")]);
  expect(page).toContain('<html lang="zh-CN">');
  expect(page).toContain('<section id="cell-2" lang="en">');
  expect(page).toContain("由 Sporebook 制作");
});

test("outputs are shown in their richest still form", () => {
  const page = pageOf([
    code("", [
      display({ "image/png": "iVBO\nRw0K", "text/plain": "<Figure>" }),
      display({ "text/latex": "$$y$$", "text/plain": "y" }),
      { output_type: "stream", name: "stderr", text: "\u001b[31mwarned\u001b[0m\n" },
      { output_type: "error", ename: "ValueError", evalue: "bad", traceback: ["Traceback", "ValueError: bad"] },
    ]),
  ]);
  expect(page).toContain('<img src="data:image/png;base64,iVBORw0K" alt="&lt;Figure&gt;"/>');
  expect(page).toContain("katex-display");
  expect(page).toContain('<section class="stderr"><pre class="text">warned</pre>');
  expect(page).toMatch(/<strong>ValueError: bad<\/strong>\s+Traceback<\/pre>/);
});
