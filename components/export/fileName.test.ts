import { expect, test } from "vitest";
import { fileNameFor } from "./fileName";

test.each([
  ["网络参数.zh.ipynb", "py", "网络参数.zh.py"],
  ["a/b\\c:d*?.ipynb", "html", "a-b-c-d-.html"],
  ["../../etc/passwd", "md", "etc-passwd.md"],
  ["\u202Egnp.ipynb", "ts", "gnp.ts"],
  ["CON.ipynb", "py", "notebook.py"],
  ["...", "py", "notebook.py"],
  ["", "ipynb", "notebook.ipynb"],
  ["实验🍄 1.ipynb", "ipynb", "实验🍄 1.ipynb"],
])("%j as .%s is %j", (name, extension, expected) => {
  expect(fileNameFor(name, extension)).toBe(expected);
});
