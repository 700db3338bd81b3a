import { type Bundled, bundledName } from "../library/bundled";
import { isObject } from "../notebook/exactJson";
import { type Cell, defaultFrame, type Json, type Notebook } from "../notebook/nbformat";
import type { Language } from "../text";
import { fromBase64url } from "./base64url";
import { checksum } from "./checksum";
import { longCell, withChanges } from "./compact";
import { inflated } from "./deflate";
import { dictionaryOf, type Edition, type FindEdition, versionPattern } from "./editions";
import { publishedCells } from "./encode";
import { limits } from "./limits";
import type { Fragment } from "./paste";
import { LinkError } from "./problems";
import { checkedShape, type Edit } from "./shape";
import { words } from "./words";

/** A notebook that came by a link. */
export type Linked = {
  notebook: Notebook;
  fileName: string;
  /** The published notebook that it is an edit of, with the language that the link's prose stands in. */
  bundled: Bundled | null;
  language: Language | null;
  /** How many cells of a published notebook were changed, added, left out. */
  changes: { changed: number; added: number; removed: number } | null;
};

/**
 * The notebook that a link holds. Every step is bounded before it is done; what comes out has passed a strict schema, and
 * its cells have new ids but for those of published ones.
 *
 * @throws {LinkError}
 */
export async function decodeLink(link: Fragment & { kind: "n" | "p" }, find: FindEdition): Promise<Linked> {
  const { kind, version, body } = link;
  if (version !== "1") throw new LinkError({ code: "newer", version: kind + version });
  if (body.length > limits.encoded)
    throw new LinkError({ code: "tooLong", characters: body.length, limit: limits.encoded });
  const sum = body.slice(0, 4);
  if (kind === "n") {
    const { t, m, c } = checkedShape("n", unfolded(body.slice(4), sum, words));
    const notebook = notebookWith(
      m ?? defaultFrame.metadata,
      c.map((cell, index) => longCell(cell, `cell-${index + 1}`)),
    );
    return { notebook, fileName: nameOf(t, "notebook.ipynb"), bundled: null, language: null, changes: null };
  }
  const language = body[11] === "z" ? "zh" : "en";
  const edition = await editionFor(body.slice(4, 11), find);
  const text = unfolded(body.slice(12), sum, dictionaryOf(edition.texts, language));
  return edited(checkedShape("p", text), edition, language);
}

async function editionFor(version: string, find: FindEdition): Promise<Edition> {
  if (!versionPattern.test(version)) throw new LinkError({ code: version.length < 7 ? "cutOff" : "damaged" });
  const edition = await find(version).catch(() => null);
  if (!edition) throw new LinkError({ code: edition === null ? "editionAway" : "unknownEdition", version });
  return edition;
}

/** The text that the letters hold. */
function unfolded(letters: string, sum: string, dictionary: Uint8Array): string {
  const bytes = fromBase64url(letters);
  if (!bytes) throw new LinkError({ code: "damaged" });
  const plain = inflated(bytes, dictionary);
  if (checksum(plain) !== sum) throw new LinkError({ code: "damaged" });
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(plain);
  } catch {
    throw new LinkError({ code: "damaged" });
  }
}

function edited({ t, m, v, w, c }: Edit, { slug, texts, version }: Edition, language: Language): Linked {
  const published = publishedCells(texts, language, v, w === 1);
  const ids = texts[language].cells.map(({ id }) => id);
  const taken = new Set<string>();
  const cells: Cell[] = [];
  const changes = { changed: 0, added: 0, removed: 0 };
  const used = new Set<number>();
  const put = (short: Parameters<typeof longCell>[0], at?: number) => {
    const own = at === undefined || used.has(at) ? undefined : ids[at];
    if (own !== undefined) used.add(at!);
    else changes.added++;
    let id = own ?? `cell-${cells.length + 1}`;
    while (own === undefined && (taken.has(id) || ids.includes(id))) id = `${id}-n`;
    taken.add(id);
    cells.push(longCell(short, id));
    if (cells.length > limits.cells)
      throw new LinkError({ code: "tooManyCells", count: cells.length, limit: limits.cells });
  };
  const at = (index: number, where: number) => {
    const short = published[index];
    if (!short) throw new LinkError({ code: "field", where: `c[${where}]` });
    return short;
  };
  for (const [where, entry] of c.entries()) {
    if (typeof entry === "number") put(at(entry, where), entry);
    else if (Array.isArray(entry)) {
      const [first, last] = entry as [number, number];
      at(last, where);
      for (let index = first; index <= last; index++) put(published[index]!, index);
    } else if ("p" in entry) {
      if (!used.has(entry.p)) changes.changed++;
      put(withChanges(at(entry.p, where), entry), entry.p);
    } else put(entry);
  }
  changes.removed = published.length - used.size;
  const metadata = m ?? texts[language].metadata;
  const sporebook = isObject(metadata.sporebook) ? metadata.sporebook : {};
  return {
    notebook: notebookWith({ ...metadata, sporebook: { ...sporebook, edition: version } }, cells),
    fileName: nameOf(t, bundledName(slug, language)),
    bundled: { slug, texts },
    language,
    changes,
  };
}

const notebookWith = (metadata: Json, cells: Cell[]): Notebook => ({ ...defaultFrame, metadata, cells }) as Notebook;

/** A file's name of what a link says; without what leads into folders or hides its ending. */
function nameOf(title: string | undefined, otherwise: string): string {
  const clean = title
    ?.normalize("NFC")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, "")
    .replace(/[\\/:*?"<>|]/g, " ")
    .trim()
    .slice(0, 100);
  return clean ? `${clean}.ipynb` : otherwise;
}
