import type { Reference, Step } from "../../engine";

/* What crosses between the page and the worker that draws for the initializer lab. */

export type { Quantity, Reference, Step } from "../../engine";

/** The initializers that draw random numbers. */
export const randomInitializers = [
  "Uniform",
  "Normal",
  "TruncatedNormal",
  "XavierUniform",
  "XavierNormal",
  "HeUniform",
  "HeNormal",
  "VarianceScaling",
  "Orthogonal",
  "Sparse",
] as const;
export type RandomInitializer = (typeof randomInitializers)[number];

/** An initializer with its arguments, in order. */
export type Choice = { name: RandomInitializer; args: readonly (number | string)[] };

/** Each choice is drawn by itself, right after the seed was set. */
export type LabTask = {
  shape: readonly number[];
  reference: Reference;
  seed: number;
  choices: readonly Choice[];
  /** What the axis counts: the values themselves, or how many of its own deviations each lies from its own mean. */
  unit: "value" | "deviation";
};

/** What an initializer has drawn, against what it should. */
export type Series = {
  /** As NumPy prints them for the drawn float32 array. */
  mean: string;
  std: string;
  /** Density of each bin of the answer: its share of all elements, by its width. */
  bins: readonly number[];
  /** Null where the theory says nothing of single elements. */
  theory: {
    mean: number;
    deviation: number;
    /** Places and densities of the line through them, along the answer's axis. */
    line: readonly (readonly [x: number, density: number])[];
    /** The share of one value that comes up again and again. */
    atom: number | null;
    /** Kolmogorov–Smirnov distance, and how likely independent values are to lie as far away. */
    distance: number;
    p: number;
    steps: readonly Step[];
  } | null;
};

/** `refused`: what the initializer said against the shape or its arguments. */
export type Drawn = Series | { refused: string };

export type LabAnswer = {
  /** The axis, which the bins share out evenly. */
  low: number;
  high: number;
  drawn: readonly Drawn[];
};

/** A place that draws. Only the latest question is answered; the others come to null. */
export interface Lab {
  draw(task: LabTask): Promise<LabAnswer | null>;
  close(): void;
}
