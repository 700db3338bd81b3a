import { bundledName, type Texts } from "../library/bundled";
import { isObject } from "../notebook/exactJson";
import { type Desk, notebookOf } from "../notebook/files";
import { defaultFrame, type Json, type Notebook } from "../notebook/nbformat";
import type { NotebookState } from "../notebook/store";
import { shownLanguage, turned } from "../notebook/twin";
import type { Language } from "../text";
import { toBase64url } from "./base64url";
import { checksum } from "./checksum";
import { changesOf, isSayable, shortCell, sorted } from "./compact";
import { deflated } from "./deflate";
import { dictionaryOf, type Edition } from "./editions";
import { limits } from "./limits";
import { LinkError } from "./problems";
import { checkedShape, type Edit, type ShortCell, type Whole } from "./shape";
import { words } from "./words";

/**
 * The fragment of a link that holds the notebook, `n1…`; of one that came from a published one only what differs, `p1…`.
 * The same notebook gives the same link, and one that was opened from a link gives that link again.
 *
 * edition   the published one that it came from, if the site still has it
 * language  the language that its prose stands in
 *
 * @throws {LinkError} if it is more than a link may hold
 */
export function fragmentOf(desk: Shared, withOutputs: boolean, edition?: Edition, language: Language = "en"): string {
  const notebook = notebookOf(desk);
  const edit = edition && editOf(notebook, desk.fileName, withOutputs, edition, language);
  if (edit) return `p1${packed(edit, "p", dictionaryOf(edition.texts, language), edition.version + language[0])}`;
  return `n1${packed(wholeOf(notebook, desk.fileName, withOutputs), "n", words)}`;
}

/** A notebook, and how its outputs are looked at. */
type Shared = Desk & Partial<Pick<NotebookState, "lenses">>;

function packed(value: Whole | Edit, kind: "n" | "p", dictionary: Uint8Array, before = ""): string {
  const text = JSON.stringify(value);
  checkedShape(kind, text);
  const bytes = new TextEncoder().encode(text);
  if (bytes.length > limits.inflated) throw new LinkError({ code: "tooLarge", limit: limits.inflated });
  const small = deflated(bytes, dictionary);
  if (bytes.length > limits.freely && bytes.length > small.length * limits.ratio)
    throw new LinkError({ code: "bomb", ratio: limits.ratio });
  const body = `${checksum(bytes)}${before}${toBase64url(small)}`;
  if (body.length + 2 > limits.encoded)
    throw new LinkError({ code: "tooLong", characters: body.length + 2, limit: limits.encoded });
  return body;
}

function wholeOf(notebook: Notebook, fileName: string, withOutputs: boolean): Whole {
  const metadata = sorted(plainMetadata(notebook.metadata)) as Json;
  return {
    ...titleOf(fileName, "notebook.ipynb"),
    ...(!isEqual(metadata, sorted(defaultFrame.metadata)) && { m: metadata }),
    c: notebook.cells.map((cell) => shortCell(cell, withOutputs)),
  };
}

/** What differs from the published notebook; undefined if little is the same. */
function editOf(
  notebook: Notebook,
  fileName: string,
  withOutputs: boolean,
  { slug, texts }: Edition,
  language: Language,
): Edit | undefined {
  const shown = shownLanguage(notebook.cells);
  const isTurned = shown !== null && shown !== shownLanguage(texts[language].cells);
  const published = publishedCells(texts, language, isTurned ? shown : undefined, withOutputs);
  const free = new Set(published.keys());
  const ids = new Map(texts[language].cells.map(({ id }, index) => [id, index]));
  const cells: Edit["c"] = [];
  for (const cell of notebook.cells) {
    const short = shortCell(cell, withOutputs);
    const at = ids.get(cell.id);
    const match = at !== undefined && free.has(at) && isSayable(short, published[at]!) ? at : undefined;
    if (match === undefined) {
      cells.push(short);
      continue;
    }
    free.delete(match);
    const changes = changesOf(short, published[match]!, match);
    const last = cells.at(-1);
    if (changes) cells.push(changes);
    else if (typeof last === "number" && last === match - 1) cells[cells.length - 1] = [last, match];
    else if (Array.isArray(last) && last[1] === match - 1) cells[cells.length - 1] = [last[0]!, match];
    else cells.push(match);
  }
  if (free.size === published.length) return undefined;
  const metadata = sorted(plainMetadata(notebook.metadata)) as Json;
  return {
    ...titleOf(fileName, bundledName(slug, language)),
    ...(!isEqual(metadata, sorted(texts[language].metadata)) && { m: metadata }),
    ...(isTurned && { v: shown }),
    ...(withOutputs && { w: 1 as const }),
    c: cells,
  };
}

/** The published cells in short, as a reader sees them who has chosen `shown`. */
export function publishedCells(
  texts: Texts,
  language: Language,
  shown: "python" | "typescript" | undefined,
  withOutputs: boolean,
): ShortCell[] {
  const { cells, ...frame } = texts[language];
  return cells.map((cell) => shortCell(shown ? turned(cell, shown, frame) : cell, withOutputs));
}

const titleOf = (fileName: string, expected: string) =>
  fileName === expected ? {} : { t: fileName.replace(/\.ipynb$/i, "") };

/** Without the name of the edition, which the link has in front. */
export function plainMetadata(metadata: Json): Json {
  const { sporebook, ...rest } = metadata;
  if (!isObject(sporebook)) return metadata;
  const { edition: _, ...others } = sporebook;
  return Object.keys(others).length > 0 ? { ...rest, sporebook: others } : rest;
}

/** The edition that a saved copy of a linked notebook came from. */
export function editionIn(metadata: Json): string | undefined {
  const { edition } = isObject(metadata.sporebook) ? metadata.sporebook : {};
  return typeof edition === "string" ? edition : undefined;
}

const isEqual = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
