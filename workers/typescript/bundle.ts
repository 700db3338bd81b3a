import { type Looks, numbersIn } from "../look/looks";
import type { MimeBundle } from "../protocol";
import { inspect } from "./inspect";

/** The method by which a value offers further forms of itself, as in Deno's notebooks. */
const display = Symbol.for("Jupyter.display");

const tensorMime = "application/vnd.sporebook.tensor+json";

/** A value's forms by mime type; text is always there. */
export function bundleOf(value: unknown, looks: Looks): MimeBundle {
  const numbers = numbersIn(value);
  const form = numbers && looks.form(numbers);
  const text = { "text/plain": inspect(value), ...(form && { [tensorMime]: form }) };
  if (typeof value !== "object" || value === null) return text;
  const method = (value as { [display]?: unknown })[display];
  if (typeof method !== "function") return text;
  const forms: unknown = method.call(value);
  return typeof forms === "object" && forms !== null ? { ...text, ...forms } : text;
}
