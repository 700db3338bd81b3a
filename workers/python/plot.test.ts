import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { type NodeKernel, openNodeKernel } from "../node";
import type { CellLanguage, RunEvent } from "../protocol";

let kernel: NodeKernel;
beforeAll(async () => {
  kernel = await openNodeKernel(fileURLToPath(new URL("../../public/python", import.meta.url)));
});

async function run(code: string, language: CellLanguage = "python"): Promise<RunEvent[]> {
  const events: RunEvent[] = [];
  await kernel.run({ id: "cell", code, language }, (event) => events.push(event));
  return events.slice(1, -1);
}
const mime = "application/vnd.plotly.v1+json";
type Shown = { "text/plain": string; [mime]: { data: { [key: string]: unknown }[]; layout: object } };
async function shown(code: string, language: CellLanguage = "python"): Promise<Shown> {
  const event = (await run(code, language)).at(-1);
  if (event?.type !== "display" && event?.type !== "result") throw new Error(JSON.stringify(event));
  return event.bundle as unknown as Shown;
}

describe("plot", () => {
  // the same figures from both languages
  test.each([
    ["plot.histogram([1, 2, 2, 3, 4], bins=3)", "plot.histogram([1, 2, 2, 3, 4], { bins: 3 })"],
    ["plot.heatmap([[1.5, -2], [3, 4]], title='W')", 'plot.heatmap([[1.5, -2], [3, 4]], { title: "W" })'],
    ["plot.line([1.5, 2], x=[3, 4], names='loss')", 'plot.line([1.5, 2], { x: [3, 4], names: ["loss"] })'],
    ["plot.scatter([1.5], [2.5], xlabel='a')", 'plot.scatter([1.5], [2.5], { xlabel: "a" })'],
    ["plot.bar([1, 2], names=['a', 'b'])", 'plot.bar([1, 2], { names: ["a", "b"] })'],
  ])("%s is the figure of its TypeScript twin", async (python, typescript) => {
    const { [mime]: figure, "text/plain": text } = await shown(python);
    expect(await shown(typescript, "typescript")).toMatchObject({ [mime]: figure, "text/plain": text });
    expect(figure.data[0]).toMatchObject({ type: expect.any(String), meta: { about: expect.any(String) } });
  });
  test("counts tensors where they lie, and a parameter has its name", async () => {
    const { [mime]: figure } = await shown(`
import numpy as np
import mindspore as ms
from mindspore import Tensor, Parameter
from sporebook import plot
w = Parameter(Tensor(np.arange(6).reshape(2, 3), ms.float32), name="weight")
display(plot.histogram(w, Tensor([1.0, 2.0]), bins=5))`);
    expect(figure.data).toMatchObject([
      { name: "weight", y: [1, 1, 1, 1, 2] },
      { name: "2", y: [0, 1, 1, 0, 0] },
    ]);
  });
  test("lays its errors before the reader as Python's own", async () => {
    expect(await run("plot.histogram([1], bins=0)")).toMatchObject([{ type: "error", name: "ValueError" }]);
    expect(await run("plot.heatmap([[[1]]])")).toMatchObject([
      { type: "error", message: expect.stringContaining("but got shape (1, 1, 1)") },
    ]);
  });
  test.each([
    ["python", "display({'data': [{'type': 'bar', 'y': [1, 2]}], 'layout': {}})"],
    ["typescript", 'display({ data: [{ type: "bar", y: [1, 2] }], layout: {} })'],
  ] as const)("display draws a figure that is data, in %s", async (language, code) => {
    expect((await shown(code, language))[mime]).toEqual({ data: [{ type: "bar", y: [1, 2] }], layout: {} });
  });
  test.each(["{'data': [1, 2]}", "{'data': []}", "{'data': [{'type': 'bar'}], 'name': 'x'}"])(
    "display shows %s as what it is",
    async (code) => {
      expect(Object.keys(await shown(`display(${code})`))).toEqual(["text/plain"]);
    },
  );
});

test.each([
  ["import matplotlib.pyplot as plt", "No module named 'matplotlib': use plot.line(y), plot.histogram(t)"],
  ["from matplotlib import pyplot", "No module named 'matplotlib': use plot.line(y)"],
  ["import seaborn", "No module named 'seaborn': use plot.histogram(t)"],
  ["import plotly.express as px", "No module named 'plotly': display(...) draws a figure given as a dict"],
  ["import torch", "No module named 'torch'"],
])("%s says what there is instead", async (code, words) => {
  const [event] = await run(code);
  expect(event).toMatchObject({ type: "error", name: "ModuleNotFoundError" });
  expect((event as { message: string }).message.startsWith(words)).toBe(true);
});
