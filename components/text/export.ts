import type { Table } from "./table";

/** Downloads in other formats. */
export const exported = {
  formats: {
    ipynb: { en: "Jupyter notebook", zh: "Jupyter 笔记本" },
    html: { en: "Web page with outputs", zh: "含输出的网页" },
    md: { en: "Markdown with outputs", zh: "含输出的 Markdown" },
    py: { en: "Python script", zh: "Python 脚本" },
    ts: { en: "TypeScript module", zh: "TypeScript 模块" },
  },
  downloadAs: {
    ipynb: { en: "Download as Jupyter notebook (.ipynb)", zh: "下载为 Jupyter 笔记本（.ipynb）" },
    html: { en: "Download as web page with outputs (.html)", zh: "下载为含输出的网页（.html）" },
    md: { en: "Download as Markdown with outputs (.md)", zh: "下载为含输出的 Markdown（.md）" },
    py: { en: "Download as Python script (.py)", zh: "下载为 Python 脚本（.py）" },
    ts: { en: "Download as TypeScript module (.ts)", zh: "下载为 TypeScript 模块（.ts）" },
  },
  picture: { en: "picture", zh: "图片" },
  scriptHead: {
    en: (name: string) => `${name}, written by Sporebook. Each line with %% begins a cell.`,
    zh: (name: string) => `${name}，由 Sporebook 导出。每个含 %% 的行开始一个单元。`,
  },
  scriptHasTypeScript: {
    en: 'The cells marked language="typescript" are comments here.',
    zh: '标有 language="typescript" 的单元在这里是注释。',
  },
  scriptHasPython: {
    en: 'The cells marked language="python" are comments here. "mindspore" and "numpy" are Sporebook\'s modules.',
    zh: '标有 language="python" 的单元在这里是注释。"mindspore" 与 "numpy" 是 Sporebook 的模块。',
  },
  scriptKnown: { en: "cells know this name without importing it", zh: "单元中无需导入即可使用这个名称" },
  exportedBy: { en: "Made with Sporebook", zh: "由 Sporebook 制作" },
} as const satisfies Table;
