import { exactNumber, isObject } from "../notebook/exactJson";

/** Children of one branch; where there are more, they are gathered in ranges of so many. */
const rangeSize = 1_000;

/** A line of the tree. `path` names it; `label` is a key, an index or a range of them. */
export type Row = {
  path: string;
  depth: number;
  label: string | null;
  value: unknown;
  /** How many children; undefined if it can have none. */
  size?: number;
  isOpen: boolean;
  /** Where it stands among its brothers, from 1, and how many they are. */
  place: [number, number];
};

/** An array's or an object's part, shown as a branch of its own. */
class Range {
  constructor(
    readonly of: unknown,
    readonly start: number,
    readonly end: number,
  ) {}
}

const isBranch = (value: unknown) =>
  value instanceof Range || Array.isArray(value) || (isObject(value) && exactNumber(value) === undefined);

/** The lines that are to be seen while these branches are open. */
export function rowsOf(root: unknown, open: ReadonlySet<string>): Row[] {
  const rows: Row[] = [];
  add({ path: "", depth: 0, label: null, value: root, place: [1, 1] });
  return rows;

  function add(row: Omit<Row, "isOpen" | "size">) {
    const { path, depth, value } = row;
    if (!isBranch(value)) {
      rows.push({ ...row, isOpen: false });
      return;
    }
    const isOpen = open.has(path);
    rows.push({ ...row, isOpen, size: sizeOf(value) });
    if (!isOpen) return;
    const children = childrenOf(value);
    children.forEach(([label, child], index) => {
      add({ path: `${path}/${label}`, depth: depth + 1, label, value: child, place: [index + 1, children.length] });
    });
  }
}

/** The branches that are open at first: the root, and under it as long as there is little to see. */
export function firstOpen(root: unknown, isExpanded: boolean): Set<string> {
  const open = new Set<string>();
  let seen = 0;
  const most = isExpanded ? 500 : 20;
  const waiting: [string, unknown][] = [["", root]];
  for (const [path, value] of waiting) {
    if (!isBranch(value)) continue;
    seen += Math.min(sizeOf(value), rangeSize);
    if (path !== "" && seen > most) break;
    open.add(path);
    for (const [label, child] of childrenOf(value)) waiting.push([`${path}/${label}`, child]);
  }
  return open;
}

/** A value on one line, short. */
export function glimpse(value: unknown): string {
  const exact = exactNumber(value);
  if (exact !== undefined) return exact;
  if (value instanceof Range) return "…";
  if (Array.isArray(value)) return value.length === 0 ? "[]" : "[…]";
  if (isObject(value)) {
    const keys = Object.keys(value);
    return keys.length === 0 ? "{}" : `{${keys.slice(0, 4).join(", ")}${keys.length > 4 ? ", …" : ""}}`;
  }
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 2_000 ? `${text.slice(0, 2_000)}…` : text;
}

function sizeOf(value: unknown): number {
  if (value instanceof Range) return value.end - value.start;
  return Array.isArray(value) ? value.length : Object.keys(value as object).length;
}

function childrenOf(value: unknown): [string, unknown][] {
  const [of, start, end] = value instanceof Range ? [value.of, value.start, value.end] : [value, 0, sizeOf(value)];
  const step = rangeSize ** Math.max(1, Math.ceil(Math.log(Math.max(2, end - start)) / Math.log(rangeSize) - 1e-9) - 1);
  if (end - start > rangeSize) {
    const count = Math.ceil((end - start) / step);
    return Array.from({ length: count }, (_, index) => {
      const [from, to] = [start + index * step, Math.min(end, start + (index + 1) * step)];
      return [`${from}…${to - 1}`, new Range(of, from, to)];
    });
  }
  if (Array.isArray(of)) return of.slice(start, end).map((child, index) => [String(start + index), child]);
  return Object.entries(of as object).slice(start, end);
}
