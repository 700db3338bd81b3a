import type { Expression, ForStatement } from "acorn";
import { type Rewriting, shared } from "./rewrite";
import { owner } from "./scopes";
import { type AnyNode, boundIn, isFunction, some } from "./tree";
import { words } from "./words";

/** A loop whose variable only grows, or only shrinks, by whole steps: it may be cut into lengths. */
export interface CountedLoop {
  variable: string;
  isRising: boolean;
  /** The comparison's operator and its right side, as code. */
  operator: string;
  bound: string;
  /** Whether the right side stays what it is while the loop runs. */
  isFixed: boolean;
}

/** What the loop is, if it is certain to be one: `for (let i = 0; i < n; i++)` and its like. */
export function readCountedLoop(node: ForStatement, rewriting: Rewriting): CountedLoop | undefined {
  const { init, test, update, body } = node;
  if (init?.type !== "VariableDeclaration" || init.kind !== "let" || test?.type !== "BinaryExpression" || !update)
    return;
  const { left, right, operator } = test;
  if (left.type !== "Identifier") return;
  const variable = left.name;
  const start = init.declarations.find(({ id }) => id.type === "Identifier" && id.name === variable)?.init;
  const step = stepOf(update, variable);
  if (!start || !isNumber(start) || !step || !operators[step].has(operator)) return;
  if (some(body, isClosure) || some(test, isClosure) || some(body, (inner) => assigns(inner, variable))) return;
  const bound = simpleText(right, node, rewriting);
  if (bound === undefined) return;
  return { variable, isRising: step === "up", operator, bound, isFixed: isFixed(right, node, rewriting) };
}

const operators = { up: new Set(["<", "<="]), down: new Set([">", ">="]) } as const;
const isClosure = (node: AnyNode) => isFunction(node) || /^Class/.test(node.type);

/** Which way the loop's update moves its variable, if by whole steps. */
function stepOf(update: Expression, variable: string): "up" | "down" | undefined {
  const isIt = (node: AnyNode) => node.type === "Identifier" && node.name === variable;
  if (update.type === "UpdateExpression") {
    return isIt(update.argument) ? (update.operator === "++" ? "up" : "down") : undefined;
  }
  if (update.type !== "AssignmentExpression" || !isIt(update.left)) return undefined;
  const { right, operator } = update;
  if (right.type !== "Literal" || !Number.isSafeInteger(right.value) || (right.value as number) < 1) return undefined;
  return operator === "+=" ? "up" : operator === "-=" ? "down" : undefined;
}

/** Whether the value is certain to be a number, and no bigint or text. */
function isNumber(node: Expression): boolean {
  switch (node.type) {
    case "Literal":
      return typeof node.value === "number";
    case "UnaryExpression":
      return node.operator === "-" && isNumber(node.argument);
    case "MemberExpression":
      return !node.computed && node.property.type === "Identifier" && node.property.name === "length";
    case "BinaryExpression": {
      const { left, right } = node;
      if (left.type === "PrivateIdentifier") return false;
      // with a number on one side a bigint on the other throws, whatever the operator; only `+` could make text
      return node.operator === "+"
        ? isNumber(left) && isNumber(right)
        : isArithmetic(node.operator) && (isNumber(left) || isNumber(right));
    }
    default:
      return isMathCall(node);
  }
}

const isArithmetic = (operator: string) =>
  ["-", "*", "/", "%", "**", "|", "&", "^", ">>", "<<", ">>>"].includes(operator);

/** `Math.floor(…)`: quick, and always a number. */
export function isMathCall(node: AnyNode): boolean {
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") return false;
  return node.callee.object.type === "Identifier" && node.callee.object.name === "Math";
}

/** Whether an iteration may run code that stands elsewhere, and so take long. */
export function mayTakeLong(body: AnyNode): boolean {
  return some(
    body,
    (node) =>
      (node.type === "CallExpression" && !isMathCall(node)) ||
      [
        "NewExpression",
        "AwaitExpression",
        "YieldExpression",
        "TaggedTemplateExpression",
        "ForOfStatement",
        "SpreadElement",
        "ImportExpression",
      ].includes(node.type),
    (node) => !isFunction(node),
  );
}

function assigns(node: AnyNode, variable: string): boolean {
  switch (node.type) {
    case "AssignmentExpression":
      return boundIn(node.left).some(({ name }) => name === variable);
    case "UpdateExpression":
      return node.argument.type === "Identifier" && node.argument.name === variable;
    case "ForInStatement":
    case "ForOfStatement":
      return node.left.type !== "VariableDeclaration" && boundIn(node.left).some(({ name }) => name === variable);
    default:
      return false;
  }
}

/** The code of a number, a variable, or a property of one: what may be evaluated once more. */
function simpleText(node: AnyNode, at: AnyNode, rewriting: Rewriting): string | undefined {
  switch (node.type) {
    case "Literal":
      return typeof node.value === "number" ? node.raw : undefined;
    case "Identifier": {
      const scope = rewriting.names.scopeOf.get(at)!;
      return shared(node.name, scope, rewriting) ? `${words.scope}.${node.name}` : node.name;
    }
    case "MemberExpression": {
      if (node.computed || node.optional || node.property.type !== "Identifier") return undefined;
      const object = simpleText(node.object, at, rewriting);
      return object === undefined ? undefined : `${object}.${node.property.name}`;
    }
    default:
      return undefined;
  }
}

function isFixed(bound: AnyNode, loop: ForStatement, { names, known }: Rewriting): boolean {
  if (bound.type === "Literal") return true;
  if (bound.type === "Identifier") {
    const { name } = bound;
    const kind = owner(name, names.scopeOf.get(loop)!)?.names.get(name) ?? known.get(name);
    return kind === "const" || (!some(loop.body, (node) => assigns(node, name)) && !mayTakeLong(loop.body));
  }
  if (bound.type !== "MemberExpression" || (bound.property as { name?: string }).name !== "length") return false;
  const isStore = (node: AnyNode) =>
    (node.type === "AssignmentExpression" && node.left.type !== "Identifier") ||
    (node.type === "UpdateExpression" && node.argument.type !== "Identifier");
  const object = bound.object;
  return (
    object.type === "Identifier" &&
    !some(loop.body, isStore) &&
    !some(loop.body, (node) => assigns(node, object.name)) &&
    !mayTakeLong(loop.body)
  );
}
