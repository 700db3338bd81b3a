import type { AnyNode, Identifier, Pattern, Program } from "acorn";
import { boundIn, childrenOf, isFunction } from "./tree";

/** How a name was declared. */
export type Kind = "const" | "let" | "var" | "function" | "class" | "import" | "parameter";

/** The names that one block, function or cell declares. */
export interface Scope {
  names: Map<string, Kind>;
  parent: Scope | undefined;
}

/** A place where a name is used, and by what. */
export interface Use {
  node: Identifier;
  parent: AnyNode;
  scope: Scope;
  /** It stands for a key too: the `x` of `{ x }`. */
  isShorthand: boolean;
}

export interface Names {
  /** What the cell declares at its top, to stay for later cells. */
  top: Scope;
  uses: Use[];
  /** The scope around each node that opens none itself. */
  scopeOf: Map<AnyNode, Scope>;
}

/** Who declares which name where, and where each is used; declarations themselves are no uses. */
export function readNames(program: Program): Names {
  const top = open(undefined);
  const uses: Use[] = [];
  const scopeOf = new Map<AnyNode, Scope>();
  const shorthand = new Set<AnyNode>();
  hoistVars(program, top);
  hoistBlock(program.body, top);
  for (const statement of program.body) visit(statement, program, top);
  return { top, uses, scopeOf };

  function visit(node: AnyNode, parent: AnyNode, scope: Scope): void {
    scopeOf.set(node, scope);
    if (isFunction(node)) {
      visitFunction(node, scope);
      return;
    }
    switch (node.type) {
      case "Identifier":
        if (isUse(node, parent)) uses.push({ node, parent, scope, isShorthand: shorthand.has(node) });
        return;
      case "ImportDeclaration":
      case "ExportAllDeclaration":
      case "BreakStatement":
      case "ContinueStatement":
      case "MetaProperty":
        return;
      case "ExportNamedDeclaration":
        if (node.declaration) visit(node.declaration, node, scope);
        return;
      case "LabeledStatement":
        visit(node.body, node, scope);
        return;
      case "Property":
        if (node.shorthand) shorthand.add(node.value.type === "AssignmentPattern" ? node.value.left : node.value);
        visitAll(node, scope);
        return;
      case "VariableDeclarator":
        visitPattern(node.id, scope);
        if (node.init) visit(node.init, node, scope);
        return;
      case "ClassDeclaration":
      case "ClassExpression": {
        const own = open(scope);
        if (node.id) own.names.set(node.id.name, "const");
        if (node.superClass) visit(node.superClass, node, own);
        visit(node.body, node, own);
        return;
      }
      case "StaticBlock": {
        const own = open(scope);
        for (const statement of node.body) hoistVars(statement, own);
        hoistBlock(node.body, own);
        visitAll(node, own);
        return;
      }
      case "BlockStatement": {
        const own = open(scope);
        hoistBlock(node.body, own);
        visitAll(node, own);
        return;
      }
      case "SwitchStatement": {
        const own = open(scope);
        for (const { consequent } of node.cases) hoistBlock(consequent, own);
        visitAll(node, own);
        return;
      }
      case "ForStatement":
      case "ForInStatement":
      case "ForOfStatement": {
        const own = open(scope);
        const head = node.type === "ForStatement" ? node.init : node.left;
        if (head?.type === "VariableDeclaration" && head.kind !== "var") hoistBlock([head], own);
        visitAll(node, own);
        return;
      }
      case "CatchClause": {
        const own = open(scope);
        if (node.param) {
          for (const { name } of boundIn(node.param)) own.names.set(name, "let");
          visitPattern(node.param, own);
        }
        visit(node.body, node, own);
        return;
      }
      default:
        visitAll(node, scope);
    }
  }

  function visitAll(node: AnyNode, scope: Scope): void {
    for (const child of childrenOf(node)) visit(child, node, scope);
  }

  function visitFunction(node: Extract<AnyNode, { params: Pattern[] }>, scope: Scope): void {
    const own = open(scope);
    if (node.type === "FunctionExpression" && node.id) own.names.set(node.id.name, "let");
    if (node.type !== "ArrowFunctionExpression") own.names.set("arguments", "let");
    for (const param of node.params) for (const { name } of boundIn(param)) own.names.set(name, "parameter");
    for (const param of node.params) visitPattern(param, own);
    scopeOf.set(node.body, own);
    if (node.body.type !== "BlockStatement") {
      visit(node.body, node, own);
      return;
    }
    hoistVars(node.body, own);
    hoistBlock(node.body.body, own);
    visitAll(node.body, own);
  }

  /** The values in a pattern that declares: defaults and computed keys. */
  function visitPattern(pattern: Pattern, scope: Scope): void {
    scopeOf.set(pattern, scope);
    switch (pattern.type) {
      case "ObjectPattern":
        for (const property of pattern.properties) {
          if (property.type === "RestElement") visitPattern(property.argument, scope);
          else {
            if (property.computed) visit(property.key, property, scope);
            visitPattern(property.value, scope);
          }
        }
        return;
      case "ArrayPattern":
        for (const element of pattern.elements) if (element) visitPattern(element, scope);
        return;
      case "RestElement":
        visitPattern(pattern.argument, scope);
        return;
      case "AssignmentPattern":
        visitPattern(pattern.left, scope);
        visit(pattern.right, pattern, scope);
    }
  }
}

/** Whether the name is declared between the use and the cell's top. */
export function isLocal(name: string, scope: Scope, top: Scope): boolean {
  return owner(name, scope) !== top && owner(name, scope) !== undefined;
}

/** The scope that declares a name, as seen from another. */
export function owner(name: string, scope: Scope): Scope | undefined {
  for (let at: Scope | undefined = scope; at; at = at.parent) if (at.names.has(name)) return at;
  return undefined;
}

const open = (parent: Scope | undefined): Scope => ({ names: new Map(), parent });

/** Whether an identifier stands for a variable, not for a property or a label. */
function isUse(node: Identifier, parent: AnyNode): boolean {
  switch (parent.type) {
    case "MemberExpression":
      return parent.object === node || parent.computed;
    case "Property":
    case "MethodDefinition":
    case "PropertyDefinition":
      return parent.value === node || parent.computed;
    default:
      return true;
  }
}

/** `var`s of a function, from however deep, but not of functions within. */
function hoistVars(node: AnyNode, scope: Scope): void {
  if (node.type === "VariableDeclaration" && node.kind === "var") {
    for (const { id } of node.declarations) for (const { name } of boundIn(id)) scope.names.set(name, "var");
  }
  if (node.type === "ClassDeclaration" || node.type === "ClassExpression") return;
  for (const child of childrenOf(node)) if (!isFunction(child)) hoistVars(child, scope);
}

/** What a list of statements declares for itself. */
function hoistBlock(statements: readonly AnyNode[], scope: Scope): void {
  for (const statement of statements) {
    const node = "declaration" in statement && statement.declaration ? (statement.declaration as AnyNode) : statement;
    if (node.type === "VariableDeclaration" && node.kind !== "var") {
      for (const { id } of node.declarations) {
        for (const { name } of boundIn(id)) scope.names.set(name, node.kind === "let" ? "let" : "const");
      }
    } else if (node.type === "FunctionDeclaration" && node.id) scope.names.set(node.id.name, "function");
    else if (node.type === "ClassDeclaration" && node.id) scope.names.set(node.id.name, "class");
    else if (node.type === "ImportDeclaration") {
      for (const { local } of node.specifiers) scope.names.set(local.name, "import");
    }
  }
}
