import type { AnyNode, Node, Pattern } from "acorn";

export type { AnyNode } from "acorn";

/** The nodes right below a node, in the order of the code. */
export function childrenOf(node: AnyNode): AnyNode[] {
  const children: AnyNode[] = [];
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) for (const item of value) isNode(item) && children.push(item);
    else if (isNode(value)) children.push(value);
  }
  return children;
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === "object" && value !== null && typeof (value as Node).type === "string";
}

export type FunctionNode = Extract<
  AnyNode,
  { type: "FunctionDeclaration" | "FunctionExpression" | "ArrowFunctionExpression" }
>;

export function isFunction(node: AnyNode): node is FunctionNode {
  return (
    node.type === "FunctionDeclaration" || node.type === "FunctionExpression" || node.type === "ArrowFunctionExpression"
  );
}

/** The identifiers that a pattern binds, in order. */
export function boundIn(pattern: Pattern): { name: string; start: number; end: number }[] {
  switch (pattern.type) {
    case "Identifier":
      return [pattern];
    case "ObjectPattern":
      return pattern.properties.flatMap((property) =>
        boundIn(property.type === "RestElement" ? property.argument : property.value),
      );
    case "ArrayPattern":
      return pattern.elements.flatMap((element) => (element ? boundIn(element) : []));
    case "RestElement":
      return boundIn(pattern.argument);
    case "AssignmentPattern":
      return boundIn(pattern.left);
    default:
      return []; // a member: nothing new
  }
}

/** Whether some node below, this one included, holds; `enter` says into which nodes to look. */
export function some(
  node: AnyNode,
  holds: (node: AnyNode) => boolean,
  enter: (node: AnyNode) => boolean = () => true,
): boolean {
  if (holds(node)) return true;
  return enter(node) && childrenOf(node).some((child) => some(child, holds, enter));
}
