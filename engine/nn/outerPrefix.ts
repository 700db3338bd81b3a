import type { Cell } from "./cell";

/**
 * What stands before a container's own names in the names of its parameters: "block." once it is the attribute `block` of
 * another cell, "" before. Read off the first two members that have parameters, as MindSpore does.
 */
export function outerPrefix(members: ReadonlyMap<string, Cell | null>): string {
  const named = [...members].flatMap(([key, cell]) => {
    const first = cell?.getParameters()[0];
    return first ? [{ key, parts: first.name.split(".") }] : [];
  });
  const [one, other] = named;
  let found = 0;
  for (const [place, part] of one?.parts.entries() ?? []) {
    if (part !== one?.key) continue;
    found = place;
    if (other?.parts[place] === other?.key) break;
  }
  return (
    one?.parts
      .slice(0, found)
      .map((part) => `${part}.`)
      .join("") ?? ""
  );
}
