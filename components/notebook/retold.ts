import type { Texts } from "../library/bundled";
import { translated } from "./files";
import type { Step } from "./history";
import type { CellBody } from "./steps";

type Fields = Step["bodies"][string];

/** Steps of a bundled notebook's history when the page changes its language: published prose comes back in the new one. */
export function retold(steps: readonly Step[], from: Texts["en"], to: Texts["en"]): readonly Step[] {
  const sources = new Map(from.cells.map(({ id, source }) => [id, source]));
  const others = new Map(to.cells.map(({ id, source }) => [id, source]));
  const told = (id: string, fields: Fields): Fields => {
    if (fields === null) return null;
    if ("id" in fields) return translated({ [id]: fields as CellBody }, from, to)[id]!; // a whole cell
    const isPublished = typeof fields.source === "string" && fields.source === sources.get(id) && others.has(id);
    return isPublished ? { ...fields, source: others.get(id) } : fields;
  };
  return steps.map((step) => ({
    ...step,
    bodies: Object.fromEntries(Object.entries(step.bodies).map(([id, fields]) => [id, told(id, fields)])),
  }));
}
