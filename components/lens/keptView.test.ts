import { expect, test } from "vitest";
import type { Output } from "../notebook/nbformat";
import { heldViews, keptView, withViews } from "./keptView";
import { tensorMime } from "./mime";

const output = (metadata = {}): Output => ({
  output_type: "display_data",
  data: { "text/plain": "t", [tensorMime]: { version: 1, kind: "tensor", shape: [2, 2], dtype: "int8", bytes: 4 } },
  metadata,
});

test("the view, the slice and the colours that are chosen are kept in an output's metadata, and read from there", () => {
  const lenses = {
    "cell/a/1": { view: "heatmap", picks: ["rows", 3, "columns"], measure: "max", at: [1, 2] },
  } as const;
  const [first, second] = withViews([output(), output({ tags: ["x"], sporebook: { cut: 1 } })], "a", lenses);
  expect(first).toEqual(output());
  expect(second!.metadata).toEqual({
    tags: ["x"],
    sporebook: { cut: 1, view: { as: "heatmap", slice: ["rows", 3, "columns"], colour: "max" } },
  });
  expect(keptView(second!.metadata)).toEqual({
    "": { view: "heatmap", picks: ["rows", 3, "columns"], measure: "max" },
  });
});

test("of a list, the member that is open is kept with its view", () => {
  const lenses = { "cell/a/0": { view: "members", member: 2 }, "cell/a/0/2": { view: "table" } } as const;
  const [made] = withViews([output()], "a", lenses);
  expect(made!.metadata).toEqual({ sporebook: { view: { as: "members", member: 2, of: { as: "table" } } } });
  expect(keptView(made!.metadata)).toEqual({ "": { view: "members", member: 2 }, "/2": { view: "table" } });
});

test("a comparison ends with its session: nothing of it is kept; and what nobody has looked at stays the same object", () => {
  const outputs = [output(), output({ sporebook: { view: { as: "table" } } })];
  expect(withViews(outputs, "a", {})).toBe(outputs);
  expect(withViews(outputs, "a", { "cell/a/0": { view: "compare", before: "#1" } })).toBe(outputs);
});

test.each([
  ["a view that does not exist", { as: "pie" }],
  ["a view of another kind", { as: ["heatmap"] }],
  ["a comparison", { as: "compare" }],
  ["a slice that is no list", { as: "heatmap", slice: "rows" }],
  ["an index below 0", { as: "heatmap", slice: [-1, "rows", "columns"] }],
  ["a slice of very many axes", { as: "heatmap", slice: Array(65).fill(0) }],
  ["a text", "heatmap"],
  ["null", null],
])("%s in a file is no view", (_, view) => {
  expect(keptView({ sporebook: { view } })).toEqual({});
});

test("what the file says of a view holds also when the cell has run again, unless something else was chosen", () => {
  const [kept, fresh] = [output({ sporebook: { view: { as: "table" } } }), output()];
  const run = (outputs: Output[]) => ({ a: { status: "ok", outputs, executionCount: 1 } }) as const;
  expect(heldViews({}, run([kept]), run([fresh]))).toEqual({ "cell/a/0": { view: "table" } });
  const lenses = { "cell/a/0": { view: "text" } } as const;
  expect(heldViews(lenses, run([kept]), run([fresh]))).toBe(lenses);
  expect(heldViews(lenses, run([kept]), run([kept]))).toBe(lenses);
});
