import type { BinaryExpression, Expression, ForStatement, Pattern, Statement, WhileStatement } from "acorn";
import { type Rewriting, shared } from "./rewrite";
import { owner } from "./scopes";
import { type AnyNode, boundIn, childrenOf, isFunction, some } from "./tree";
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
  if (!init || test?.type !== "BinaryExpression" || test.left.type !== "Identifier" || !update) return;
  if (!beginsWithNumber(init, test.left.name)) return;
  return countedBy(node, test, update, [body], rewriting);
}

/**
 * The same of `let i = 0; while (i < n) { …; i++ }`, among the statements of a block: nothing assigns the variable between its
 * declaration and the loop, and nothing but the loop's last step in it.
 */
export function readCountedWhile(node: WhileStatement, block: AnyNode, rewriting: Rewriting): CountedLoop | undefined {
  const { test, body } = node;
  if (block.type !== "BlockStatement" || body.type !== "BlockStatement") return;
  if (test.type !== "BinaryExpression" || test.left.type !== "Identifier") return;
  const { name } = test.left;
  const last = body.body.at(-1);
  const before = block.body.slice(0, block.body.indexOf(node));
  const declared = before.findLastIndex((statement) => beginsWithNumber(statement, name));
  if (last?.type !== "ExpressionStatement" || declared < 0 || mayTakeLong(node)) return;
  const isSetElsewhere = (statement: Statement) => some(statement, (inner) => assigns(inner, name));
  const isSetByOthers = block.body.some(
    (statement) => statement !== node && some(statement, (inner) => isClosure(inner) && isSetElsewhere(inner as never)),
  );
  if (isSetByOthers || before.slice(declared + 1).some(isSetElsewhere) || continues(body)) return;
  return countedBy(node, test, last.expression, body.body.slice(0, -1), rewriting);
}

/** Whether it is a `let` that gives the variable a number. */
function beginsWithNumber(node: AnyNode, variable: string): boolean {
  if (node.type !== "VariableDeclaration" || node.kind !== "let") return false;
  const start = node.declarations.find(({ id }) => id.type === "Identifier" && id.name === variable)?.init;
  return start != null && isNumber(start);
}

/** `test` and `update` are those of a loop that counts; `parts` is all else that a round does. */
function countedBy(
  loop: Loop,
  test: BinaryExpression,
  update: Expression,
  parts: readonly AnyNode[],
  rewriting: Rewriting,
): CountedLoop | undefined {
  const { left, right, operator } = test;
  const variable = (left as { name: string }).name;
  const step = stepOf(update, variable);
  if (!step || !operators[step].has(operator)) return;
  if ([test, ...parts].some((part) => some(part, (inner) => isClosure(inner) || assigns(inner, variable)))) return;
  const bound = simpleText(right, loop, rewriting);
  if (bound === undefined) return;
  return { variable, isRising: step === "up", operator, bound, isFixed: isFixed(right, loop, rewriting) };
}

type Loop = ForStatement | WhileStatement;

/** Whether a `continue` goes on with the loop that has this body, or with one around it. */
function continues(node: AnyNode): boolean {
  if (node.type === "ContinueStatement") return true;
  const isLoop = /^(For|While|DoWhile)/.test(node.type) && node.type.endsWith("Statement");
  return childrenOf(node).some(isLoop ? (child) => some(child, isLabelledContinue) : continues);
}

const isLabelledContinue = (node: AnyNode) => node.type === "ContinueStatement" && node.label != null;

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
  const isIn = (target: Pattern) => boundIn(target).some(({ name }) => name === variable);
  switch (node.type) {
    case "AssignmentExpression":
      return isIn(node.left);
    case "UpdateExpression":
      return node.argument.type === "Identifier" && isIn(node.argument);
    case "VariableDeclaration": // `var` once more is an assignment
      return node.kind === "var" && node.declarations.some(({ id, init }) => init && isIn(id));
    case "ForInStatement":
    case "ForOfStatement":
      return node.left.type === "VariableDeclaration"
        ? node.left.kind === "var" && node.left.declarations.some(({ id }) => isIn(id))
        : isIn(node.left);
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

function isFixed(bound: AnyNode, loop: Loop, { names, known, program }: Rewriting): boolean {
  if (bound.type === "Literal") return true;
  if (bound.type === "Identifier") {
    const { name } = bound;
    const scope = owner(name, names.scopeOf.get(loop)!);
    const kind = scope?.names.get(name) ?? known.get(name);
    const isAssignedIn = (part: AnyNode) => some(part, (node) => assigns(node, name));
    if (kind === "const" || (scope && scope !== names.top && !isAssignedIn(program))) return true;
    return !isAssignedIn(loop.body) && !mayRunOthers(loop.body);
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
    !mayRunOthers(loop.body)
  );
}

/** Whether an iteration may run code that stands elsewhere: by a call, or by a property's name, behind which a getter may be. */
function mayRunOthers(body: AnyNode): boolean {
  const mayGet = (node: AnyNode) =>
    node.type === "MemberExpression" &&
    !node.computed &&
    (node.property as { name?: string }).name !== "length" &&
    (node.object as { name?: string }).name !== "Math";
  return mayTakeLong(body) || some(body, mayGet);
}
