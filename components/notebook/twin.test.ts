import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseNotebook } from "./file";
import { openedBundled } from "./files";
import { languageOf } from "./language";
import { createNotebookStore } from "./store";
import { shownLanguage, translatedCell, turned, twinOf } from "./twin";

const read = (language: string) =>
  parseNotebook(readFileSync(`public/tutorials/network-parameters.${language}.ipynb`, "utf8"));
const texts = { zh: read("zh"), en: read("en") };
const opened = () => createNotebookStore(openedBundled({ slug: "network-parameters", texts }));

const twin = { language: "typescript", source: "let a" };
const cell = { cell_type: "code", source: "a = 1", metadata: { tags: ["x"], sporebook: { expected: 1, twin } } };

describe("a cell with a twin", () => {
  test("exchanges the two texts, and comes back as it was", () => {
    const there = turned(cell, "typescript", {});
    expect(there.source).toBe("let a");
    expect(languageOf(there)).toBe("typescript");
    expect(twinOf(there)).toEqual({ language: "python", source: "a = 1" });
    expect(turned(there, "typescript", {})).toBe(there);
    expect(turned(there, "python", {})).toEqual(cell);
  });
  test("keeps what was changed in either text", () => {
    const there = { ...turned(cell, "typescript", {}), source: "let b" };
    const back = { ...turned(there, "python", {}), source: "b = 1" };
    expect(turned(back, "typescript", {}).source).toBe("let b");
    expect(turned(turned(back, "typescript", {}), "python", {}).source).toBe("b = 1");
  });
  test("gets both texts in another language of prose, but for those that were changed", () => {
    const text = (source: string, other: string) => ({
      cell_type: "markdown",
      source,
      metadata: { sporebook: { twin: { language: "typescript", source: other } } },
    });
    const [from, to] = [text("set_seed", "setSeed"), text("用 set_seed", "用 setSeed")];
    expect(translatedCell(from, from, to)).toEqual(to);
    const there = turned(from, "typescript", {});
    expect(translatedCell(there, from, to)).toEqual(turned(to, "typescript", {}));
    expect(translatedCell({ ...there, source: "mine" }, from, to).source).toBe("mine");
  });
});

test.each([null, [], "x", { language: "rust", source: "" }, { language: "python" }, { source: "a" }])(
  "%j in a file is no twin",
  (twin) => {
    expect(twinOf({ metadata: { sporebook: { twin } } })).toBeNull();
    expect(twinOf({ metadata: { sporebook: twin } })).toBeNull();
  },
);

describe("the tutorial", () => {
  test("has a twin for every cell of code, the same in both languages of prose", () => {
    const twins = (language: "zh" | "en") =>
      texts[language].cells.flatMap((one) => (one.cell_type === "code" ? [twinOf(one)] : []));
    expect(twins("en")).not.toContain(null);
    expect(twins("zh")).toEqual(twins("en"));
  });
  test("shows its steps in TypeScript and in Python again, with what the reader has changed", () => {
    const store = opened();
    const state = () => store.getState();
    const published = state().cells;
    state().showIn("typescript");
    expect(shownLanguage(state().order.map((id) => state().cells[id]!))).toBe("typescript");
    expect(state().cells["conv-ones"]!.source).toContain("new nn.Conv2d");
    expect(state().cells.normal!.source).toContain("setSeed(1)");
    expect(state().runs["conv-ones"]!.outputs).toEqual(texts.en.cells.find(({ id }) => id === "conv-ones")!.outputs);
    state().setSource("conv-ones", "// mine");
    state().showIn("python");
    expect({ ...state().cells, "conv-ones": null }).toEqual({ ...published, "conv-ones": null });
    state().showIn("typescript");
    expect(state().cells["conv-ones"]!.source).toBe("// mine");
  });
  test("turns a single cell with its language", () => {
    const store = opened();
    store.getState().setCellLanguage("conv-ones", "typescript");
    expect(store.getState().cells["conv-ones"]!.source).toContain("new nn.Conv2d");
  });
});
