import { ValueError } from "../errors";
import { type Shape, sizeOf } from "../shape";

/**
 * How many inputs one output sees, and how many outputs see one input, for weights of shape [out, in, ...field].
 *
 * @throws {ValueError} if shape has fewer than 2 axes
 */
export function fansOf(shape: Shape, owner: string): { fanIn: number; fanOut: number } {
  const [outputs, inputs, ...field] = shape;
  if (outputs === undefined || inputs === undefined) {
    throw new ValueError(
      `For '${owner}', the dimension of the initialized tensor must be greater than 1, but got ${shape.length}.`,
    );
  }
  const area = sizeOf(field);
  return { fanIn: inputs * area, fanOut: outputs * area };
}

/** What a layer multiplies the deviation of its input with, so that the initializer can take it back. */
const gains = {
  linear: () => 1,
  conv1d: () => 1,
  conv2d: () => 1,
  conv3d: () => 1,
  conv_transpose1d: () => 1,
  conv_transpose2d: () => 1,
  conv_transpose3d: () => 1,
  sigmoid: () => 1,
  tanh: () => 5 / 3,
  relu: () => Math.sqrt(2),
  leaky_relu: (negativeSlope: number) => Math.sqrt(2 / (1 + negativeSlope ** 2)),
} as const satisfies Record<string, (negativeSlope: number) => number>;

export type Nonlinearity = keyof typeof gains;

/**
 * The gain of an activation; only leaky_relu looks at negativeSlope, and null means 0.01 there.
 *
 * @throws {ValueError} if the activation is not in the table, or the slope is no number
 * Source: MindSpore `_calculate_gain`.
 */
export function gainOf(nonlinearity: string, negativeSlope: number | null, owner: string): number {
  if (!Object.hasOwn(gains, nonlinearity)) {
    const names = Object.keys(gains).map((name) => `'${name}'`);
    throw new ValueError(
      `For '${owner}', the 'nonlinearity' must be one of [${names.join(", ")}], but got '${nonlinearity}'.`,
    );
  }
  if (nonlinearity === "leaky_relu" && negativeSlope !== null && typeof negativeSlope !== "number") {
    throw new ValueError(
      `For '${owner}', the 'negative_slope' must be int or float when 'nonlinearity' is 'leaky_relu', but got '${negativeSlope}'.`,
    );
  }
  return gains[nonlinearity as Nonlinearity](negativeSlope ?? 0.01);
}
