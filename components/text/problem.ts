import type { Table } from "./table";

/** Files that are no notebooks. */
export const problem = {
  nothing: { en: "nothing", zh: "空缺" },
  expected: {
    list: { en: "a list", zh: "列表" },
    object: { en: "an object", zh: "对象" },
    lines: { en: "text or a list of lines", zh: "文本或由各行组成的列表" },
    listOfText: { en: "a list of texts", zh: "文本列表" },
    text: { en: "text", zh: "文本" },
    cellType: { en: '"code", "markdown" or "raw"', zh: '"code"、"markdown" 或 "raw"' },
    outputType: {
      en: '"stream", "display_data", "execute_result" or "error"',
      zh: '"stream"、"display_data"、"execute_result" 或 "error"',
    },
    count: { en: "a whole number", zh: "整数" },
  },
  fileEmpty: {
    en: "A notebook was expected, but the file is empty.",
    zh: "应为笔记本文件，但该文件是空的。",
  },
  fileNotText: {
    en: "A Jupyter notebook (text in UTF-8) was expected, but the file's bytes are no such text.",
    zh: "应为 Jupyter 笔记本（UTF-8 文本），但该文件的内容不是 UTF-8 文本。",
  },
  fileTooLarge: {
    en: (came: string, limit: string) => `A notebook of at most ${limit} MB was expected, but the file has ${came} MB.`,
    zh: (came: string, limit: string) => `笔记本最大为 ${limit} MB，但该文件有 ${came} MB。`,
  },
  fileNotJson: {
    en: (start: string) => `A Jupyter notebook (JSON) was expected, but the file starts with “${start}”.`,
    zh: (start: string) => `应为 Jupyter 笔记本（JSON），但该文件的开头是“${start}”。`,
  },
  fileNotNotebook: {
    en: (came: string) => `A notebook with "cells" and "nbformat" was expected, but the file holds ${came}.`,
    zh: (came: string) => `应为含有 "cells" 与 "nbformat" 的笔记本，但该文件的内容是 ${came}。`,
  },
  fileBroken: {
    en: (line: number) =>
      `A Jupyter notebook was expected, but the file's JSON is damaged${line > 0 ? ` in line ${line}` : ""}.`,
    zh: (line: number) => `应为 Jupyter 笔记本，但该文件的 JSON ${line > 0 ? `在第 ${line} 行` : ""}已损坏。`,
  },
  fileCutOff: {
    en: (line: number) => `A whole Jupyter notebook was expected, but the file breaks off in line ${line}.`,
    zh: (line: number) => `应为完整的 Jupyter 笔记本，但该文件在第 ${line} 行中断。`,
  },
  fileConflict: {
    en: (line: number) =>
      `A Jupyter notebook was expected, but a merge left a conflict in the file, beginning with “<<<<<<<” in line ${line}.`,
    zh: (line: number) => `应为 Jupyter 笔记本，但该文件留有合并冲突，从第 ${line} 行的“<<<<<<<”开始。`,
  },
  fileOldVersion: {
    en: (came: string) =>
      `A notebook of format 4.0 to 4.5 was expected, but the file has the old format ${came}. Jupyter brings it up to date: jupyter nbconvert --to notebook.`,
    zh: (came: string) =>
      `应为 4.0 至 4.5 版格式的笔记本，但该文件是旧的 ${came} 版。可用 Jupyter 转换：jupyter nbconvert --to notebook。`,
  },
  fileVersion: {
    en: (came: string) => `A notebook of format 4.0 to 4.5 was expected, but the file has format ${came}.`,
    zh: (came: string) => `应为 4.0 至 4.5 版格式的笔记本，但该文件是 ${came} 版。`,
  },
  fileTooManyCells: {
    en: (count: number, limit: number) => `At most ${limit} cells were expected, but the notebook has ${count}.`,
    zh: (count: number, limit: number) => `笔记本最多可有 ${limit} 个单元，但该文件有 ${count} 个。`,
  },
  fileTooDeep: {
    en: (limit: number) => `At most ${limit} levels of nesting were expected, but the file is nested deeper.`,
    zh: (limit: number) => `内容最多可嵌套 ${limit} 层，但该文件嵌套得更深。`,
  },
  fileField: {
    en: (where: string, expected: string, came: string) =>
      `In the notebook, ${where} must be ${expected}, but ${came} came.`,
    zh: (where: string, expected: string, came: string) => `笔记本中的 ${where} 应为${expected}，但实际是 ${came}。`,
  },
} as const satisfies Table;
