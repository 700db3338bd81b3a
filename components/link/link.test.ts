import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deskOf } from "../notebook/files";
import { type Cell, emptyNotebook, type Notebook } from "../notebook/nbformat";
import { turned } from "../notebook/twin";
import old from "./corpus/links.json";
import { decodeLink } from "./decode";
import { fragmentOf } from "./encode";
import { deskFor, editions, findEdition, opened } from "./links.testing";
import { linkIn } from "./paste";

const bundled = editions.flatMap((edition) => (["zh", "en"] as const).map((language) => ({ edition, language })));
const [tutorial] = editions as [(typeof editions)[number]];

/** A notebook without what a link leaves out: ids, counts, keys beside nbformat's. */
const essence = ({ cells, metadata }: Notebook) => ({
  cells: cells.map(({ id: _, execution_count: __, outputs = [], ...cell }) => ({
    ...cell,
    ...(cell.cell_type === "code" && {
      outputs: (outputs as Cell[]).map(({ execution_count: ___, ...output }) => output),
    }),
  })),
  metadata,
});
const plain = ({ metadata, ...rest }: Notebook) => {
  const { sporebook: _, ...others } = metadata;
  return { ...rest, metadata: others } as unknown as Notebook;
};

describe("a link", () => {
  test.each(bundled)("to $edition.slug, $language, holds all of it and is short", async ({ edition, language }) => {
    const desk = deskFor(edition, language);
    const whole = await opened(fragmentOf(desk, true));
    expect(essence(whole.notebook)).toEqual(essence(edition.texts[language]));
    const fragment = fragmentOf(desk, true, edition, language);
    expect(fragment.length).toBeLessThanOrEqual(5_200);
    const edit = await opened(fragment);
    expect(essence(plain(edit.notebook))).toEqual(essence(edition.texts[language]));
    expect(edit.changes).toEqual({ changed: 0, added: 0, removed: 0 });
    expect(edit.notebook.cells.map(({ id }) => id)).toEqual(desk.order);
  });

  test.each(bundled)("with one number edited in $edition.slug, $language, has at most 200 characters", async (row) => {
    const { edition, language } = row;
    const desk = deskFor(edition, language);
    const codes = desk.order.filter((id) => desk.cells[id]!.cell_type === "code" && /\d/.test(desk.cells[id]!.source));
    for (const id of codes) {
      const source = desk.cells[id]!.source.replace(/\d+/, "417");
      const cells = { ...desk.cells, [id]: { ...desk.cells[id]!, source } };
      const fragment = fragmentOf({ ...desk, cells }, true, edition, language);
      expect(fragment.length).toBeLessThanOrEqual(200);
      const { notebook, changes } = await opened(fragment);
      expect(notebook.cells.find((cell) => cell.id === id)?.source).toBe(source);
      expect(changes).toEqual({ changed: 1, added: 0, removed: 0 });
    }
  });

  test("opens on the views and the slices that were chosen", async () => {
    const form = { version: 1, kind: "tensor", shape: [4, 2, 2], dtype: "int8", bytes: 16 };
    const data = { "text/plain": "t", "application/vnd.sporebook.tensor+json": form };
    const cell = { ...emptyNotebook().cells[0]!, outputs: [{ output_type: "display_data", data, metadata: {} }] };
    const desk = deskOf({ ...emptyNotebook(), cells: [cell as Cell] }, "a.ipynb");
    const lenses = { "cell/cell-1/0": { view: "heatmap", picks: [3, "rows", "columns"] } } as const;
    const { notebook } = await opened(fragmentOf({ ...desk, lenses }, true));
    expect((notebook.cells[0]!.outputs as { metadata: object }[])[0]!.metadata).toEqual({
      sporebook: { view: { as: "heatmap", slice: [3, "rows", "columns"] } },
    });
  });

  test("with two cells changed, one added, one moved and one removed is still below 300", async () => {
    const desk = deskFor(tutorial, "zh");
    const [a, b] = ["parameter-kinds", "attributes-print"] as const;
    const more = (id: string) => ({ ...desk.cells[id]!, source: `${desk.cells[id]!.source}\nprint("甲", w + 1)` });
    const mine = { id: "mine", cell_type: "code" as const, source: "x.asnumpy().mean()", metadata: {} };
    const order = [desk.order[1]!, desk.order[0]!, ...desk.order.slice(2, -1), "mine"];
    const cells = { ...desk.cells, [a]: more(a), [b]: more(b), mine };
    const fragment = fragmentOf({ ...desk, order, cells }, true, tutorial, "zh");
    expect(fragment.length).toBeLessThan(300);
    const { notebook, changes } = await opened(fragment);
    expect(notebook.cells.map(({ source }) => source)).toEqual(
      order.map((id) => cells[id as keyof typeof cells]!.source),
    );
    expect(changes).toEqual({ changed: 2, added: 1, removed: 1 });
  });

  test("of a tutorial shown in TypeScript is short too", async () => {
    const { cells, ...frame } = tutorial.texts.en;
    const shown = { ...frame, cells: cells.map((cell) => turned(cell, "typescript", frame)) } as Notebook;
    const desk = deskOf(shown, "network-parameters.en.ipynb");
    const fragment = fragmentOf(desk, true, tutorial, "en");
    expect(fragment.length).toBeLessThan(60);
    expect(essence(plain((await opened(fragment)).notebook))).toEqual(essence(shown));
  });

  test("without outputs has none, also where they are published", async () => {
    const desk = deskFor(tutorial, "en");
    for (const fragment of [fragmentOf(desk, false), fragmentOf(desk, false, tutorial, "en")]) {
      const { notebook } = await opened(fragment);
      expect(notebook.cells.flatMap((cell) => cell.outputs ?? [])).toEqual([]);
    }
  });

  test("gives the notebook the same link again", async () => {
    await fc.assert(
      fc.asyncProperty(anyNotebook, fc.boolean(), async (notebook, withOutputs) => {
        const fragment = fragmentOf(deskOf(notebook, "a.ipynb"), withOutputs);
        expect(fragmentOf(deskOf(structuredClone(notebook), "a.ipynb"), withOutputs)).toBe(fragment);
        const back = await opened(fragment);
        if (withOutputs) expect(essence(back.notebook)).toEqual(essence(notebook));
        expect(fragmentOf(deskOf(back.notebook, back.fileName), withOutputs)).toBe(fragment);
      }),
      { numRuns: 200 },
    );
  });

  test("of an edit gives the same link again", async () => {
    const desk = deskFor(tutorial, "en");
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...desk.order]),
        fc.dictionary(fc.constantFrom(...desk.order), fc.string()),
        async (order, sources) => {
          const cells = Object.fromEntries(
            order.map((id) => [id, id in sources ? { ...desk.cells[id]!, source: sources[id]! } : desk.cells[id]!]),
          );
          const fragment = fragmentOf({ ...desk, order, cells }, true, tutorial, "en");
          const back = await opened(fragment);
          expect(back.notebook.cells.map(({ source }) => source)).toEqual(order.map((id) => cells[id]!.source));
          expect(fragmentOf(deskOf(back.notebook, back.fileName), true, tutorial, "en")).toBe(fragment);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("names its file without folders, hidden characters or another ending", async () => {
    const desk = deskOf(emptyNotebook(), "../..\\a\u202Efdp:b.ipynb");
    expect((await opened(fragmentOf(desk, true))).fileName).toBe(".. .. afdp b.ipynb");
  });
});

describe("a link that was once made", () => {
  // made when each form was new; never changed, only added to
  test.each(old)("$name, still opens", async ({ link, sources, outputs }) => {
    const { notebook } = await opened(link);
    expect(notebook.cells.map(({ source }) => source.slice(0, 40))).toEqual(sources);
    expect(notebook.cells.reduce((count, cell) => count + ((cell.outputs as Cell[]) ?? []).length, 0)).toBe(outputs);
  });
});

describe("a link that has passed other programs", () => {
  const links = [fragmentOf(deskFor(tutorial, "zh"), true, tutorial, "zh"), fragmentOf(deskFor(tutorial, "en"), true)];
  const address = (fragment: string) => `https://notes.example/docs/notebook/?read#${fragment}`;
  const ways: { [name: string]: (address: string) => string } = {
    "as it was": (text) => text,
    "escaped as a whole": encodeURIComponent,
    "escaped twice": (text) => encodeURIComponent(encodeURIComponent(text)),
    "escaped where nobody needs it": (text) => text.replace(/[-_]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`),
    "in HTML": (text) => `<a href="${text.replaceAll("&", "&amp;")}">x</a>`,
    "in angle brackets": (text) => `<${text}>`,
    "in Markdown": (text) => `see [my notebook](${text}), please`,
    "at the end of a sentence": (text) => `It is here: ${text}.`,
    "in Chinese quotes": (text) => `“${text}”，谢谢！`,
    "broken into lines": (text) => text.replace(/.{60}/g, "$&\r\n"),
    "broken into quoted lines": (text) => text.replace(/.{60}/g, "$&\n> "),
    "with zero-width spaces": (text) => text.replace(/.{20}/g, "$&\u200b"),
    "with soft hyphens and a byte order mark": (text) => `\ufeff${text.replace(/.{30}/g, "$&\u00ad")}`,
    "in the older letters of base64": (text) =>
      text.replace(/(#.*)/, (of) => of.replaceAll("-", "+").replaceAll("_", "/")),
    "with a padding": (text) => `${text}==`,
    "without its address": (text) => text.split("#")[1]!,
    underscored: (text) => `_${text}_`,
  };
  test.each(Object.entries(ways))("opens %s", async (_, way) => {
    for (const fragment of links) {
      const { notebook } = await opened(way(address(fragment)));
      expect(notebook.cells).toHaveLength(tutorial.texts.en.cells.length);
    }
  });
  test("the address of a notebook elsewhere keeps its own escapes", () => {
    const wanted = { kind: "open", address: "https://h.example/a%20b.ipynb?x=1&y=2" };
    expect(linkIn("https://s.example/notebook/#open=https://h.example/a%20b.ipynb?x=1&y=2")).toEqual(wanted);
    expect(linkIn("#open=https%3A%2F%2Fh.example%2Fa%2520b.ipynb%3Fx%3D1%26y%3D2")).toEqual(wanted);
    expect(linkIn("(#open=https://h.example/a%20b.ipynb?x=1&amp;y=2).")).toEqual(wanted);
    expect(linkIn("open=https://h.example/a%20b.ipynb?x=1&y=2")).toEqual(wanted);
    expect(linkIn("0123456789abcdef")).toBeUndefined();
    expect(linkIn("pineapple")).toBeUndefined();
  });
});

describe("a broken link is told apart:", () => {
  const fragment = fragmentOf(deskFor(tutorial, "en"), true);
  const rows: [string, string, string][] = [
    ["cut off", fragment.slice(0, 400), "breaks off before its end"],
    ["changed", `${fragment.slice(0, 300)}AAAA${fragment.slice(304)}`, "was changed on its way"],
    ["newer", `n7${fragment.slice(2)}`, "its format is n7"],
    ["of an edition that is not known", `p1abcd0000000eAAAA`, "in its edition 0000000, which this site does not have"],
  ];
  test.each(rows)("%s", async (_, link, words) => {
    await expect(opened(link)).rejects.toThrow(words);
  });
  test("of an edition that cannot be asked for", async () => {
    const link = { kind: "p" as const, version: "1", body: "abcd0000000eAAAA" };
    await expect(decodeLink(link, () => Promise.reject(new Error("offline")))).rejects.toThrow("could not be loaded");
    await expect(decodeLink(link, findEdition)).rejects.toThrow("does not have");
  });
});

// --- any notebook --------------------------------------------------------------------------------------------------

const text = fc.string({ unit: "binary", maxLength: 60 });
const data = fc.dictionary(fc.constantFrom("text/plain", "text/html", "image/png"), text, { noNullPrototype: true });
const outputs = fc.array(
  fc.oneof(
    text.map((printed) => ({ output_type: "stream", name: "stdout", text: printed })),
    text.map((printed) => ({ output_type: "stream", name: "stderr", text: printed })),
    data.map((bundle) => ({ output_type: "display_data", data: bundle, metadata: {} })),
    data.map((bundle) => ({ output_type: "execute_result", data: bundle, metadata: {}, execution_count: null })),
    text.map((ename) => ({ output_type: "error", ename, evalue: "why", traceback: ["a", "b"] })),
  ),
  { maxLength: 3 },
);
const metadata = fc.constantFrom(
  {},
  { tags: ["a"] },
  { vscode: { languageId: "typescript" } },
  { jupyter: { source_hidden: true }, collapsed: true },
  { sporebook: { twin: { language: "typescript", source: "let x" } } },
);
const anyCell = fc.oneof(
  fc.record({ cell_type: fc.constant("code"), source: text, metadata, outputs, execution_count: fc.constant(null) }),
  fc.record({ cell_type: fc.constantFrom("markdown", "raw"), source: text, metadata: fc.constant({}) }),
);
const anyNotebook = fc.array(anyCell, { maxLength: 6 }).map(
  (cells) =>
    ({
      ...emptyNotebook(),
      cells: cells.map((cell, index) => ({ ...cell, id: `id-${index}` })),
    }) as unknown as Notebook,
);
