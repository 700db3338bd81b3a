import type { CompletionKind } from "../../../workers/protocol";
import type { Fact } from "./facts";
import type { Scope, Value } from "./resolve";
import type { Thing } from "./surface";

/** What the editor says about a value: the page shows it beside a completion, at a pointer, and while a call is written. */
export type Description = {
  kind: CompletionKind;
  /** "nn.Conv2d(in_channels, out_channels, …)" or "t: Tensor". */
  headline: string;
  doc?: string;
  /** What it is called with, if it can be. */
  params?: readonly string[];
};

const kinds: { [K in Thing["kind"]]: CompletionKind } = {
  module: "module",
  class: "class",
  function: "function",
  method: "method",
  property: "property",
  value: "variable",
};

/** Describes what a name stands for; `name` is how the cell calls it. */
export function describe(value: Value, name: string, scope: Scope): Description {
  return value.of === "thing"
    ? describeThing(scope, value.thing, value.isObject, name)
    : describeFact(value.fact, value.isObject, name);
}

export function describeThing(scope: Scope, index: number, isObject: boolean, name: string): Description {
  const { surface } = scope;
  const thing = surface.things[index]!;
  const classOf = (place: number | undefined) => (place === undefined ? undefined : surface.things[place]!);
  const short = (path: string) => path.slice(path.lastIndexOf(".") + 1);
  if (isObject) {
    const params = callParamsOf(thing, surface.things);
    if (params && thing.path.startsWith("mindspore.ops"))
      return { kind: "function", headline: signature(name, params), doc: thing.doc, params };
    return { kind: "variable", headline: `${name}: ${short(thing.path)}`, doc: thing.doc, params };
  }
  const { kind, params, doc, text } = thing;
  const given = classOf(thing.gives);
  if (kind === "module") return { kind: "module", headline: `module ${thing.path}`, doc };
  if (kind === "value" && given?.path.startsWith("mindspore.ops"))
    return describeThing(scope, thing.gives!, true, name);
  if (kind === "value") return { kind: "variable", headline: text ? `${name} = ${text}` : name, doc: given?.doc };
  if (kind === "property") return { kind: "property", headline: given ? `${name}: ${short(given.path)}` : name, doc };
  const headline = params ? signature(name, params) : name;
  const arrow = given && kind !== "class" ? ` -> ${short(given.path)}` : "";
  return { kind: kinds[kind], headline: (kind === "class" ? "class " : "") + headline + arrow, doc, params };
}

function callParamsOf(thing: Thing, things: readonly Thing[]): readonly string[] | undefined {
  const bases = (thing.bases ?? []).map((base) => things[base]!);
  return [thing, ...bases].find(({ callParams }) => callParams)?.callParams;
}

function describeFact(fact: Fact, isObject: boolean, name: string): Description {
  if (fact.kind === "function") {
    return { kind: "function", headline: `def ${signature(name, fact.params)}`, doc: fact.doc, params: fact.params };
  }
  if (fact.kind !== "class") return { kind: "variable", headline: name };
  if (!isObject)
    return { kind: "class", headline: `class ${signature(name, fact.params)}`, doc: fact.doc, params: fact.params };
  const run = fact.members.find((member) => member.kind === "function" && /^(construct|__call__)$/.test(member.name));
  const params = run?.kind === "function" ? run.params.slice(1) : undefined;
  return { kind: "variable", headline: `${name}: ${fact.name}`, doc: fact.doc, params };
}

export const signature = (name: string, params: readonly string[]) => `${name}(${params.join(", ")})`;
