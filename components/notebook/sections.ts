import type { CellBody, Cells } from "./steps";

export type Heading = { level: number; text: string };

const headings = new WeakMap<CellBody, readonly Heading[]>(); // cells are never changed, only replaced

/** The headings of a text cell, in order: lines that begin with `#`, code blocks apart. */
export function headingsOf(cell: CellBody): readonly Heading[] {
  if (cell.cell_type !== "markdown") return [];
  let found = headings.get(cell);
  if (!found) {
    found = readHeadings(cell.source);
    headings.set(cell, found);
  }
  return found;
}

function readHeadings(source: string): Heading[] {
  const found: Heading[] = [];
  let fence: string | null = null;
  for (const line of source.split("\n")) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark && (fence === null || (mark[0] === fence[0] && mark.length >= fence.length)))
      fence = fence === null ? mark : null;
    const heading = fence === null ? /^ {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/.exec(line) : null;
    if (heading?.[2]) found.push({ level: heading[1]!.length, text: plain(heading[2]) });
  }
  return found;
}

/** Without the signs of Markdown. */
const plain = (text: string) =>
  text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/(\*\*|__|\*|`|~~)(.+?)\1/g, "$2")
    .replace(/\\([\\`*_{}[\]()#+\-.!$])/g, "$1");

/** The level of the section that a cell begins, if it begins one. */
export const levelOf = (cell: CellBody | undefined): number | undefined => cell && headingsOf(cell)[0]?.level;

const isFolded = (cell: CellBody | undefined) => cell?.metadata["jp-MarkdownHeadingCollapsed"] === true;

/** The cell begins a section, and that section's other cells are not shown. */
export const isCollapsed = (cell: CellBody | undefined) => isFolded(cell) && levelOf(cell) !== undefined;

/** The other cells of the section that the cell begins: all up to the next heading of its level or a higher one. */
export function sectionOf({ order, cells }: Cells, id: string): readonly string[] {
  const level = levelOf(cells[id]);
  if (level === undefined) return [];
  const start = order.indexOf(id) + 1;
  const length = order.slice(start).findIndex((other) => (levelOf(cells[other]) ?? 7) <= level);
  return order.slice(start, length < 0 ? undefined : start + length);
}

/** The headings above a cell whose sections it stands in. */
export function headingsAbove({ order, cells }: Cells, id: string): readonly string[] {
  const above: string[] = [];
  let level = levelOf(cells[id]) ?? 7;
  for (let index = order.indexOf(id) - 1; index >= 0 && level > 1; index--) {
    const own = levelOf(cells[order[index]!]);
    if (own === undefined || own >= level) continue;
    above.unshift(order[index]!);
    level = own;
  }
  return above;
}

const nothing: ReadonlySet<string> = new Set();
let latest: { order: unknown; cells: unknown; hidden: ReadonlySet<string> } | undefined;

/** The cells that are not shown because a section around them is collapsed. The same set while these are the same cells. */
export function hiddenCells({ order, cells }: Cells): ReadonlySet<string> {
  if (latest?.order !== order || latest.cells !== cells) {
    const hidden = findHidden({ order, cells });
    latest = { order, cells, hidden: latest && isSame(hidden, latest.hidden) ? latest.hidden : hidden };
  }
  return latest.hidden;
}

const isSame = (a: ReadonlySet<string>, b: ReadonlySet<string>) => a.size === b.size && [...a].every((id) => b.has(id));

function findHidden({ order, cells }: Cells): ReadonlySet<string> {
  if (!order.some((id) => isFolded(cells[id]))) return nothing;
  const hidden = new Set<string>();
  let limit = 0; // cells are hidden until a heading of this level; 0 is no collapsed section
  for (const id of order) {
    const level = levelOf(cells[id]);
    if (level !== undefined && level <= limit) limit = 0;
    if (limit > 0) hidden.add(id);
    else if (level !== undefined && isFolded(cells[id])) limit = level;
  }
  return hidden;
}

/** What acting on these cells takes along: the hidden cells of their collapsed sections. In notebook order. */
export function withHiddenParts(state: Cells, ids: readonly string[]): readonly string[] {
  const all = new Set(ids);
  for (const id of ids) if (isCollapsed(state.cells[id])) for (const part of sectionOf(state, id)) all.add(part);
  return all.size === ids.length ? ids : state.order.filter((id) => all.has(id));
}
