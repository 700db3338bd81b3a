import { bracket, type Fact, factsOf } from "./facts";
import type { Lexeme } from "./lex";
import type { Surface, Thing } from "./surface";

/** What an expression is, as far as reading alone can tell. */
export type Value =
  /** A name of the packages itself, or an object of such a class. */
  | { of: "thing"; thing: number; isObject: boolean }
  /** A name that the cells define, or an object of a class that they define. */
  | { of: "fact"; fact: Fact; isObject: boolean; scope: Scope };

/** The names that hold at a place of a cell. */
export type Scope = { surface: Surface; facts: ReadonlyMap<string, Fact> };

/** The names of cells that run one after the other; of the last only what it binds before `offset`, and later where nothing else does. */
export function scopeOf(surface: Surface, above: readonly string[], source: string, offset: number): Scope {
  const facts = new Map<string, Fact>();
  for (const cell of above) for (const fact of factsOf(cell)) facts.set(fact.name, fact);
  const own = factsOf(source);
  for (const fact of own) if (fact.start < offset) facts.set(fact.name, fact);
  for (const fact of own) if (fact.start >= offset && !facts.has(fact.name)) facts.set(fact.name, fact);
  return { surface, facts };
}

/** How deep names may hang on other names. */
const deepest = 12;

/** What a name means: the cells' own, else the name that every session has, else Python's. */
export function lookUp(scope: Scope, name: string, depth = 0): Value | undefined {
  const fact = scope.facts.get(name);
  if (fact) return valueOf(scope, fact, depth);
  const { roots, things } = scope.surface;
  if (name === "mindspore") return thingOf(roots.mindspore);
  return thingOf(things[roots.builtins ?? -1]?.members?.[name]);
}

function valueOf(scope: Scope, fact: Fact, depth: number): Value | undefined {
  if (depth > deepest) return undefined;
  switch (fact.kind) {
    case "import":
      return imported(scope.surface, fact.module, fact.member);
    case "value": {
      // `x = x + 1`: the name on the right is an earlier one, of which nothing is known here
      const isOwn = fact.expression.some(({ kind, text }) => kind === "name" && text === fact.name);
      const value = isOwn ? undefined : evaluate(scope, fact.expression, depth + 1);
      return value ?? { of: "fact", fact, isObject: false, scope };
    }
    default:
      return { of: "fact", fact, isObject: false, scope };
  }
}

const thingOf = (thing: number | undefined, isObject = false): Value | undefined =>
  thing === undefined ? undefined : { of: "thing", thing, isObject };

/** A module by its path, or a name in it. */
export function imported(surface: Surface, module: string, member?: string): Value | undefined {
  const [root, ...inner] = module.split(".");
  let thing = surface.roots[root!];
  for (const name of member === undefined ? inner : [...inner, member])
    thing = thing === undefined ? undefined : memberOf(surface, thing, name);
  return thingOf(thing);
}

/** A module's or a class's member, its own or inherited. */
export function memberOf(surface: Surface, owner: number, name: string): number | undefined {
  const { members, bases = [] } = surface.things[owner]!;
  if (members && Object.hasOwn(members, name)) return members[name];
  for (const base of bases) {
    const inherited = surface.things[base]?.members;
    if (inherited && Object.hasOwn(inherited, name)) return inherited[name];
  }
  return undefined;
}

