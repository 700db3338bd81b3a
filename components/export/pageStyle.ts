/* The style sheet of exported pages: the look of app/globals.css and of the cells, for a file that stands alone. */

export const pageStyle = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#fdfcf9, #16181b);
  --code-paper: light-dark(#f6f4ee, #1c1f23);
  --chip: light-dark(#efece3, #272b30);
  --ink: light-dark(#22252a, #e2e0da);
  --ink-soft: light-dark(#5c6067, #a3a5a3);
  --line: light-dark(#e5e1d6, #2d3136);
  --line-strong: light-dark(#cbc6b8, #454a51);
  --accent: light-dark(#17695f, #7fcabb);
  --danger: light-dark(#a3312a, #f0968c);
  --danger-paper: light-dark(#fbf1ee, #261c1c);
  --warn: light-dark(#8a6116, #d8b36a);
  --warn-paper: light-dark(#faf5e8, #23201a);
  --latin: Charter, "Bitstream Charter", "Iowan Old Style", "Source Serif 4", "Noto Serif", Georgia, "Liberation Serif", serif;
  --han: "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", system-ui, sans-serif;
  --code: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono",
    "Noto Sans Mono CJK SC", monospace;
}
*, ::before, ::after { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); font: 18px/30px var(--latin); text-size-adjust: 100%; -webkit-text-size-adjust: 100%; }
[lang|="zh"] { font-family: var(--han); }
[lang|="en"] { font-family: var(--latin); }
html[lang|="zh"] { font-size: 17px; line-height: 32px; }
body { max-width: 808px; margin: 0 auto; padding: 48px 24px 64px; overflow-wrap: break-word; }
main > section { margin: 0 0 16px; }
main > section > div > :first-child { margin-top: 0; }
main > section + section > div > h2:first-child { margin-top: 40px; }
main > section + section > div > :is(h3, h4):first-child { margin-top: 28px; }
h1, h2, h3, h4, h5, h6 { line-height: 1.3; text-wrap: balance; font-weight: 600; margin: 24px 0 12px; break-after: avoid; }
h1 { font-size: 34px; letter-spacing: -0.012em; margin-bottom: 20px; }
h2 { font-size: 24px; margin-top: 36px; }
h3 { font-size: 19px; }
h4, h5, h6 { font-size: 17px; }
p, ul, ol, blockquote, pre, table, .table { margin: 0 0 16px; }
ul, ol { padding-inline-start: 24px; }
li { margin: 4px 0; }
a { color: var(--accent); text-underline-offset: 3px; text-decoration-thickness: 1px; }
blockquote { margin-inline: 0; padding: 4px 0 4px 20px; border-inline-start: 3px solid var(--line-strong); color: var(--ink-soft); }
blockquote > :last-child { margin-bottom: 0; }
hr { border: 0; border-top: 1px solid var(--line); margin: 24px 0; }
img, svg { max-width: 100%; height: auto; }
code, pre { font-family: var(--code); font-variant-ligatures: none; }
code { font-size: 0.86em; padding: 1px 5px; border-radius: 4px; background: var(--chip); }
pre { font-size: 14px; line-height: 22px; padding: 12px 16px; border: 1px solid var(--line); border-radius: 6px; background: var(--code-paper); overflow: auto; tab-size: 4; }
pre code { padding: 0; background: none; font-size: inherit; }
div:has(> table) { overflow-x: auto; }
table { border-collapse: collapse; font-size: 16px; line-height: 24px; }
th, td { padding: 4px 12px; border-bottom: 1px solid var(--line); text-align: start; }
th { border-bottom-color: var(--line-strong); font-weight: 600; }
:is(th, td):first-child { padding-inline-start: 0; }
:is(th, td):last-child { padding-inline-end: 0; }
.katex-display { overflow-x: auto; overflow-y: hidden; padding: 4px 0; }
.cell { border: 1px solid var(--line); border-radius: 8px; background: var(--code-paper); overflow: hidden; }
.cell .text { margin: 0; border: 0; border-radius: 0; background: none; overflow: visible; width: max-content; min-width: 100%; }
.cell > .source { overflow: auto; }
.out { border-top: 1px solid var(--line); background: var(--paper); }
.out > section { max-height: 640px; overflow: auto; }
.out .text { font-size: 14px; line-height: 20px; padding: 10px 16px; tab-size: 8; }
.out .stderr { border-inline-start: 3px double var(--warn); background: var(--warn-paper); }
.out .error { border-inline-start: 3px solid var(--danger); background: var(--danger-paper); }
.out .error strong { color: var(--danger); }
.out > div { padding: 12px 16px; overflow-x: auto; }
.out > div > :last-child { margin-bottom: 0; }
.out img { display: block; background: #fff; border-radius: 4px; }
.out > p { margin: 0; padding: 8px 16px; font-size: 14px; line-height: 20px; color: var(--ink-soft); }
.foreign { contain: content; }
.raw { white-space: pre-wrap; }
[data-kind=keyword] { color: light-dark(#0b5f78, #7fc3da); }
[data-kind=constant], [data-kind=number] { color: light-dark(#8a3b5a, #e3a3ba); }
[data-kind=string] { color: light-dark(#75560f, #d8ba7c); }
[data-kind=comment] { color: light-dark(#666b72, #8f949b); }
[data-kind=decorator] { color: light-dark(#6a4c93, #c4aee6); }
[data-kind=name] { color: light-dark(#3a4aa3, #aab7f3); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
footer { margin-top: 48px; padding-top: 12px; border-top: 1px solid var(--line); font-size: 14px; line-height: 20px; color: var(--ink-soft); }
@media (max-width: 600px) {
  html { font-size: 17px; }
  body { padding: 24px 16px 48px; }
  h1 { font-size: 28px; }
}
@media print {
  :root { color-scheme: light; }
  body { max-width: none; padding: 0; }
  pre, .cell section { max-height: none; overflow: visible; white-space: pre-wrap; overflow-wrap: anywhere; }
  .cell .text { width: auto; }
  .cell { overflow: visible; }
  img, tr { break-inside: avoid; }
}
`.trim();

/** The sheet under the own styles of HTML outputs: tables as data frames have them. */
export const foreignStyle = `
:host { font: 14px/20px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Microsoft YaHei", sans-serif; }
pre, code { font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: 13px; }
a { color: var(--accent); }
img, svg { max-width: 100%; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: 4px 12px; text-align: right; border: 0; border-bottom: 1px solid var(--line); }
thead th { border-bottom-color: var(--line-strong); }
`.trim();
