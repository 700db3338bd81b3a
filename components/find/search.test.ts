import { describe, expect, test } from "vitest";
import { expressionOf, mostHits, type Query, replaced, type Searched, search } from "./search";

const plain: Query = { text: "", matchCase: false, wholeWord: false, isRegex: false };
const cell = (text: string, id = "a"): Searched => ({ cell: id, place: "source", text });
const found = (query: Partial<Query>, ...texts: string[]) =>
  search(
    { ...plain, ...query },
    texts.map((text, index) => cell(text, String(index))),
  ).hits.map(({ cell, start, end }) => `${cell}:${texts[Number(cell)]!.slice(start, end)}@${start}`);

describe("search", () => {
  test.each<[Partial<Query>, string[], string[]]>([
    [{ text: "a" }, ["abA", "xa"], ["0:a@0", "0:A@2", "1:a@1"]],
    [{ text: "a", matchCase: true }, ["abA"], ["0:a@0"]],
    [{ text: "net", wholeWord: true }, ["net nets _net net.x"], ["0:net@0", "0:net@14"]],
    [{ text: "参数", wholeWord: true }, ["参数 网络参数"], ["0:参数@0"]],
    [{ text: "f(x)[1].*" }, ["f(x)[1].*"], ["0:f(x)[1].*@0"]],
    [{ text: "\\bw\\d+", isRegex: true }, ["w1 aw2 w33"], ["0:w1@0", "0:w33@7"]],
    [{ text: "^b$", isRegex: true }, ["a\nb\nc"], ["0:b@2"]],
    [{ text: "a|b", isRegex: true, wholeWord: true }, ["a ab b"], ["0:a@0", "0:b@5"]],
    [{ text: "x*", isRegex: true }, ["axxb"], ["0:xx@1"]],
    [{ text: "" }, ["abc"], []],
    [{ text: "😀" }, ["a😀b"], ["0:😀@1"]],
  ])("%j", (query, texts, expected) => {
    expect(found(query, ...texts)).toEqual(expected);
  });

  test("stops counting where nobody looks any more", () => {
    const { hits, isMore } = search({ ...plain, text: "a" }, [cell("a".repeat(mostHits + 1))]);
    expect([hits.length, isMore]).toEqual([mostHits, true]);
  });

  test("an expression that is none says why", () => {
    expect(() => expressionOf({ ...plain, text: "(", isRegex: true })).toThrow("Unterminated group");
  });
});

describe("replaced", () => {
  const all = (text: string, query: Partial<Query>, replacement: string) => {
    const whole = { ...plain, ...query };
    return replaced(text, search(whole, [cell(text)]).hits, replacement, whole.isRegex);
  };
  test.each<[string, Partial<Query>, string, string]>([
    ["a b a", { text: "a" }, "$&x", "$&x b $&x"],
    ["np.ones(2)", { text: "np\\.(\\w+)\\((\\d)\\)", isRegex: true }, "$1[$2] $& $$ $3", "ones[2] np.ones(2) $ $3"],
    ["a=1", { text: "(?<key>\\w)=(?<value>\\d)", isRegex: true }, "$<value>:$<key>$<none>", "1:a"],
    ["(b)?", { text: "x|(y)", isRegex: true }, "$1", "(b)?"],
    ["x", { text: "x|(y)", isRegex: true }, "<$1>", "<>"],
  ])("of %j", (text, query, replacement, expected) => {
    expect(all(text, query, replacement)).toBe(expected);
  });
});
