import type { Choice, LabTask, RandomInitializer, Reference } from "../../workers/lab/protocol";
import { initializers, isThere, names, parametersOf } from "./initializers";

/** What the reader has put into the lab's fields, as text where it may be half written. */
export type LabFields = {
  shape: string;
  reference: Reference;
  seed: string;
  unit: LabTask["unit"];
  /** The chosen ones, in the order of the offer. */
  chosen: readonly RandomInitializer[];
  /** What was written into parameters, by initializer and parameter. */
  written: { readonly [initializer: string]: { readonly [parameter: string]: string } };
};

export const firstFields: LabFields = {
  shape: "64, 3, 3, 3",
  reference: "1.6",
  seed: "0",
  unit: "value",
  chosen: ["XavierUniform", "HeUniform", "HeNormal"],
  written: {},
};

/** So many elements are drawn, sorted and counted in well under a second. */
export const mostElements = 1_000_000;
export const seedEnd = 2 ** 32;

/** The lengths that a text such as "64, 3, 3, 3", "(64, 3)" or "64 3" names; null if it is no such text, or they are too many. */
export function shapeOf(text: string): readonly number[] | null {
  const inner = text.trim().replace(/^[([]\s*|\s*[)\]]$/g, "");
  if (!/^\d{1,7}(?:(?:\s*[,×x]\s*|\s+)\d{1,7})*,?$/.test(inner)) return null;
  const shape = inner
    .split(/[\s,×x]+/)
    .filter(Boolean)
    .map(Number);
  const size = shape.reduce((product, length) => product * length, 1);
  return shape.length <= 8 && size >= 1 && size <= mostElements ? shape : null;
}

export function seedOf(text: string): number | null {
  const seed = /^\d{1,10}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return seed < seedEnd ? seed : null;
}

export function numberOf(text: string, from = Number.NEGATIVE_INFINITY): number | null {
  const number = /\d/.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(number) && number >= from ? number : null;
}

/** What stands in a parameter's field. */
export const writtenIn = ({ written }: LabFields, name: RandomInitializer, parameter: string, initial: string) =>
  written[name]?.[parameter] ?? initial;

/** The initializer with its arguments in order; null while one of them is no such value. */
export function choiceOf(fields: LabFields, name: RandomInitializer): Choice | null {
  const args = parametersOf(name, fields.reference).map(({ name: parameter, initial, options, from }) => {
    const text = writtenIn(fields, name, parameter, initial);
    if (options) return options.includes(text) ? text : null;
    return numberOf(text, from);
  });
  return args.includes(null) ? null : { name, args: args as (number | string)[] };
}

/** What can be drawn of the chosen: their releases have them, and their arguments are right. */
export const choicesOf = (fields: LabFields): readonly Choice[] =>
  fields.chosen.filter((name) => isThere(name, fields.reference)).flatMap((name) => choiceOf(fields, name) ?? []);

/** The question to the lab; null while the shape or the seed is none. */
export function taskOf(fields: LabFields): LabTask | null {
  const shape = shapeOf(fields.shape);
  const seed = seedOf(fields.seed);
  if (!shape || seed === null) return null;
  return { shape, seed, reference: fields.reference, unit: fields.unit, choices: choicesOf(fields) };
}

/** The fields with one initializer chosen that was not, or the other way. */
export function withToggled(fields: LabFields, name: RandomInitializer): Pick<LabFields, "chosen"> {
  const isChosen = (each: RandomInitializer) => fields.chosen.includes(each) !== (each === name);
  return { chosen: names.filter(isChosen) };
}

export function withWritten(fields: LabFields, name: RandomInitializer, parameter: string, text: string) {
  return { written: { ...fields.written, [name]: { ...fields.written[name], [parameter]: text } } };
}

/** The fields with the seed so many further, around the ends; a seed that is none begins again at 0. */
export function withSeed(fields: LabFields, by: number): Pick<LabFields, "seed"> {
  const seed = seedOf(fields.seed);
  return { seed: String(seed === null ? 0 : (seed + by + seedEnd) % seedEnd) };
}

/** Arguments as they are written down: those that are not the default's. */
export function argumentsOf({
  name,
  args,
}: Choice): { parameter: string; value: number | string; isDefault: boolean }[] {
  return args.map((value, i) => {
    const { name: parameter, initial, options, isRequired } = initializers[name].parameters[i]!;
    const isDefault = !isRequired && (options ? value === initial : value === Number(initial));
    return { parameter, value, isDefault };
  });
}
