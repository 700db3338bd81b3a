import { TypeError, ValueError } from "./errors";
import type { InitializerInput } from "./initializer";
import { Parameter } from "./parameter";
import type { Reference } from "./random/state";
import { describe } from "./tensorData";

/**
 * Parameters that belong together; it never changes. Different parameters of one name are renamed `name_0`, `name_1`, …
 * on the parameters themselves in reference "1.6", and refused in "2.x".
 *
 * Source: MindSpore `mindspore.ParameterTuple`, spec §7.
 */
export class ParameterTuple extends Array<Parameter> {
  private readonly reference: Reference;

  /**
   * @throws {TypeError} if an element is no Parameter
   * @throws {ValueError} in reference "2.x" if two parameters have the same name
   */
  constructor(parameters: Iterable<Parameter>, reference: Reference = "1.6") {
    super();
    for (const parameter of parameters) {
      if (!(parameter instanceof Parameter)) {
        throw new TypeError(
          `For 'ParameterTuple', the type of each element of the 'iterable' must be 'Parameter', but got '${describe(parameter)}' in a '${describe(parameters)}'.`,
        );
      }
      this.push(parameter);
    }
    this.reference = reference;
    separateNames(new Set(this), reference);
    Object.freeze(this);
  }

  /** Slices and maps of it are plain arrays. */
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }

  /**
   * Independent copies named `prefix.name`; with `init` each draws anew, in order.
   *
   * @throws {ValueError} if prefix is not made of ASCII letters, digits, `_` and `.`
   */
  clone(prefix: string, init: InitializerInput | "same" = "same"): ParameterTuple {
    checkPrefix(prefix, "ParameterTuple.clone");
    const twins = this.map((parameter) => {
      const twin = parameter.clone(init);
      twin.name = `${prefix}.${twin.name}`;
      return twin;
    });
    return new ParameterTuple(twins, this.reference);
  }

  /** As Python prints the tuple. */
  override toString(): string {
    const texts = this.map((parameter) => parameter.repr());
    return texts.length === 1 ? `(${texts[0]},)` : `(${texts.join(", ")})`;
  }
}

function separateNames(parameters: Set<Parameter>, reference: Reference): void {
  const seen = new Map<string, { first: Parameter; count: number }>();
  for (const parameter of parameters) {
    const name = parameter.name;
    const same = seen.get(name);
    if (same === undefined) {
      seen.set(name, { first: parameter, count: 1 });
      continue;
    }
    if (reference === "2.x") {
      throw new ValueError(
        `The value ${parameter.repr()}, its name '${name}' already exists. Please set a unique name for the parameter.`,
      );
    }
    if (same.count === 1) same.first.name = `${name}_0`;
    parameter.name = `${name}_${same.count++}`;
  }
}

/** A prefix that names may have. @throws {TypeError} if it is no text @throws {ValueError} if it is malformed */
export function checkPrefix(prefix: unknown, owner: string): string {
  if (typeof prefix !== "string") {
    throw new TypeError(`For '${owner}', the 'prefix' must be str, but got '${describe(prefix)}'.`);
  }
  if (/^\w+[0-9a-zA-Z_.]*$/.test(prefix)) return prefix;
  throw new ValueError(
    `For '${owner}', the 'prefix' '${prefix}' is illegal, it must match regular '^\\w+[0-9a-zA-Z\\_\\.]*$'.`,
  );
}