/** What an expression is: names, members, calls and elements; of a sum or product what its first part is. */
export function evaluate(scope: Scope, lexemes: readonly Lexeme[], depth = 0): Value | undefined {
  const [first] = lexemes;
  if (!first || depth > deepest) return undefined;
  if (first.text === "await") return evaluate(scope, lexemes.slice(1), depth + 1);
  let at = 1;
  let value: Value | undefined;
  if (first.text === "(") {
    const { inside, next } = bracket(lexemes, 0);
    at = next;
    value = inside.some(({ text }) => text === ",") ? builtin(scope, "tuple") : evaluate(scope, inside, depth + 1);
  } else if (first.text === "[" || first.text === "{") {
    const { inside, next } = bracket(lexemes, 0);
    at = next;
    const isDict = inside.length === 0 || inside.some(({ text }) => text === ":");
    value = builtin(scope, first.text === "[" ? "list" : isDict ? "dict" : "set");
  } else if (first.kind === "string") value = builtin(scope, /^[rf]*b/i.test(first.text) ? "bytes" : "str");
  else if (first.kind === "number") value = builtin(scope, /^0x|^\d+$/i.test(first.text) ? "int" : "float");
  else if (first.text === "-") return evaluate(scope, lexemes.slice(1), depth + 1);
  else if (first.kind === "name") value = lookUp(scope, first.text, depth + 1);
  while (value && at < lexemes.length) {
    const { text } = lexemes[at]!;
    if (text === "." && lexemes[at + 1]?.kind === "name") {
      value = member(value, lexemes[at + 1]!.text, scope, depth);
      at += 2;
    } else if (text === "(") {
      value = called(value, scope, depth);
      at = bracket(lexemes, at).next;
    } else if (text === "[") {
      value = element(value, scope);
      at = bracket(lexemes, at).next;
    } else if (/^[-+*/%@&|^]$|^\*\*$/.test(text)) return isTensorLike(value, scope) ? value : undefined;
    else if (text === "if")
      return value; // a if b else c
    else return undefined;
  }
  return value;
}

const builtin = (scope: Scope, name: string) => {
  const { roots, things } = scope.surface;
  return thingOf(things[roots.builtins ?? -1]?.members?.[name], true);
};

/** `value.name` */
export function member(value: Value, name: string, scope: Scope, depth = 0): Value | undefined {
  const { surface } = scope;
  if (value.of === "thing") {
    const found = memberOf(surface, value.thing, name);
    if (found === undefined) return undefined;
    const thing = surface.things[found]!;
    const isHeld = thing.kind === "property" || thing.kind === "value";
    return isHeld && thing.gives !== undefined ? thingOf(thing.gives, true) : thingOf(found);
  }
  const { fact } = value;
  if (fact.kind !== "class") return undefined;
  const own = fact.members.findLast((each) => each.name === name);
  if (own) return valueOf(value.scope, own, depth + 1);
  for (const base of fact.bases) {
    const inherited = evaluate(value.scope, base, depth + 1);
    const found = inherited && member(inherited, name, scope, depth + 1);
    if (found) return found;
  }
  return undefined;
}

/** `value(…)` */
function called(value: Value, scope: Scope, depth: number): Value | undefined {
  if (value.of === "thing") {
    const thing = scope.surface.things[value.thing]!;
    if (thing.kind === "class" && !value.isObject) return { ...value, isObject: true };
    if (value.isObject) return thingOf(callsOf(scope.surface, thing), true);
    return thingOf(thing.gives, true);
  }
  if (value.fact.kind !== "class") return undefined;
  if (!value.isObject) return { ...value, isObject: true };
  for (const base of value.fact.bases) {
    const inherited = evaluate(value.scope, base, depth + 1);
    if (inherited) return called({ ...inherited, isObject: true }, scope, depth + 1);
  }
  return undefined;
}

function callsOf(surface: Surface, { calls, bases = [] }: Thing): number | undefined {
  return calls ?? bases.map((base) => surface.things[base]?.calls).find((each) => each !== undefined);
}

/** `value[…]` of arrays and tensors is one of them again. */
const element = (value: Value, scope: Scope) => (isTensorLike(value, scope) ? value : undefined);

function isTensorLike(value: Value, { surface }: Scope): boolean {
  if (value.of !== "thing" || !value.isObject) return false;
  return /\.(ndarray|Tensor|Parameter)$/.test(surface.things[value.thing]!.path);
}
