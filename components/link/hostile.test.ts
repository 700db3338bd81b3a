import { expect, test } from "vitest";
import { limits } from "./limits";
import { forged, opened } from "./links.testing";

const cell = (s: string, more: object = {}) => JSON.stringify({ c: [{ s, ...more }] });
const random = (length: number) =>
  Array.from({ length }, (_, at) => ((Math.imul(at + 1, 2654435761) >>> 9) % 4096).toString(36)).join("");

/** What a hostile author may put into a link whose check letters are right, and the sentence that refuses it. */
const attacks: [string, string, string][] = [
  ["100 MB of zeros", forged(new Uint8Array(100_000_000), "n1", 9), "A link holds at most 64 KiB"],
  ["60 MB of zeros in 58 KB", forged(new Uint8Array(40_000_000), "n1", 9), "A link may unfold to at most"],
  ["a ratio of over 200", forged(cell(" ".repeat(500_000)), "n1", 9), "at most 200 times its own length"],
  ["more than 64 KiB of letters", `n1AAAA${"A".repeat(70_000)}`, "A link holds at most 64 KiB"],
  [
    "501 cells",
    forged(JSON.stringify({ c: Array(501).fill({ s: "" }) }), "n1"),
    "at most 500 cells, but this one has 501",
  ],
  ["10⁶ cells", forged(`{"c":[${"0,".repeat(999_999)}0]}`, "n1", 9), "was not opened"],
  ["501 cells out of ranges", forged(JSON.stringify({ c: Array(20).fill([0, 30]) }), "p1"), "at most 500 cells"],
  [
    "a cell of 256 KiB and one",
    forged(cell(`${random(30_000)}${"ab ".repeat(80_000)}`), "n1", 9),
    "A cell in a link has at most 256 KiB",
  ],
  ["201 outputs", forged(cell("", { o: Array(201).fill("") }), "n1"), "The outputs in a link may have"],
  [
    "2,000 levels",
    forged(cell("", { m: JSON.parse(`${'{"a":'.repeat(2_000)}1${"}".repeat(2_000)}`) }), "n1"),
    "At most 40 levels",
  ],
  ["100,000 levels of lists", forged(`{"c":${"[".repeat(100_000)}${"]".repeat(100_000)}}`, "n1", 9), "200 times"],
  ["__proto__", forged('{"c":[{"s":"","m":{"__proto__":{"polluted":1}}}]}', "n1"), "the key “__proto__”"],
  [
    "constructor",
    forged('{"c":[{"s":"","m":{"a":[{"constructor":{"prototype":{}}}]}}]}', "n1"),
    "the key “constructor”",
  ],
  ["a key of its own", forged('{"c":[{"s":"","id":"title"}]}', "n1"), "c[0] is not what it must be"],
  ["a text that is no text", forged('{"c":[{"s":["a"]}]}', "n1"), "c[0].s is not"],
  ["a published cell that is not there", forged('{"c":[99]}', "p1"), "c[0] is not"],
  ["a published cell below zero", forged('{"c":[-1]}', "p1"), "c[0] is not"],
  ["trust in its own metadata at the top", forged('{"trusted":true,"c":[]}', "n1"), "{} is not"],
  ["no JSON", forged("hello", "n1"), "was changed on its way"],
  ["no text", forged(Uint8Array.of(0xff, 0xfe, 0xfd), "n1"), "was changed on its way"],
];

test.each(attacks)("a link with %s is refused in one sentence", async (_, link, words) => {
  await expect(opened(link)).rejects.toThrow(words);
  await expect(opened(link)).rejects.toThrow(expect.objectContaining({ name: "LinkError" }));
  expect("polluted" in {}).toBe(false);
});

test("ids are minted anew, also for published cells that come twice", async () => {
  const { notebook } = await opened(forged('{"c":[[0,2],1,{"p":1,"s":"x"},{"s":"y"}]}', "p1"));
  const ids = notebook.cells.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.slice(0, 3)).toEqual(["title", "parameter", "parameter-kinds"]);
});

test("a range that ends before it begins holds nothing", async () => {
  expect((await opened(forged('{"c":[[5,2]]}', "p1"))).notebook.cells).toEqual([]);
});

test("limits are those of the page on security", () => {
  expect(limits).toMatchObject({ encoded: 65_536, inflated: 2_097_152, ratio: 200, cells: 500, source: 262_144 });
});
