import type { Choice, LabTask } from "../../workers/lab/protocol";
import type { CellLanguage } from "../../workers/protocol";
import { argumentsOf } from "./state";

/*
 * The cells that draw what the lab has drawn, bit for bit: each sets the releases and the seed, and draws once after that.
 */

type Where = Pick<LabTask, "shape" | "reference" | "seed">;

/** The cell that draws one choice and prints what the lab says of it. */
export function cellOf(choice: Choice, where: Where, language: CellLanguage): string {
  return language === "python" ? pythonCell(choice, where) : typescriptCell(choice, where);
}

function pythonCell(choice: Choice, { shape, reference, seed }: Where): string {
  return `from mindspore import set_reference, set_seed
from mindspore.common.initializer import ${imported([choice], "initializer")}

set_reference("${reference}")
set_seed(${seed})
weight = initializer(${pythonMade(choice)}, ${list(shape)}).init_data()

values = weight.asnumpy()
print("mean", values.mean())
print("std", values.std())`;
}

function typescriptCell(choice: Choice, { shape, reference, seed }: Where): string {
  return `import { ${imported([choice], "initializer", "setReference", "setSeed")} } from "mindspore";

setReference("${reference}");
setSeed(${seed});
const weight = initializer(${typescriptMade(choice)}, ${list(shape)}).initData();

const values = weight.asnumpy();
print("mean", values.mean());
print("std", values.std());`;
}

/** The cell that draws all of them and lays their histograms over each other. */
export function overlayOf(choices: readonly Choice[], where: Where, language: CellLanguage): string {
  return language === "python" ? pythonOverlay(choices, where) : typescriptOverlay(choices, where);
}

function pythonOverlay(choices: readonly Choice[], { shape, reference, seed }: Where): string {
  const rows = choices.map((choice) => `    ${pythonMade(choice)},`).join("\n");
  return `import numpy as np
from mindspore import set_reference, set_seed
from mindspore.common.initializer import ${imported(choices, "initializer")}
from sporebook import display

set_reference("${reference}")
traces = []
for init in [
${rows}
]:
    set_seed(${seed})
    values = initializer(init, ${list(shape)}).init_data().asnumpy()
    name = type(init).__name__
    print(name, "mean", values.mean(), "std", values.std())
    density, edges = np.histogram(values, bins=60, density=True)
    line = {"shape": "hv", "width": 1}
    traces.append({"x": edges[:-1].tolist(), "y": density.tolist(), "name": name, "line": line, "fill": "tozeroy"})

display({"application/vnd.plotly.v1+json": {"data": traces}}, raw=True)`;
}

function typescriptOverlay(choices: readonly Choice[], { shape, reference, seed }: Where): string {
  const rows = choices.map((choice) => `  ${typescriptMade(choice)},`).join("\n");
  return `import { ${imported(choices, "initializer", "setReference", "setSeed")} } from "mindspore";
import * as np from "numpy";

setReference("${reference}");
const traces: object[] = [];
for (const init of [
${rows}
]) {
  setSeed(${seed});
  const values = initializer(init, ${list(shape)}).initData().asnumpy();
  const name = init.constructor.name;
  print(name, "mean", values.mean(), "std", values.std());
  const { counts: density, edges } = np.histogram(values, 60, null, true);
  const line = { shape: "hv", width: 1 };
  traces.push({ x: edges.get(np.slice(null, -1)).tolist(), y: density.tolist(), name, line, fill: "tozeroy" });
}

const figure = { "application/vnd.plotly.v1+json": { data: traces } };
display({ [Symbol.for("Jupyter.display")]: () => figure });`;
}

/** Names as an import lists them: classes first, each once. */
const imported = (choices: readonly Choice[], ...functions: string[]) =>
  [...new Set(choices.map(({ name }) => name)), ...functions].join(", ");

const list = (shape: readonly number[]) => `[${shape.join(", ")}]`;

const quoted = (value: number | string) => (typeof value === "string" ? `"${value}"` : String(value));

/** `HeUniform(mode="fan_out")`: what is not the default, by name. */
export function pythonMade(choice: Choice): string {
  const written = argumentsOf(choice).filter(({ isDefault }) => !isDefault);
  return `${choice.name}(${written.map(({ parameter, value }) => `${parameter}=${quoted(value)}`).join(", ")})`;
}

/** `new HeUniform(0, "fan_out")`: as far as the last that is not the default. */
export function typescriptMade(choice: Choice): string {
  const all = argumentsOf(choice);
  const written = all.slice(0, all.findLastIndex(({ isDefault }) => !isDefault) + 1);
  return `new ${choice.name}(${written.map(({ value }) => quoted(value)).join(", ")})`;
}
