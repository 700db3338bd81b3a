import { expect, test } from "vitest";
import { answerTo } from "../../workers/lab/answer";
import type { Choice, LabTask, Series } from "../../workers/lab/protocol";
import { openNodeKernel } from "../../workers/node";
import type { CellLanguage } from "../../workers/protocol";
import { cellOf, overlayOf, pythonMade, typescriptMade } from "./code";
import { isThere, names } from "./initializers";
import { choiceOf, choicesOf, firstFields, type LabFields } from "./state";

const kernel = await openNodeKernel("public/python");

/** What the cell prints. */
async function printed(code: string, language: CellLanguage): Promise<string> {
  let text = "";
  await kernel.run({ id: "cell", code, language }, (event) => {
    if (event.type === "stream") text += event.text;
    if (event.type === "error") text += `${event.name}: ${event.message}`;
  });
  return text.trim();
}

/** Every initializer as it comes, and once with arguments of its own. */
const changes: { [name: string]: { [parameter: string]: string } } = {
  Uniform: { scale: "0.5" },
  Normal: { sigma: "0.2", mean: "-1.5" },
  TruncatedNormal: { sigma: "0.3" },
  XavierUniform: { gain: "1e-7" },
  XavierNormal: { gain: "2" },
  HeUniform: { negative_slope: "0.2", mode: "fan_out" },
  HeNormal: { nonlinearity: "tanh" },
  VarianceScaling: { scale: "2", mode: "fan_avg", distribution: "untruncated_normal" },
  Orthogonal: { gain: "1.5" },
  Sparse: { sparsity: "0.25" },
};

const fieldsOf = (reference: LabFields["reference"], chosen: LabFields["chosen"]): LabFields => ({
  ...firstFields,
  reference,
  chosen,
});
const rows = (["1.6", "2.x"] as const).flatMap((reference) =>
  names
    .filter((name) => isThere(name, reference))
    .flatMap((name) => {
      const plain = fieldsOf(reference, [name]);
      const changed = { ...plain, written: changes };
      return [plain, changed].map((fields) => {
        const choice = choiceOf(fields, name)!;
        return { made: pythonMade(choice), reference, choice };
      });
    }),
);

const taskFor = (reference: LabFields["reference"], choices: readonly Choice[], seed: number): LabTask => ({
  shape: choices.some(({ name }) => name === "Sparse") ? [24, 18] : [24, 3, 3, 2],
  reference,
  seed,
  unit: "value",
  choices,
});

test.each(rows)("$made of $reference: the Python and the TypeScript cell draw what the lab draws", async (row) => {
  const task = taskFor(row.reference, [row.choice], 7);
  const series = answerTo(task).drawn[0] as Series;
  expect(series.bins).toBeDefined();
  const text = `mean ${series.mean}\nstd ${series.std}`;
  expect(await printed(cellOf(row.choice, task, "python"), "python")).toBe(text);
  expect(await printed(cellOf(row.choice, task, "typescript"), "typescript")).toBe(text);
});

test("the cell of all of them draws each right after the seed", async () => {
  const choices = choicesOf(fieldsOf("1.6", ["XavierUniform", "HeUniform", "Normal"]));
  const task = taskFor("1.6", choices, 3);
  const lines = answerTo(task)
    .drawn.map((drawn, i) => `${choices[i]!.name} mean ${(drawn as Series).mean} std ${(drawn as Series).std}`)
    .join("\n");
  expect(await printed(overlayOf(choices, task, "python"), "python")).toBe(lines);
  expect(await printed(overlayOf(choices, task, "typescript"), "typescript")).toBe(lines);
});

test("only arguments that are not the default's are written", () => {
  const he: Choice = { name: "HeUniform", args: [0, "fan_out", "leaky_relu"] };
  expect(pythonMade(he)).toBe('HeUniform(mode="fan_out")');
  expect(typescriptMade(he)).toBe('new HeUniform(0, "fan_out")');
  expect(pythonMade({ name: "Sparse", args: [0.1, 0.01] })).toBe("Sparse(sparsity=0.1)");
  expect(typescriptMade({ name: "Normal", args: [0.01, 0] })).toBe("new Normal()");
});
