import {
  HeNormal,
  HeUniform,
  type Initializer,
  Normal,
  Orthogonal,
  Sparse,
  TruncatedNormal,
  Uniform,
  VarianceScaling,
  XavierNormal,
  XavierUniform,
} from "../initializers";
import { fansOf, gainOf } from "../initializers/fans";
import type { Reference } from "../random/state";
import { type Shape, sizeOf } from "../shape";
import { coordinateOf, type Distribution, normalOf, truncatedNormalOf, uniformWithin, withZeros } from "./distribution";

/** What a step of the arithmetic finds. */
export type Quantity =
  | "fanIn"
  | "fanOut"
  | "fanAverage"
  | "gain"
  | "variance"
  | "bound"
  | "sigma"
  | "mean"
  | "cut"
  | "cutSigmas"
  | "axes"
  | "zeros"
  | "deviation";

/** One step: `formula` in symbols, `numbers` with what they stand for here, and what comes out. Both speak no language. */
export type Step = { quantity: Quantity; formula: string; numbers: string; value: number };

/** How an initializer's values are meant to be distributed, and how that comes about from its arguments and the shape. */
export type Theory = { steps: readonly Step[]; distribution: Distribution };

/**
 * The theory of a random initializer; null for one that is not random, or that draws no element by itself.
 *
 * @throws {ValueError} where the initializer itself would refuse the shape or its arguments
 * Source: the papers and MindSpore's `initializer.py`, as engine/initializers names them.
 */
export function theoryOf(initializer: Initializer, shape: Shape, reference: Reference): Theory | null {
  const known = theories.find(([Class]) => initializer instanceof Class);
  const theory = known?.[1](initializer, shape, reference) ?? null;
  return theory && theory.distribution.deviation > 0 ? theory : null; // a sigma of 0 is nothing random
}

type Row<T> = [abstract new (...args: never[]) => T, (init: T, shape: Shape, reference: Reference) => Theory | null];
const row = <T extends Initializer>(...cells: Row<T>) => cells as unknown as Row<Initializer>;

const theories: readonly Row<Initializer>[] = [
  row(Uniform, ({ scale }) => uniform([step("bound", "scale", "", scale)])),
  row(Normal, ({ sigma, mean }) => normal([step("mean", "mean", "", mean), step("sigma", "sigma", "", sigma)])),
  row(TruncatedNormal, ({ sigma, mean, a, b }, _, reference) => {
    // the 1.x releases cut at two sigma; in 2.x the bounds are the arguments themselves
    const [low, high] = reference === "1.6" ? [-2 * sigma, 2 * sigma] : [a, b];
    const steps = [
      step("mean", "mean", "", mean),
      step("sigma", "sigma", "", sigma),
      reference === "1.6"
        ? step("cut", "2 · sigma", `2 · ${short(sigma)}`, high)
        : step(
            "cutSigmas",
            "(b − mean) / sigma",
            `(${short(b)} − ${short(mean)}) / ${short(sigma)}`,
            (b - mean) / sigma,
          ),
    ];
    return { steps, distribution: truncatedNormalOf(mean, sigma, low, high) };
  }),
  row(XavierUniform, ({ gain }, shape) => {
    const { fanIn, fanOut, steps } = fans(shape, "XavierUniform");
    const bound = gain * Math.sqrt(6 / (fanIn + fanOut));
    return uniform([
      ...steps,
      step("bound", "gain · √(6 / (fan_in + fan_out))", `${short(gain)} · √(6 / (${fanIn} + ${fanOut}))`, bound),
    ]);
  }),
  row(XavierNormal, ({ gain }, shape) => {
    const { fanIn, fanOut, steps } = fans(shape, "XavierNormal");
    const sigma = gain * Math.sqrt(2 / (fanIn + fanOut));
    return normal([
      ...steps,
      step("sigma", "gain · √(2 / (fan_in + fan_out))", `${short(gain)} · √(2 / (${fanIn} + ${fanOut}))`, sigma),
    ]);
  }),
  row(HeUniform, (init, shape) => {
    const { steps, gain, fan, name } = he(init, shape, "HeUniform");
    const bound = Math.sqrt(3) * (gain / Math.sqrt(fan));
    return uniform([...steps, step("bound", `√3 · gain / √${name}`, `√3 · ${short(gain)} / √${fan}`, bound)]);
  }),
  row(HeNormal, (init, shape) => {
    const { steps, gain, fan, name } = he(init, shape, "HeNormal");
    return normal([...steps, step("sigma", `gain / √${name}`, `${short(gain)} / √${fan}`, gain / Math.sqrt(fan))]);
  }),
  row(VarianceScaling, ({ scale, mode, distribution }, shape) => {
    const known = fans(shape, "VarianceScaling");
    const { fanIn, fanOut } = known;
    const average = step("fanAverage", "(fan_in + fan_out) / 2", `(${fanIn} + ${fanOut}) / 2`, (fanIn + fanOut) / 2);
    const steps = mode === "fan_avg" ? [...known.steps, average] : known.steps;
    const fan = { fan_in: fanIn, fan_out: fanOut, fan_avg: average.value }[mode];
    const s = scale / Math.max(1, fan);
    steps.push(step("variance", `scale / max(1, ${mode})`, `${short(scale)} / max(1, ${short(fan)})`, s));
    // "truncated_normal" draws uniforms too, as in every release
    if (distribution === "untruncated_normal")
      return normal([...steps, step("sigma", "√variance", `√${short(s)}`, Math.sqrt(s))]);
    return uniform([...steps, step("bound", "√(3 · variance)", `√(3 · ${short(s)})`, Math.sqrt(3 * s))]);
  }),
  row(Orthogonal, ({ gain }, shape) => {
    const rows = shape[0]!;
    const columns = sizeOf(shape.slice(1));
    const axes = Math.max(rows, columns);
    if (shape.length < 2 || axes < 2 || gain === 0) return null;
    const steps = [
      step("axes", "max(shape[0], ∏ shape[1:])", `max(${rows}, ${columns})`, axes),
      step("deviation", "gain / √axes", `${short(gain)} / √${axes}`, Math.abs(gain) / Math.sqrt(axes)),
    ];
    return { steps, distribution: coordinateOf(axes, Math.abs(gain)) };
  }),
  row(Sparse, ({ sparsity, sigma }, shape) => {
    const rows = shape[0]!;
    const zeros = Math.min(rows, Math.max(0, Math.ceil(sparsity * rows)));
    if (shape.length !== 2) return null;
    const steps = [
      step("zeros", "⌈sparsity · shape[0]⌉ / shape[0]", `⌈${short(sparsity)} · ${rows}⌉ / ${rows}`, zeros / rows),
      step("sigma", "sigma", "", sigma),
    ];
    const distribution = withZeros(normalOf(0, sigma), zeros / rows);
    const spread = step(
      "deviation",
      "sigma · √(1 − zeros)",
      `${short(sigma)} · √(1 − ${short(zeros / rows)})`,
      distribution.deviation,
    );
    return { steps: [...steps, spread], distribution };
  }),
];

