import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { literalsIn, stepped, withNumber } from "./number";

const texts = (source: string, language: "python" | "typescript" = "python") =>
  literalsIn(source, language).map(({ text }) => text);

describe("literalsIn", () => {
  test.each([
    ["Normal(0.2)", ["0.2"]],
    ["f(64, 1e-3, .5, 2.)", ["64", "1e-3", ".5", "2."]],
    ["x = -0.5 - 3", ["-0.5", "3"]],
    ["a = 'Normal(0.2) 5'  # 7", []],
    ['"""3\n4"""\nb = 5', ["5"]],
    ["conv1 = x1 + 0x1f + 2j", []],
    ["1_000", ["1_000"]],
    ["x = 123456789012345678901", []],
  ])("python: %j holds %j", (source, found) => expect(texts(source)).toEqual(found));
  test.each([
    ["new Normal(0.2) // 3", ["0.2"]],
    ["/* 1\n2 */ const a = 3;", ["3"]],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the code of a cell
    ["`4 ${5} 6` + '7' + 8n", ["5"]],
    ["/[0-9]{2}/.test(s)", []],
  ])("typescript: %j holds %j", (source, found) => expect(texts(source, "typescript")).toEqual(found));
  test("gives the places of what it found", () => {
    const source = "a = 1\nb = f(-2.5)";
    expect(literalsIn(source, "python").map(({ start, end }) => source.slice(start, end))).toEqual(["1", "-2.5"]);
  });
});

describe("stepped", () => {
  test.each([
    ["0.2", 1, "0.21"],
    ["0.2", 10, "0.3"],
    ["0.2", -20, "0.0"],
    ["0.2", -25, "-0.05"],
    ["0.25", 1, "0.251"],
    ["64", 3, "67"],
    ["64", -70, "-6"],
    ["1_000", 1, "1001"],
    ["1e-3", 1, "1.1e-3"],
    ["1e-3", 10, "2e-3"],
    ["1.5e-3", -1, "1.49e-3"],
    ["-0.5", 1, "-0.49"],
    ["2.", 1, "2.1"],
    ["2.", 10, "3."],
    [".5", 1, "0.51"],
    ["0.1", 2, "0.12"],
  ])("%s by %i is %s", (text, steps, result) => {
    expect(stepped({ text, isSignable: true }, steps)).toBe(result);
  });
  test("stays at 0 where a minus would subtract", () => {
    expect(stepped({ text: "3", isSignable: false }, -5)).toBe("0");
  });
  test("there and back is the same number, and it is always a number in code", () => {
    const number = fc.oneof(
      fc.nat(1e6).map(String),
      fc.tuple(fc.nat(999), fc.stringMatching(/^\d{1,5}$/)).map(([a, b]) => `${a}.${b}`),
    );
    fc.assert(
      fc.property(number, fc.integer({ min: -500, max: 500 }), (text, steps) => {
        const [literal] = literalsIn(`f(${text})`, "python");
        const moved = withNumber(`f(${text})`, literal!, stepped(literal!, steps));
        const [again] = literalsIn(moved, "python");
        expect(moved).toBe(`f(${again!.text})`);
        const places = text.includes(".") ? text.split(".")[1]!.length + 1 : 0;
        expect(Number(again!.text)).toBeCloseTo(Number(text) + steps / 10 ** places, 9);
      }),
    );
  });
});
