import { anchorOf, decoded, goToHeading } from "../markdown/headings";
import { headingsOf } from "./sections";
import type { NotebookStore } from "./store";

/** Goes to the heading that a link `#name` means, also in a cell that is folded away or was not drawn yet. */
export function goToAnchor(store: NotebookStore, href: string): void {
  const { order, cells, goTo } = store.getState();
  const wanted = anchorOf(decoded(href.slice(1)));
  const id = order.find((each) => headingsOf(cells[each]!).some(({ text }) => anchorOf(text) === wanted));
  if (id !== undefined) goTo(id);
  requestAnimationFrame(() => goToHeading(href));
}
