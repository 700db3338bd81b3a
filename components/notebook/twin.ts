import type { CellLanguage } from "../../workers/protocol";
import { isObject } from "./exactJson";
import { defaultLanguage, type Frame, languageOf, withLanguage, withoutLanguage } from "./language";
import type { Json } from "./nbformat";

/*
 * A cell may hold its text for the other language beside its own, in `metadata.sporebook.twin`: code, or prose that speaks
 * of that code. Turning the cell exchanges the two, so that what the reader has changed in either stays.
 */

/** A cell's other text: what it is written in, or speaks of. */
export type Twin = { language: CellLanguage; source: string };

type Turnable = { cell_type: string; source: string; metadata: Json };

/** The cell's other text, if it holds one. */
export function twinOf({ metadata }: { metadata: Json }): Twin | null {
  const twin = isObject(metadata.sporebook) ? metadata.sporebook.twin : undefined;
  if (!isObject(twin) || typeof twin.source !== "string") return null;
  const { language, source } = twin;
  return language === "python" || language === "typescript" ? { language, source } : null;
}

/** Names the text that the cell shows, for its editor: each of two texts has editing steps of its own. */
export const textIdOf = (cell: Turnable & { id: string }, notebook: Frame): string =>
  twinOf(cell) ? `${cell.id}@${languageOf(cell, notebook)}` : cell.id;

/** The cell with another text beside its own. */
export function withTwin<T extends Turnable>(cell: T, twin: Twin): T {
  const sporebook = isObject(cell.metadata.sporebook) ? cell.metadata.sporebook : {};
  return { ...cell, metadata: { ...cell.metadata, sporebook: { ...sporebook, twin } } };
}

/** The cell with its two texts exchanged, if the other one is in this language; else the cell itself. */
export function turned<T extends Turnable>(cell: T, to: CellLanguage, notebook: Frame): T {
  const twin = twinOf(cell);
  if (twin?.language !== to) return cell;
  const from = cell.cell_type === "code" ? languageOf(cell, notebook) : otherLanguage[to];
  const next = withTwin({ ...cell, source: twin.source }, { language: from, source: cell.source });
  if (cell.cell_type !== "code") return next;
  const isDefault = to === defaultLanguage(notebook);
  return { ...next, metadata: isDefault ? withoutLanguage(next.metadata) : withLanguage(next.metadata, to) };
}

/** The cell shown in the language that another one is shown in, as far as both have a twin. */
export function turnedLike<T extends Turnable>(cell: T, like: { metadata: Json }): T {
  const twin = twinOf(like);
  return twin ? turned(cell, otherLanguage[twin.language], {}) : cell;
}

export const otherLanguage = { python: "typescript", typescript: "python" } as const satisfies {
  [L in CellLanguage]: CellLanguage;
};

/** What the cells that have a twin are shown in: what the first of them is; null if none has one. */
export function shownLanguage(cells: Iterable<{ metadata: Json }>): CellLanguage | null {
  for (const cell of cells) {
    const twin = twinOf(cell);
    if (twin) return otherLanguage[twin.language];
  }
  return null;
}

/** The cell with its texts, where they are those of `from`, replaced by those of `to`: the same cell in another language of prose. */
export function translatedCell<T extends Turnable>(cell: T, from: Turnable, to: Turnable): T {
  const before = [from.source, twinOf(from)?.source];
  const after = [to.source, twinOf(to)?.source];
  const translate = (text: string) => after[before.indexOf(text)] ?? text;
  const twin = twinOf(cell);
  const source = translate(cell.source);
  const next = source === cell.source ? cell : { ...cell, source };
  if (!twin || translate(twin.source) === twin.source) return next;
  return withTwin(next, { ...twin, source: translate(twin.source) });
}