const step = (quantity: Quantity, formula: string, numbers: string, value: number): Step => ({
  quantity,
  formula,
  numbers: numbers || short(value),
  value,
});

/** A number as it stands in a line of arithmetic: six digits, no zeros at the end. */
const short = (value: number) => String(Number(value.toPrecision(6)));

/** Uniform within the last step's bound, whose deviation is one more step. */
function uniform(steps: readonly Step[]): Theory {
  const bound = steps.at(-1)!.value;
  const distribution = uniformWithin(bound);
  const deviation = step("deviation", "bound / √3", `${short(bound)} / √3`, distribution.deviation);
  return { steps: [...steps, deviation], distribution };
}

/** Normal with the last step's sigma, and a mean if a step says one. */
function normal(steps: readonly Step[]): Theory {
  const mean = steps.find(({ quantity }) => quantity === "mean")?.value ?? 0;
  return { steps, distribution: normalOf(mean, steps.at(-1)!.value) };
}

function fans(shape: Shape, owner: string): { fanIn: number; fanOut: number; steps: Step[] } {
  const { fanIn, fanOut } = fansOf(shape, owner);
  const [outputs, inputs, ...field] = shape;
  const area = field.length > 0 ? " · ∏ shape[2:]" : "";
  const times = (first: number | undefined) => [first, ...field].join(" · ");
  const steps = [
    step("fanIn", `shape[1]${area}`, times(inputs), fanIn),
    step("fanOut", `shape[0]${area}`, times(outputs), fanOut),
  ];
  return { fanIn, fanOut, steps };
}

function he({ mode, nonlinearity, negativeSlope }: HeUniform, shape: Shape, owner: string) {
  const { fanIn, fanOut, steps } = fans(shape, owner);
  const name = String(mode).toLowerCase();
  const gain = gainOf(nonlinearity, negativeSlope, owner);
  const [formula, numbers] = gainSteps[nonlinearity]?.(negativeSlope ?? 0.01) ?? ["1", ""];
  return {
    steps: [...steps, step("gain", formula, numbers, gain)],
    gain,
    fan: name === "fan_out" ? fanOut : fanIn,
    name,
  };
}

/** The gains that take some arithmetic; the others are 1. */
const gainSteps: { readonly [nonlinearity: string]: (slope: number) => [formula: string, numbers: string] } = {
  tanh: () => ["5 / 3", "5 / 3"],
  relu: () => ["√2", "√2"],
  leaky_relu: (slope) => ["√(2 / (1 + negative_slope²))", `√(2 / (1 + ${short(slope)}²))`],
};
