import { Complex, Float, Initializer, NDArray, nn, numpy, ParameterTuple, Tensor } from "../../engine";

/** A value of the engine as Python writes it, by `print` or by `repr`; undefined for any other value. */
export function engineText(value: object, how: "str" | "repr"): string | undefined {
  if (value instanceof Tensor) return how === "str" ? value.toString() : value.repr();
  if (value instanceof NDArray) return how === "str" ? value.toString() : numpy.reprText(value);
  if (value instanceof nn.Cell || value instanceof ParameterTuple) return value.toString();
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
