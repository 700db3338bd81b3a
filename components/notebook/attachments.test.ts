import { expect, test } from "vitest";
import { attach, freeName, largestPicture } from "./attachments";
import { openedBundled } from "./files";
import { emptyNotebook, type Notebook } from "./nbformat";
import { createNotebookStore } from "./store";

test("a picture is kept in the cell under a name of its own, and written into its text", async () => {
  globalThis.document = { documentElement: { dataset: {} } } as Document; // all that the switches touch
  const text: Notebook = {
    ...emptyNotebook(),
    cells: [{ id: "a", cell_type: "markdown", metadata: {}, source: "See: ", attachments: { "a b.png": {} } }],
  };
  const store = createNotebookStore(openedBundled({ slug: "network-parameters", texts: { en: text, zh: text } }));
  const file = new File([new Uint8Array([1, 2, 250])], "a b.png", { type: "image/png" });
  const large = new File([new Uint8Array(largestPicture + 1)], "large.png", { type: "image/png" });
  globalThis.HTMLTextAreaElement ??= class {} as typeof HTMLTextAreaElement;
  expect(await attach(store, "a", [file, large])).toEqual(["large.png"]);
  expect(store.getState().cells.a).toMatchObject({
    source: "See: ![a b-2](attachment:a%20b-2.png)",
    attachments: { "a b.png": {}, "a b-2.png": { "image/png": "AQL6" } },
  });
});

test.each([
  ["a.png", {}, "a.png"],
  ["a.png", { "a.png": 1, "a-2.png": 1 }, "a-3.png"],
  ["image", { image: 1 }, "image-2"],
  ["toString", {}, "toString"],
])("freeName of %s", (name, taken, expected) => {
  expect(freeName(name, taken)).toBe(expected);
});
