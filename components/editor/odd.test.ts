import { expect, test } from "vitest";
import { oddIn } from "./odd";

const kinds = (source: string) => oddIn(source, "python").map(({ kind, code, like }) => [kind, code, like ?? ""]);

test("marks of direction are found wherever they stand", () => {
  // CVE-2021-42574: the comment closes before it seems to
  expect(kinds('if level != "user\u202e \u2066# admin\u2069 \u2066":')).toEqual([
    ["bidi", "U+202E", ""],
    ["bidi", "U+2066", ""],
    ["bidi", "U+2069", ""],
    ["bidi", "U+2066", ""],
  ]);
});

test("characters that are not shown are found, a joiner inside of an emoji is not one", () => {
  expect(kinds("pass\u200bword = 1")).toEqual([["unseen", "U+200B", ""]]);
  expect(kinds("x = 'a\u{e0041}'")).toEqual([["unseen", "U+E0041", ""]]);
  expect(kinds('print("👩\u200d🔬")')).toEqual([]);
});

test("a look-alike letter is found among Latin ones, and in a name of nothing else", () => {
  expect(oddIn("pаssword", "python")).toEqual([{ start: 1, end: 2, kind: "lookalike", code: "U+0430", like: "a" }]);
  expect(kinds("ѕсоре = 1")).toHaveLength(5);
  expect(kinds("ｎｐ.load()")).toHaveLength(2);
  expect(kinds("𝐩rint(1)")).toEqual([["lookalike", "U+1D429", "p"]]);
});

test("prose and names in other scripts are left alone", () => {
  for (const source of [
    "# 参数：一个可训练的张量，值为 ｘ",
    'print("Привет, а это рис")',
    "# где хорошо",
    "скорость = 1",
    "学习率 = 0.1",
    "α = β * λ",
    "Δx = 1",
    "x = 'naïve café'",
  ])
    expect(kinds(source)).toEqual([]);
});

test("places are those of the text, over several lines", () => {
  const source = "a = 1\nb = '\u200e'\n# c\nimрort os";
  expect(oddIn(source, "python").map(({ start, end }) => source.slice(start, end))).toEqual(["\u200e", "р"]);
});
