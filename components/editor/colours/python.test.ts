import { describe, expect, test } from "vitest";
import { coloured } from ".";
import { kindsOf } from "./testing";

describe("coloured", () => {
  test("keeps every character", () => {
    const source =
      'def f(x):\n  """doc\n  more"""\n  return f"{x!r}" + \'a\\\'b\' # 注释\n\nß = 0x_ff + 1.5e-3j\n"open';
    const text = coloured(source, "python").map((line) => line.map((piece) => piece.text).join(""));
    expect(text.join("\n")).toBe(source);
  });

  test.each([
    ["from a import b", ["keyword:from plain:a keyword:import plain:b"]],
    ["class Net(nn.Cell):", ["keyword:class name:Net plain:(nn.Cell):"]],
    ["x = None  # it's", ["plain:x = constant:None comment:# it's"]],
    ["'a # b' + rb\"c\"", ["string:'a # b' plain:+ string:rb\"c\""]],
    [
      "print(1.5, .5, 1e-9, 0xff)",
      ["plain:print( number:1.5 plain:, number:.5 plain:, number:1e-9 plain:, number:0xff plain:)"],
    ],
    ["@property", ["decorator:@property"]],
    ["a @ b.is_", ["plain:a @ b.is_"]],
    ["'''a\nb''' + c", ["string:'''a", "string:b''' plain:+ c"]],
    ['""" x """; y', ['string:""" x """ plain:; y']],
    ["t.all, p.class_", ["plain:t.all, p.class_"]],
  ])("knows the kinds in %j", (source, expected) => {
    expect(kindsOf(source, "python")).toEqual(expected);
  });
});
