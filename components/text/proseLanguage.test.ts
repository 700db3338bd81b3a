import { expect, test } from "vitest";
import { langOf, proseLanguage } from "./proseLanguage";

test.each([
  ["什么是 Parameter", "zh"],
  ["`Parameter` 是变量张量，代表网络的参数。", "zh"],
  ["Network parameters", "en"],
  ["The word 参数 means parameter in Chinese", "en"],
  ["使用 `initializer` 进行初始化：支持 Tensor、str、Initializer 的子类。", "zh"],
  ["参数", "zh"],
  ["$x^2$", undefined],
  ["```python\nimport numpy as np\n```", undefined],
  ["1.6", undefined],
])("proseLanguage of %j is %s", (text, language) => {
  expect(proseLanguage(text)).toBe(language);
});

test("langOf says only what differs from the page", () => {
  expect(langOf("What a Parameter is", "en")).toBeUndefined();
  expect(langOf("What a Parameter is", "zh")).toBe("en");
  expect(langOf("什么是 Parameter", "en")).toBe("zh-CN");
});
