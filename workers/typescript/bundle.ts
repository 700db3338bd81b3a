import { type Looks, numbersIn } from "../look/looks";
import type { MimeBundle } from "../protocol";
import { inspect } from "./inspect";

/** The method by which a value offers further forms of itself, as in Deno's notebooks. */
const display = Symbol.for("Jupyter.display");

const plotlyMime = "application/vnd.plotly.v1+json";
const tensorMime = "application/vnd.sporebook.tensor+json";

/** A value's forms by mime type; text is always there. */
export function bundleOf(value: unknown, looks: Looks): MimeBundle {
  const numbers = numbersIn(value);
  const form = numbers && looks.form(numbers);
  const text = { "text/plain": inspect(value), ...(form && { [tensorMime]: form }) };
  if (typeof value !== "object" || value === null) return text;
  const method = (value as { [display]?: unknown })[display];
  if (typeof method !== "function") return isFigure(value) ? { ...text, [plotlyMime]: value } : text;
  const forms: unknown = method.call(value);
  return typeof forms === "object" && forms !== null ? { ...text, ...forms } : text;
}

const figureParts = new Set(["data", "layout", "config", "frames"]);

/** A Plotly figure as data: an object of traces and their layout. */
function isFigure(value: object): boolean {
  const traces = (value as { data?: unknown }).data;
  const isTrace = (trace: unknown) => typeof trace === "object" && trace !== null && "type" in trace;
  return (
    Array.isArray(traces) &&
    traces.length > 0 &&
    traces.every(isTrace) &&
    Object.keys(value).every((key) => figureParts.has(key))
  );
}
