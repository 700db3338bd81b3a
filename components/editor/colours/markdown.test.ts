// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is what is read here
import fc from "fast-check";
import { expect, test } from "vitest";
import { coloured, type EditorLanguage, tokenizers } from ".";
import { kindsOf } from "./testing";

test.each([
  ["# Title *x*", ["heading:# Title *x*"]],
  ["- [ ] a **b** and *c*", ["decorator:- [ ] plain:a strong:**b** plain:and emphasis:*c*"]],
  ["see [here](https://a.b) and https://c.d", ["plain:see link:[here](https://a.b) plain:and link:https://c.d"]],
  ["an `if` and $x^2$, 5$ and 6$", ["plain:an string:`if` plain:and constant:$x^2$ plain:, 5$ and 6$"]],
  ["```python\nif x:\n```\nif", ["string:```python", "keyword:if plain:x:", "string:```", "plain:if"]],
  ["```ts\nconst a\n~~~\n````", ["string:```ts", "keyword:const plain:a", "plain:~~~", "string:````"]],
  ["$$\na_b\n$$\nc", ["constant:$$", "constant:a_b", "constant:$$", "plain:c"]],
  ["> quoted", ["comment:> quoted"]],
  ["snake_case_name __init__", ["plain:snake_case_name strong:__init__"]],
  ["**粗体**与*斜体*", ["strong:**粗体** plain:与 emphasis:*斜体*"]],
  ["a <b>c</b> <!-- d -->", ["plain:a comment:<b> plain:c comment:</b> plain: comment:<!-- d -->"]],
])("the colours of Markdown: %j", (source, expected) => {
  expect(kindsOf(source, "markdown")).toEqual(expected.map((line) => line.replace("plain: ", "")));
});

const pieces = fc.constantFrom(
  ..."`$*_[]()<>!#~\\/\"'{}@ \n",
  "```",
  "$$",
  "**",
  "中",
  "if ",
  "f'''",
  "/*",
  "${",
  "1e",
  "x",
);
test("every language keeps every character, whatever the text", () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
      const source = parts.join("");
      for (const language of Object.keys(tokenizers) as EditorLanguage[]) {
        const lines = coloured(source, language).map((line) => line.map(({ text }) => text).join(""));
        expect(lines.join("\n")).toBe(source);
      }
    }),
  );
});
