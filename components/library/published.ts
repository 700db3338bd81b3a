import type { CellBody } from "../notebook/cells";
import type { Cell, Notebook } from "../notebook/nbformat";
import type { NotebookState } from "../notebook/store";
import { turnedLike, twinOf, withTwin } from "../notebook/twin";
import type { Language } from "../text";
import { bundledName, type Texts } from "./bundled";
import { byId, type Kept } from "./changes";
import type { Text } from "./difference";

/** A published notebook's cells, without outputs. */
export function textOf({ cells }: Notebook): Text {
  const bodies = cells.map(bodyOf);
  return { order: bodies.map(({ id }) => id), cells: byId(bodies) };
}

/** Whether what is published today differs from what a copy began with, in either language. */
export function isNews(base: Texts, published: Texts): boolean {
  if (base === published) return false;
  return (["zh", "en"] as const).some((language) => signature(base[language]) !== signature(published[language]));
}

/** Something of a bundled notebook is not as it was published; `start` is the page as it began. */
export function isTouched(state: NotebookState, start: Kept): boolean {
  const { bundled, language, fileName, frame, order, cells, runs, dataFiles } = state;
  if (!bundled) return true;
  const texts = bundled.texts[language].cells;
  const isSame =
    dataFiles.size === 0 &&
    texts.length === order.length &&
    runs === start.runs &&
    frame === start.frame &&
    fileName === bundledName(bundled.slug, language);
  return (
    !isSame ||
    texts.some((text, index) => {
      const cell = cells[text.id];
      return (
        order[index] !== text.id || !cell || !isEqual(cell, text) || cell.metadata !== start.cells[text.id]?.metadata
      );
    })
  );
}

/** The cell is as the copy began, in whichever language. */
export function isUntouched(cell: CellBody, base: Texts): boolean {
  return (["zh", "en"] as const).some((language) =>
    base[language].cells.some((each) => each.id === cell.id && isEqual(turnedLike(each, cell), cell)),
  );
}

/**
 * The reader's text with what was published since: cells that are as the copy began take the new text, go or come as
 * published; those that the reader has edited, added or moved stay as they are.
 */
export function withNews(mine: Text, base: Texts, published: Texts, language: Language): Text {
  const news = textOf(published[language]);
  const was = new Set(base[language].cells.map(({ id }) => id));
  const cells: { [id: string]: CellBody } = {};
  const order: string[] = [];
  for (const id of mine.order) {
    const cell = mine.cells[id]!;
    const isFree = was.has(id) && isUntouched(cell, base);
    if (isFree && !news.cells[id]) continue; // it is not published any more
    cells[id] = isFree ? asPublished(cell, turnedLike(news.cells[id]!, cell)) : cell;
    order.push(id);
  }
  for (const [at, id] of news.order.entries()) {
    if (was.has(id) || cells[id] || mine.cells[id]) continue;
    const before = news.order.slice(0, at).findLast((each) => order.includes(each));
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id);
    cells[id] = news.cells[id]!;
  }
  return { order, cells };
}

/** The cell with the texts of the published one, itself if it has them. */
function asPublished(cell: CellBody, next: CellBody): CellBody {
  const [had, has] = [twinOf(cell), twinOf(next)];
  const isTwinEqual = !has || (had?.source === has.source && had.language === has.language);
  if (isEqual(next, cell) && isTwinEqual) return cell;
  const anew = { ...cell, cell_type: next.cell_type, source: next.source };
  return has ? withTwin(anew, has) : anew;
}

function bodyOf(cell: Cell): CellBody {
  const { outputs: _outputs, execution_count: _count, ...body } = cell as Cell & { outputs?: unknown };
  return body as CellBody;
}

const isEqual = (a: { source: string; cell_type: string }, b: { source: string; cell_type: string }) =>
  a.source === b.source && a.cell_type === b.cell_type;

// texts are never changed: each is written out once
const signatures = new WeakMap<Notebook, string>();
function signature(notebook: Notebook): string {
  let text = signatures.get(notebook);
  if (text === undefined) {
    text = JSON.stringify(notebook.cells.map((cell) => [cell.id, cell.cell_type, cell.source, twinOf(cell)?.source]));
    signatures.set(notebook, text);
  }
  return text;
}
