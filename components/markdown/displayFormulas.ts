import type { Nodes, Root } from "mdast";

/** Formulas between double signs stand on a line of their own, also where they are written within one: as Jupyter has it. */
export function displayFormulas() {
  return (tree: Root, file: { value: unknown }) => {
    const source = String(file.value);
    const walk = (node: Nodes | { type: "inlineMath"; data?: object; position?: Nodes["position"] }): void => {
      if (node.type === ("inlineMath" as string)) {
        const start = node.position?.start.offset ?? 0;
        if (source.startsWith("$$", start))
          node.data = { ...node.data, hProperties: { className: ["language-math", "math-display"] } };
      } else if ("children" in node) for (const child of node.children) walk(child);
    };
    walk(tree);
  };
}
