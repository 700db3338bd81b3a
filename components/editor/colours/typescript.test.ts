// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is what is read here
import { expect, test } from "vitest";
import { kindsOf } from "./testing";

test.each([
  ["const x: number = 1n;", ["keyword:const plain:x: keyword:number plain:= number:1n plain:;"]],
  ["class A extends B {}", ["keyword:class name:A keyword:extends plain:B {}"]],
  ["a = b / c / 2 // rest", ["plain:a = b / c / number:2 comment:// rest"]],
  ["s.replace(/a[/]b/g, 'x')", ["plain:s.replace( string:/a[/]b/g plain:, string:'x' plain:)"]],
  ["`a ${b + `c${d}`} e` + f", ["string:`a plain:${b + string:`c plain:${d} string:` plain:} string:e` plain:+ f"]],
  ["`a\n${ {b: 1} }\nc` / 2", ["string:`a", "plain:${ {b: number:1 plain:} }", "string:c` plain:/ number:2"]],
  ["/* a\nb */ null", ["comment:/* a", "comment:b */ constant:null"]],
  ["x.type, x.class", ["plain:x.type, x.class"]],
  ['\'中文\' + "\\""', ['string:\'中文\' plain:+ string:"\\""']],
])("the colours of TypeScript: %j", (source, expected) => {
  expect(kindsOf(source, "typescript")).toEqual(expected);
});
