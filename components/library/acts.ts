import type { Cells } from "../notebook/cells";
import type { NotebookState, NotebookStore } from "../notebook/store";
import { turnedLike } from "../notebook/twin";
import { isNews, isUntouched, textOf, withNews } from "./published";
import type { Kept } from "./revisions";

/** The text that the reader's copy is set back to: today's, or, where the page does not bring it, the copy's own. */
const publishedOf = ({ published, bundled }: NotebookState) => published ?? bundled;

/** The published text of a cell, if the cell is not as published. */
export function publishedSource(state: NotebookState, id: string | null): string | undefined {
  const cell = id === null ? undefined : state.cells[id];
  const from = publishedOf(state);
  if (!cell || !from || isUntouched(cell, from.texts)) return undefined;
  const published = from.texts[state.language].cells.find((each) => each.id === id);
  return published && turnedLike(published, cell).source;
}

/** Gives the cell its published text back. Can be undone like every step, and is kept as a version. */
export function resetCell(store: NotebookStore, id: string): void {
  const state = store.getState();
  const source = publishedSource(state, id);
  const type = publishedOf(state)?.texts[state.language].cells.find((each) => each.id === id)?.cell_type;
  if (source === undefined || !type) return;
  void replace(store, ({ order, cells }) => ({
    order,
    cells: { ...cells, [id]: { ...cells[id]!, source, cell_type: type } },
  }));
}

/** Gives the whole notebook its published text back. */
export function resetAll(store: NotebookStore): void {
  const state = store.getState();
  const from = publishedOf(state);
  if (!from) return;
  const text = textOf(from.texts[state.language]);
  void replace(store, ({ cells }) => ({
    order: text.order,
    cells: Object.fromEntries(text.order.map((id) => [id, sameOr(cells[id], text.cells[id]!)])),
  }));
}

/** What is published today differs from what the copy began with. */
export const hasNews = ({ bundled, published, notebookId }: NotebookState) =>
  notebookId !== null && bundled !== null && published !== null && isNews(bundled.texts, published.texts);

/** Takes what was published since into the cells that the reader has not edited. */
export function takeNews(store: NotebookStore): void {
  const { bundled, published } = store.getState();
  if (!bundled || !published) return;
  void replace(
    store,
    (mine) => withNews(mine, bundled.texts, published.texts, store.getState().language),
    () => settleNews(store),
  );
}

/** From now on what is published today counts as what the copy began with. */
export function settleNews(store: NotebookStore): void {
  const { published, keeper } = store.getState();
  if (!published) return;
  store.setState({ bundled: published });
  void keeper?.keepPublished(published.texts);
}

/** Puts a version in place of what is there; its outputs too, where it has any. */
export function restore(store: NotebookStore, kept: Kept): void {
  void replace(
    store,
    ({ cells }) => ({
      order: kept.order,
      cells: Object.fromEntries(kept.order.map((id) => [id, sameOr(cells[id], kept.cells[id]!)])),
    }),
    () => {
      const { runs } = store.getState();
      store.setState({ runs: { ...runs, ...kept.runs } });
    },
  );
}

/** One step that can be undone, before which the notebook is kept as a version. */
async function replace(store: NotebookStore, step: (now: Cells) => Cells, then: () => void = () => {}): Promise<void> {
  const { keeper } = store.getState();
  const act = () => {
    if (store.getState().isReader) return store.getState().notify({ kind: "reader" });
    store.getState().change(step);
    then();
    store.getState().notify({ kind: "replaced" });
  };
  if (keeper) await keeper.before(act);
  else act();
}

/** The cell that is there, if it is the same, so that nothing is drawn or written anew. */
const sameOr = (mine: Cells["cells"][string] | undefined, other: Cells["cells"][string]) =>
  mine && JSON.stringify(mine) === JSON.stringify(other) ? mine : other;
