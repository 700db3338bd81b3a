import type { Expression, ImportDeclaration, Program, VariableDeclaration } from "acorn";
import type MagicString from "magic-string";
import { isLocal, type Kind, type Names, type Scope, type Use } from "./scopes";
import { type AnyNode, boundIn, childrenOf } from "./tree";
import { words } from "./words";

const { scope: place, kit } = words;

/** What earlier cells have left: the kind of each name. */
export type Known = ReadonlyMap<string, Kind>;

export interface Rewriting {
  text: MagicString;
  program: Program;
  names: Names;
  known: Known;
  /** Names that JavaScript itself has, such as Math; a cell may declare them again. */
  isGlobal: (name: string) => boolean;
}

/**
 * Turns every name that outlives the cell into a property of the session's scope object, in place, no line moved:
 * `const x = 1` becomes `__scope.x = 1`, and `x` becomes `__scope.x`, also inside functions. So a function of an early cell sees
 * what a later one makes of `x`, and any cell may be run again.
 *
 * Gives what must stand before the code: functions are there from the start, `var`s too.
 */
export function rewriteNames(rewriting: Rewriting): string {
  const { names, program } = rewriting;
  for (const use of names.uses) if (shared(use.node.name, use.scope, rewriting)) rewriteUse(use, rewriting);
  program.body.forEach((statement, i) => {
    if (isEnumHead(statement, program.body[i + 1]))
      rewriteDeclaration(statement, rewriting, "let"); // begins anew
    else rewriteStatement(statement, rewriting);
  });
  const hoisted = [...names.top.names].flatMap(([name, kind]) => {
    if (kind === "function") return [`${place}.${name}=${name};`];
    return kind === "var" ? [`${kit}.hoist(${JSON.stringify(name)});`] : [];
  });
  return hoisted.join("");
}

/** Whether a name, seen from a scope, lives in the session's scope object. */
export function shared(name: string, scope: Scope, { names, known, isGlobal }: Rewriting): boolean {
  if (name === "undefined" || isLocal(name, scope, names.top)) return false;
  return names.top.names.has(name) || known.has(name) || !isGlobal(name);
}

function rewriteUse({ node, parent, isShorthand }: Use, rewriting: Rewriting): void {
  const { text } = rewriting;
  const { name, start, end } = node;
  const key = isShorthand ? `${name}:` : "";
  const property = `${place}.${name}`;
  const isConstant = constantKinds.has((rewriting.names.top.names.get(name) ?? rewriting.known.get(name)) as string);
  if (isConstant && isWritten(node, parent)) {
    text.update(start, end, `${key}${kit}.constant(${JSON.stringify(name)}).value`);
  } else if (parent.type === "UnaryExpression" && parent.operator === "typeof") {
    text.update(start, end, `${kit}.peek(${JSON.stringify(name)})`);
  } else if (
    (parent.type === "CallExpression" && parent.callee === node) ||
    (parent.type === "TaggedTemplateExpression" && parent.tag === node)
  ) {
    text.update(start, end, `(0,${property})`);
  } else text.update(start, end, `${key}${property}`);
}

const constantKinds: ReadonlySet<string> = new Set<Kind>(["const", "import"]);

function isWritten(node: AnyNode, parent: AnyNode): boolean {
  switch (parent.type) {
    case "AssignmentExpression":
      return parent.left === node;
    case "UpdateExpression":
      return true;
    case "ForInStatement":
    case "ForOfStatement":
      return parent.left === node;
    case "AssignmentPattern":
      return parent.left === node;
    case "ArrayPattern":
    case "RestElement":
      return true;
    default:
      return false;
  }
}

function rewriteStatement(node: AnyNode, rewriting: Rewriting): void {
  const { text } = rewriting;
  switch (node.type) {
    case "ImportDeclaration":
      rewriteImport(node, text);
      return;
    case "ExportNamedDeclaration":
      if (!node.declaration) {
        blank(text, node.start, node.end);
        return;
      }
      blank(text, node.start, node.declaration.start);
      rewriteStatement(node.declaration, rewriting);
      return;
    case "ExportDefaultDeclaration":
      blank(text, node.start, node.declaration.start);
      return;
    case "ExportAllDeclaration":
      blank(text, node.start, node.end);
      return;
    case "ClassDeclaration":
      text.appendRight(node.start, `;${place}.${node.id?.name}=`);
      text.prependLeft(node.end, ";");
      return;
    case "VariableDeclaration":
      rewriteDeclaration(node, rewriting);
      return;
    default:
      rewriteVars(node, rewriting);
  }
}

