import { expect, test } from "vitest";
import { fileAddress } from "./addresses";

const where = (text: string) => {
  const found = fileAddress(text);
  return typeof found === "string" ? found : found.address;
};

test.each([
  ["https://github.com/o/r/blob/main/docs/a%20b.ipynb", "https://raw.githubusercontent.com/o/r/main/docs/a%20b.ipynb"],
  ["https://github.com/o/r/blob/main/a.ipynb?plain=1#L3", "https://raw.githubusercontent.com/o/r/main/a.ipynb"],
  ["https://raw.githubusercontent.com/o/r/main/a.ipynb", "https://raw.githubusercontent.com/o/r/main/a.ipynb"],
  ["https://gist.github.com/me/0123abcd", "https://gist.githubusercontent.com/me/0123abcd/raw"],
  ["https://gitee.com/mindspore/docs/blob/r1.6/a.ipynb", "https://gitee.com/mindspore/docs/raw/r1.6/a.ipynb"],
  ["https://gitcode.com/o/r/blob/main/a.ipynb", "https://raw.gitcode.com/o/r/raw/main/a.ipynb"],
  [
    "https://gitlab.com/group/sub/r/-/blob/main/d/a.ipynb",
    "https://gitlab.com/api/v4/projects/group%2Fsub%2Fr/repository/files/d%2Fa.ipynb/raw?ref=main",
  ],
  ["https://huggingface.co/o/m/blob/main/a.ipynb", "https://huggingface.co/o/m/resolve/main/a.ipynb"],
  ["https://huggingface.co/datasets/o/m/blob/main/a.ipynb", "https://huggingface.co/datasets/o/m/resolve/main/a.ipynb"],
  ["https://nbviewer.org/github/o/r/blob/main/a.ipynb", "https://raw.githubusercontent.com/o/r/main/a.ipynb"],
  [
    "https://colab.research.google.com/github/o/r/blob/main/a.ipynb",
    "https://raw.githubusercontent.com/o/r/main/a.ipynb",
  ],
  ["https://files.example/any/a.ipynb?x=1", "https://files.example/any/a.ipynb?x=1"],
  ["http://files.example/a.ipynb", "notHttps"],
  ["javascript:alert(1)", "notAddress"],
  ["data:application/json,{}", "notAddress"],
  ["https://github.com@evil.example/o/r/blob/main/a.ipynb", "notAddress"],
  ["notebook.ipynb", "notAddress"],
])("%s is at %s", (text, address) => expect(where(text)).toBe(address));

test("the host that is asked about is the one that the file comes from", () => {
  expect(fileAddress("https://github.com/o/r/blob/main/a.ipynb")).toMatchObject({
    host: "raw.githubusercontent.com",
    hosts: ["https://raw.githubusercontent.com"],
    name: "a.ipynb",
  });
});
