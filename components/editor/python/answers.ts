import type { Completion, CompletionKind } from "../../../workers/protocol";
import { type Description, describe, describeThing } from "./describe";
import type { Fact } from "./facts";
import { nameAt, type OpenCall, placeAt } from "./place";
import { evaluate, imported, lookUp, type Scope, scopeOf, type Value } from "./resolve";
import type { Surface } from "./surface";

/** What is asked about: a place in a cell, with the Python cells above it. */
export type Question = { surface: Surface; above: readonly string[]; source: string; offset: number };

/** An answer's name with what there is to say about it. */
export type Offer = Completion & { description?: Description };

const keywords = (
  "and as assert async await break class continue def del elif else except finally for from global if import in is lambda " +
  "nonlocal not or pass raise return try while with yield True False None"
).split(" ");

/** The names that may stand at the place, the likeliest first. */
export function complete({ surface, above, source, offset }: Question): Offer[] {
  const place = placeAt(source, offset);
  if (!place) return [];
  const scope = scopeOf(surface, above, source, offset);
  const from = offset - place.prefix.length;
  const offer = (name: string, kind: CompletionKind, description?: Description): Offer => ({
    text: name,
    from,
    kind,
    detail: description?.headline,
    documentation: description?.doc,
    description,
  });
  const named = (name: string, value: Value) => {
    const description = describe(value, name, scope);
    return offer(name, description.kind, description);
  };
  const byThing = (names: { readonly [name: string]: number }) =>
    Object.entries(names).map(([name, thing]) => {
      const description = describeThing(scope, thing, false, name);
      return offer(name, description.kind, description);
    });

  switch (place.kind) {
    case "module": {
      if (place.path === "") return surface.modules.map((name) => offer(name, "module"));
      const module = imported(surface, place.path);
      return module?.of === "thing"
        ? byThing(membersOf(surface, module.thing)).filter(({ kind }) => kind === "module")
        : [];
    }
    case "imported": {
      const module = imported(surface, place.module);
      return module?.of === "thing" ? byThing(membersOf(surface, module.thing)) : [];
    }
    case "member": {
      const owner = evaluate(scope, place.owner);
      return owner ? members(owner, scope, named, byThing) : [];
    }
    case "name": {
      const callee = place.call && evaluate(scope, place.call.callee);
      const own = [...scope.facts.values()].toReversed();
      return unique([
        ...(place.call && callee ? argumentsOf(place.call, describe(callee, "", scope), offer) : []),
        ...own.flatMap(({ name }) => named(name, lookUp(scope, name) ?? unknown(scope, name))),
        ...(scope.facts.has("mindspore")
          ? []
          : [named("mindspore", lookUp(scope, "mindspore") ?? unknown(scope, "mindspore"))]),
        ...keywords.map((name) => offer(name, "keyword")),
        ...byThing(membersOf(surface, surface.roots.builtins ?? -1)),
      ]);
    }
  }
}

const unknown = (scope: Scope, name: string): Value => ({
  of: "fact",
  fact: { kind: "name", name, start: 0 },
  isObject: false,
  scope,
});

function unique(offers: Offer[]): Offer[] {
  const seen = new Set<string>();
  return offers.filter(({ text }) => !seen.has(text) && seen.add(text));
}

/** A module's or class's members by name, the inherited ones too. */
function membersOf(surface: Surface, owner: number): { [name: string]: number } {
  const thing = surface.things[owner];
  if (!thing) return {};
  const inherited = (thing.bases ?? []).toReversed().map((base) => surface.things[base]?.members ?? {});
  return Object.assign({}, ...inherited, thing.members);
}

function members(
  owner: Value,
  scope: Scope,
  named: (name: string, value: Value) => Offer,
  byThing: (names: { readonly [name: string]: number }) => Offer[],
): Offer[] {
  if (owner.of === "thing") return byThing(membersOf(scope.surface, owner.thing));
  const { fact } = owner;
  if (fact.kind !== "class") return [];
  const own = fact.members
    .filter(({ name }) => !name.startsWith("_"))
    .map((each) => named(each.name, factValue(owner.scope, each)));
  const inherited = fact.bases.flatMap((base) => {
    const value = evaluate(owner.scope, base);
    return value ? members(value, scope, named, byThing) : [];
  });
  return unique([...own, ...inherited]);
}

const factValue = (scope: Scope, fact: Fact): Value => ({ of: "fact", fact, isObject: false, scope });

/** The arguments that can still be given by name, as `name=`. */
function argumentsOf(
  { given, keyword }: OpenCall,
  { params = [] }: Description,
  offer: (name: string, kind: CompletionKind, description?: Description) => Offer,
): Offer[] {
  if (keyword !== undefined) return [];
  const positional = params.indexOf("/");
  return params
    .slice(positional + 1)
    .filter((param) => !param.startsWith("*"))
    .map((param) => ({ param, name: /^[^=:\s]+/.exec(param)?.[0] ?? param }))
    .filter(({ name }) => !given.includes(name))
    .map(({ param, name }) => offer(`${name}=`, "parameter", { kind: "parameter", headline: param }));
}

/** What the name at the place is, and where it stands. */
export function hover({
  surface,
  above,
  source,
  offset,
}: Question): { start: number; end: number; description: Description } | undefined {
  const found = nameAt(source, offset);
  if (!found) return undefined;
  const { expression, start, end } = found;
  const name = expression.at(-1)!.text;
  const scope = scopeOf(surface, above, source, Math.max(start, end));
  const value = importedAt(source, start, surface) ?? evaluate(scope, expression);
  return value && { start, end, description: describe(value, name, scope) };
}

/** A name inside of an import statement. */
function importedAt(source: string, start: number, surface: Surface): Value | undefined {
  const place = placeAt(source, start);
  const name = /^[\p{L}\p{N}_]+/u.exec(source.slice(start))?.[0] ?? "";
  if (place?.kind === "imported") return imported(surface, place.module, name);
  return place?.kind === "module" ? imported(surface, place.path ? `${place.path}.${name}` : name) : undefined;
}

/** The call that is being written at the place, and which of its parameters comes next. */
export function callHelp({
  surface,
  above,
  source,
  offset,
}: Question): { description: Description; active: number } | undefined {
  const call = placeAt(source, offset)?.call ?? openCallInString(source, offset);
  const scope = scopeOf(surface, above, source, offset);
  const callee = call && evaluate(scope, call.callee);
  if (!call || !callee) return undefined;
  const description = describe(callee, call.callee.at(-1)!.text, scope);
  if (!description.params) return undefined;
  return { description, active: activeParam(description.params, call) };
}

/** Inside of a string the place says nothing, but the call around it is the same. */
function openCallInString(source: string, offset: number): OpenCall | undefined {
  for (let at = offset - 1; at >= 0 && source[at] !== "\n"; at--)
    if (source[at] === '"' || source[at] === "'") {
      const place = placeAt(source, at);
      if (place) return place.call;
    }
  return undefined;
}

function activeParam(params: readonly string[], { argument, keyword }: OpenCall): number {
  if (keyword !== undefined) return params.findIndex((param) => new RegExp(`^${keyword}\\b`, "u").test(param));
  let left = argument;
  for (const [index, param] of params.entries()) {
    if (param === "/") continue;
    if (param === "*") return -1;
    if (param.startsWith("*") || left === 0) return index;
    left--;
  }
  return -1;
}
