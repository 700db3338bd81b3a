import type { CellType, Json } from "./nbformat";

/** A cell without its outputs; those are in `runs`, by the cell's id. */
export type CellBody = Json & { id: string; cell_type: CellType; source: string; metadata: Json };

/** The cells and where they stand; all that the steps below read and make. */
export type Cells = {
  readonly order: readonly string[];
  readonly cells: { readonly [id: string]: CellBody };
};

/** With these cells before the one at `index`; ids must be new. */
export function withCells({ order, cells }: Cells, bodies: readonly CellBody[], index: number): Cells {
  const ids = bodies.map(({ id }) => id);
  return {
    order: [...order.slice(0, index), ...ids, ...order.slice(index)],
    cells: { ...cells, ...Object.fromEntries(bodies.map((body) => [body.id, body])) },
  };
}

export function withoutCells(state: Cells, ids: readonly string[]): Cells {
  const gone = new Set(ids);
  const kept = Object.entries(state.cells).filter(([id]) => !gone.has(id));
  return { order: state.order.filter((id) => !gone.has(id)), cells: Object.fromEntries(kept) };
}

/** The cells, in their present order, put together before the one that stands at `gap` (0 … number of cells) now. */
export function withMoved(state: Cells, ids: readonly string[], gap: number): Cells {
  const going = new Set(ids);
  const stays = (id: string) => !going.has(id);
  const order = [
    ...state.order.slice(0, gap).filter(stays),
    ...state.order.filter((id) => going.has(id)),
    ...state.order.slice(gap).filter(stays),
  ];
  return order.every((id, index) => id === state.order[index]) ? state : { ...state, order };
}

/** Each of these cells replaced by what `change` makes of it. */
export function withChanged(state: Cells, ids: readonly string[], change: (cell: CellBody) => CellBody): Cells {
  const changed = ids
    .flatMap((id) => state.cells[id] ?? [])
    .map((cell) => ({ cell, next: change(cell) }))
    .filter(({ cell, next }) => cell !== next);
  if (changed.length === 0) return state;
  return { ...state, cells: { ...state.cells, ...Object.fromEntries(changed.map(({ next }) => [next.id, next])) } };
}

export const ofType = (type: CellType) => (cell: CellBody) =>
  cell.cell_type === type ? cell : { ...cell, cell_type: type };

/** A text that begins with a heading of this level, in place of one it may begin with. Source: JupyterLab, `setMarkdownHeader`. */
export const withHeading =
  (level: number) =>
  (cell: CellBody): CellBody => {
    const source = `${"#".repeat(level)} ${cell.source.replace(/^(#+\s*|\s*)/, "")}`;
    return source === cell.source && cell.cell_type === "markdown" ? cell : { ...cell, cell_type: "markdown", source };
  };

/**
 * One cell in place of several that follow one another: the texts with a blank line between, type, id and all else from
 * `kept`. Pictures that the texts hold come along.
 */
export function withMerged(state: Cells, ids: readonly string[], kept: string): Cells {
  const all = ids.flatMap((id) => state.cells[id] ?? []);
  const body = state.cells[kept];
  if (!body || all.length < 2) return state;
  const attachments = Object.assign({}, ...all.map((cell) => cell.attachments ?? {}));
  const merged: CellBody = {
    ...body,
    source: all.map(({ source }) => source).join("\n\n"),
    ...(body.cell_type !== "code" && Object.keys(attachments).length > 0 && { attachments }),
  };
  const rest = withoutCells(
    state,
    ids.filter((id) => id !== kept),
  );
  return { ...rest, cells: { ...rest.cells, [kept]: merged } };
}

/**
 * The cell cut at these places, in characters from its start. The last piece stays the cell that it was, with its
 * outputs, which came from its end; the others get `newIds`. Line breaks at the cuts go.
 *
 * newIds  as many as places
 */
export function withSplit(state: Cells, id: string, places: readonly number[], newIds: readonly string[]): Cells {
  const cell = state.cells[id];
  if (!cell) return state;
  const starts = [0, ...places];
  const pieces = starts.map((start, index) => {
    const text = cell.source.slice(start, starts[index + 1]);
    const last = index === starts.length - 1;
    return text.replace(index > 0 ? /^\n+/ : "", "").replace(last ? "" : /\n+$/, "");
  });
  const { attachments, ...body } = cell;
  const shared = attachments === undefined ? {} : { attachments };
  const before = pieces.slice(0, -1).map((source, index) => ({ ...body, ...shared, id: newIds[index]!, source }));
  const changed = withChanged(state, [id], (old) => ({ ...old, source: pieces.at(-1)! }));
  return withCells(changed, before as CellBody[], state.order.indexOf(id));
}

/** An id that no cell of the notebook has. */
export function freshId(isTaken: (id: string) => boolean): string {
  for (;;) {
    const id = crypto.randomUUID().slice(0, 8);
    if (!isTaken(id)) return id;
  }
}

export const newCell = (id: string, type: CellType, source = "", metadata: Json = {}): CellBody => ({
  id,
  cell_type: type,
  source,
  metadata,
});
