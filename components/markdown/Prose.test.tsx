import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { isSettable } from "./limits";
import { Prose } from "./Prose";

const html = (source: string, attachments?: Record<string, unknown>) =>
  renderToStaticMarkup(<Prose source={source} attachments={attachments} />);

describe("Prose lets nothing through that runs, loads or leads away", () => {
  test.each([
    ["<script>alert(1)</script>", /<script/],
    ["<img src=x onerror=alert(1)>", /<img|onerror/],
    ["<iframe src='https://a.b'></iframe>", /<iframe/],
    ["<a href='javascript:alert(1)'>x</a>", /<a /],
    ["[x](javascript:alert(1))", /href|javascript/],
    ["[x](JaVaScRiPt:alert(1))", /href/],
    ["[x](data:text/html,<b>)", /href/],
    ["[x](http://a.b)", /href/],
    ["[x](//a.b)", /href/],
    ["![x](https://a.b/c.png)", /<img/],
    ["![x](data:image/svg+xml;base64,PHN2Zz4=)", /<img/],
    ["![x](data:text/html;base64,PGI+)", /<img/],
    ["<https://a.b> <javascript:alert(1)>", /javascript:[^<]*"/],
    ["$\\href{javascript:alert(1)}{x}$", /href="/],
    ["$\\includegraphics{https://a.b/c.png}$", /<img|src=/],
    ["$\\htmlClass{a}{x}$", /class="[^"]*enclosing a/],
    ["# A\n\n<style>body{display:none}</style>", /<style/],
  ])("%j", (source, never) => {
    expect(html(source)).not.toMatch(never);
  });

  test("a link leads out only by https, in a tab of its own that knows nothing of this one", () => {
    expect(html("[x](https://a.b)")).toContain(
      '<a href="https://a.b" target="_blank" rel="noopener noreferrer nofollow" data-host="a.b">',
    );
  });

  test("pictures come from the notebook's own attachments, of four types alone", () => {
    const attachments = { "a b.png": { "image/png": "AAAA" }, "c.svg": { "image/svg+xml": "PHN2Zz4=" } };
    expect(html("![x](attachment:a%20b.png)", attachments)).toContain('src="data:image/png;base64,AAAA"');
    expect(html("![x](attachment:c.svg)", attachments)).not.toContain("<img");
    expect(html("![x](attachment:%zz)", attachments)).not.toContain("<img");
  });
});

describe("Prose", () => {
  test("sets tables, tasks, formulas and code", () => {
    const text = html("|a|b|\n|-|-|\n|1|2|\n\n- [x] done\n\n$$x^2$$\n\n```python\nif x: pass\n```");
    expect(text).toContain("<td>1</td>");
    expect(text).toContain('type="checkbox"');
    expect(text).toContain("katex-display");
    expect(text).toContain('<span data-kind="keyword">if</span>');
  });

  test("gives headings names that links can lead to, and that clash with none of the page's", () => {
    expect(html("# 网络 参数\n\n## notebook")).toMatch(/<h1 id="heading:网络-参数">.*<h2 id="heading:notebook">/s);
  });

  test("says what language a text is in", () => {
    expect(html("参数是张量，见 `Parameter` and `Tensor`。")).toContain('lang="zh-CN"');
    expect(html("A tensor (张量) is an array with a dtype and a shape.")).toContain('lang="en"');
  });

  test.each([
    ["a formula that expands without end", "$\\def\\a{\\a\\a}\\a$"],
    ["a formula as large as a house", "$\\rule{1000000em}{1000000em}$"],
    ["quotes in quotes", `${">".repeat(5_000)}x`],
    ["lists in lists", Array.from({ length: 300 }, (_, depth) => `${" ".repeat(2 * depth)}- x`).join("\n")],
    ["a long word", "a".repeat(50_000)],
    ["open brackets", "![".repeat(5_000)],
    ["a book", "word ".repeat(100_000)],
    ["formulas without number", "$x$ ".repeat(10_000)],
  ])("stands %s", (_, source) => {
    const text = html(source);
    expect(text.length).toBeGreaterThan(0);
    expect(text).not.toMatch(/(?:width|height)[:=]"?1000000em/);
  });

  test("knows what is too long or too deep to be set", () => {
    expect(isSettable("> > > a\n- b\n  - c")).toBe(true);
    expect(isSettable("> ".repeat(100))).toBe(false);
    expect(isSettable("a".repeat(70_000))).toBe(false);
  });
});
