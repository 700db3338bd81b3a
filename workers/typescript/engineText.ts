import { Complex, Float, Initializer, NDArray, nn, numpy, Parameter, ParameterTuple, plot, Tensor } from "../../engine";

/** A value of the engine as Python writes it, by `print` or by `repr`; undefined for any other value. */
export function engineText(value: object, how: "str" | "repr"): string | undefined {
  if (value instanceof Tensor) return how === "str" ? value.toString() : value.repr();
  if (value instanceof NDArray) return how === "str" ? value.toString() : numpy.reprText(value);
  if (value instanceof nn.Cell || value instanceof ParameterTuple || value instanceof plot.Figure)
    return value.toString();
  if (value instanceof Float) return numpy.scalarTextOf(numpy.array(value));
  if (value instanceof Complex) return complexText(value);
  if (value instanceof Initializer) return initializerText(value);
  return undefined;
}

function complexText({ re, im }: Complex): string {
  return numpy.scalarTextOf(numpy.array(new Complex(re, im)));
}

/** "Normal(sigma=0.2, mean=0)": as one would write it. */
function initializerText(value: Initializer): string {
  const numbers = Object.entries(value).filter(([, part]) => ["number", "string", "boolean"].includes(typeof part));
  return `${value.constructor.name}(${numbers.map(([name, part]) => `${name}=${part}`).join(", ")})`;
}

/** Classes that Python has too, by the names that it prints; MindSpore makes every parameter a ParameterTensor. */
const pythonClasses: readonly (readonly [object, string])[] = [
  [Tensor, "mindspore.common.tensor.Tensor"],
  [Parameter, "mindspore.common.parameter.ParameterTensor"],
  [ParameterTuple, "mindspore.common.parameter.ParameterTuple"],
  [NDArray, "numpy.ndarray"],
];

/** "<class 'numpy.ndarray'>" of a class of the engine's, or of the one that a session has in its place; else undefined. */
export function classText(value: unknown): string | undefined {
  if (typeof value !== "function") return undefined;
  const isClass = ([known]: readonly [object, string]) =>
    value === known || (Object.getPrototypeOf(value) === known && value.name === (known as { name: string }).name);
  const name = pythonClasses.find(isClass)?.[1];
  return name && `<class '${name}'>`;
}
