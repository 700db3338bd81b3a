import type { RandomInitializer, Reference } from "../../workers/lab/protocol";

/** A parameter by its name in Python; in TypeScript its place counts. */
export type Parameter = {
  name: string;
  initial: string;
  /** What it may be; left out: any number. */
  options?: readonly string[];
  /** The least it may be. */
  from?: number;
  /** It has no default and is always written. */
  isRequired?: true;
  since?: "2.x";
};

const he: readonly Parameter[] = [
  { name: "negative_slope", initial: "0" },
  { name: "mode", initial: "fan_in", options: ["fan_in", "fan_out"] },
  {
    name: "nonlinearity",
    initial: "leaky_relu",
    options: ["leaky_relu", "relu", "tanh", "sigmoid", "linear", "conv2d"],
  },
];

/** The random initializers, in the order in which they are offered. */
export const initializers: {
  readonly [N in RandomInitializer]: { parameters: readonly Parameter[]; since?: "2.x" };
} = {
  Uniform: { parameters: [{ name: "scale", initial: "0.07", from: 0 }] },
  Normal: {
    parameters: [
      { name: "sigma", initial: "0.01", from: 0 },
      { name: "mean", initial: "0" },
    ],
  },
  TruncatedNormal: {
    parameters: [
      { name: "sigma", initial: "0.01", from: 0 },
      { name: "mean", initial: "0", since: "2.x" },
      { name: "a", initial: "-2", since: "2.x" },
      { name: "b", initial: "2", since: "2.x" },
    ],
  },
  XavierUniform: { parameters: [{ name: "gain", initial: "1", from: 0 }] },
  XavierNormal: { parameters: [{ name: "gain", initial: "1", from: 0 }], since: "2.x" },
  HeUniform: { parameters: he },
  HeNormal: { parameters: he },
  VarianceScaling: {
    parameters: [
      { name: "scale", initial: "1", from: 0 },
      { name: "mode", initial: "fan_in", options: ["fan_in", "fan_out", "fan_avg"] },
      {
        name: "distribution",
        initial: "truncated_normal",
        options: ["truncated_normal", "untruncated_normal", "uniform"],
      },
    ],
  },
  Orthogonal: { parameters: [{ name: "gain", initial: "1", from: 0 }] },
  Sparse: {
    parameters: [
      { name: "sparsity", initial: "0.1", from: 0, isRequired: true },
      { name: "sigma", initial: "0.01", from: 0 },
    ],
  },
};

export const names = Object.keys(initializers) as RandomInitializer[];

export const isThere = (name: RandomInitializer, reference: Reference) =>
  reference === "2.x" || initializers[name].since === undefined;

/** The parameters that there are in these releases. */
export const parametersOf = (name: RandomInitializer, reference: Reference) =>
  initializers[name].parameters.filter(({ since }) => since === undefined || reference === "2.x");