/** `var`s below the top, which belong to the cell as a whole. */
function rewriteVars(node: AnyNode, rewriting: Rewriting): void {
  const visit = (node: AnyNode, parent: AnyNode | undefined): void => {
    if (/Function|Class/.test(node.type)) return;
    if (node.type === "VariableDeclaration" && node.kind === "var") {
      const inHead =
        (parent?.type === "ForStatement" && parent.init === node) ||
        ((parent?.type === "ForInStatement" || parent?.type === "ForOfStatement") && parent.left === node);
      if (inHead) rewriteHead(node, rewriting);
      else rewriteDeclaration(node, rewriting);
      return;
    }
    for (const child of childrenOf(node)) visit(child, node);
  };
  visit(node, undefined);
}

/** `for (var i = 0; …)` and `for (var x of xs)`. */
function rewriteHead({ start, declarations }: VariableDeclaration, { text }: Rewriting): void {
  text.remove(start, declarations[0]!.start);
  for (const { id } of declarations) rewritePattern(id, text);
}

/** `const a = 1, { b } = c` becomes `;(__scope.a = 1, {b: __scope.b} = c);` */
function rewriteDeclaration(
  { start, end, declarations, ...node }: VariableDeclaration,
  { text }: Rewriting,
  kind = node.kind,
): void {
  text.update(start, declarations[0]!.start, lines(text, start, declarations[0]!.start, ";("));
  if (text.original[end - 1] === ";") text.update(end - 1, end, ");");
  else text.prependLeft(end, ");");
  for (const { id, init } of declarations) {
    rewritePattern(id, text);
    if (!init) {
      text.prependLeft(id.end, kind === "var" ? `=${place}.${boundIn(id)[0]!.name}` : "=undefined");
    } else if (id.type === "Identifier" && takesItsName(init)) {
      // a function without a name is called after its variable; the property of an object names it too
      text.appendRight(init.start, `{${JSON.stringify(id.name)}:(`);
      text.prependLeft(init.end, `)}[${JSON.stringify(id.name)}]`);
    }
  }
}

/** `var Color; (function (Color) {…})(Color || (Color = {}))`: what becomes of an enum. */
function isEnumHead(node: AnyNode, next: AnyNode | undefined): node is VariableDeclaration {
  if (node.type !== "VariableDeclaration" || node.declarations[0]!.init || next?.type !== "ExpressionStatement")
    return false;
  const call = next.expression;
  if (call.type !== "CallExpression" || call.callee.type !== "FunctionExpression") return false;
  const [name] = node.declarations.flatMap(({ id }) => boundIn(id));
  const [parameter] = call.callee.params.flatMap(boundIn);
  return call.arguments[0]?.type === "LogicalExpression" && name !== undefined && parameter?.name === name.name;
}

function takesItsName(init: Expression): boolean {
  if (init.type === "ArrowFunctionExpression") return true;
  return (init.type === "FunctionExpression" || init.type === "ClassExpression") && !init.id;
}

function rewritePattern(pattern: Parameters<typeof boundIn>[0], text: MagicString): void {
  const keys = shorthandKeys(pattern);
  for (const { name, start, end } of boundIn(pattern)) {
    text.update(start, end, `${keys.has(start) ? `${name}:` : ""}${place}.${name}`);
  }
}

/** Where names stand that are keys too: `{ a, b = 1 }`. */
function shorthandKeys(pattern: Parameters<typeof boundIn>[0]): Set<number> {
  switch (pattern.type) {
    case "ObjectPattern":
      return new Set(
        pattern.properties.flatMap((property) => {
          if (property.type === "RestElement") return [...shorthandKeys(property.argument)];
          return property.shorthand ? [property.key.start] : [...shorthandKeys(property.value)];
        }),
      );
    case "ArrayPattern":
      return new Set(pattern.elements.flatMap((element) => (element ? [...shorthandKeys(element)] : [])));
    case "RestElement":
      return shorthandKeys(pattern.argument);
    case "AssignmentPattern":
      return shorthandKeys(pattern.left);
    default:
      return new Set();
  }
}

/** `import { a as b } from "m"` becomes `__scope.b = __kit.imported("m", "a")`. */
function rewriteImport({ start, end, specifiers, source }: ImportDeclaration, text: MagicString): void {
  const module = JSON.stringify(source.value);
  const made = specifiers.map((specifier) => {
    const whole = specifier.type !== "ImportSpecifier";
    const name = whole
      ? "*"
      : specifier.imported.type === "Literal"
        ? specifier.imported.value
        : specifier.imported.name;
    return `${place}.${specifier.local.name}=${kit}.imported(${module},${JSON.stringify(name)});`;
  });
  text.update(start, end, lines(text, start, end, `;${made.join("") || `${kit}.imported(${module},"*");`}`));
}

function blank(text: MagicString, start: number, end: number): void {
  text.update(start, end, lines(text, start, end, " "));
}

/** New text for a range, with the line ends that the range had. */
function lines(text: MagicString, start: number, end: number, content: string): string {
  return content + "\n".repeat(text.original.slice(start, end).split("\n").length - 1);
}
