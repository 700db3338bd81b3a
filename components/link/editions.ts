import * as z from "zod/mini";
import { type Bundled, bundledNotebooks, type Slug, type Texts } from "../library/bundled";
import { parseNotebook } from "../notebook/file";
import type { Notebook } from "../notebook/nbformat";
import type { Language } from "../text";
import { shortCell, sorted } from "./compact";

/*
 * Every text that was ever published stays under its own name in `public/published/`, so that a link which tells only what
 * somebody has changed in it stays readable. The name is a hash of what it holds.
 */

/** A published notebook as it once was. */
export type Edition = Bundled & { version: string };

/** Finds an edition; undefined if there is none of that name. Rejects if it cannot be asked for. */
export type FindEdition = (version: string) => Promise<Edition | undefined>;

export const versionPattern = /^[0-9a-z]{7}$/;

/** The name of these texts: 36 bits of a hash of all that is read or run. Source of the mixing: cyrb53, public domain. */
export function versionOf({ slug, texts }: Bundled): string {
  const text = JSON.stringify([slug, ...(["zh", "en"] as const).map((each) => partsOf(texts[each]))]);
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  const bits = (b >>> 0) * 16 + ((a >>> 28) & 15);
  return bits.toString(36).padStart(7, "0");
}

const partsOf = ({ cells, metadata }: Notebook) => [
  cells.map((cell) => [cell.id, shortCell(cell, true)]),
  sorted(metadata),
];

/** The file that keeps an edition. */
export const editionText = ({ slug, texts }: Bundled) =>
  `${JSON.stringify(sorted({ slug, en: texts.en, zh: texts.zh }))}\n`;

const file = z.looseObject({ slug: z.string(), zh: z.unknown(), en: z.unknown() });

/** @throws {Error} if the text is no edition's */
export function parseEdition(text: string, version: string): Edition {
  const { slug, zh, en } = file.parse(JSON.parse(text));
  if (!bundledNotebooks.some((row) => row.slug === slug)) throw new Error(`no notebook is called ${slug}`);
  const texts = { zh: parseNotebook(JSON.stringify(zh)), en: parseNotebook(JSON.stringify(en)) };
  return { slug: slug as Slug, texts, version };
}

/** Asks the site for an edition. */
export const fetchEdition: FindEdition = async (version) => {
  const answer = await fetch(`${process.env.BASE_PATH ?? ""}/published/${version}.json`);
  if (!answer.ok) return undefined;
  try {
    return parseEdition(await answer.text(), version);
  } catch {
    return undefined; // a host that answers every address with a page
  }
};

/** What a link that tells the changes of an edition is compressed with; code stands last, nearest to what is changed. */
export function dictionaryOf(texts: Texts, language: Language): Uint8Array {
  let made = dictionaries.get(texts[language]);
  if (!made) {
    const cells = texts[language].cells.map((cell) => shortCell(cell, true));
    const [code, prose] = [cells.filter(isCode), cells.filter((cell) => !isCode(cell))];
    const text = [...prose, ...code].map((cell) => JSON.stringify(cell)).join(",");
    made = new TextEncoder().encode(`${text},{"w":1,"c":[[0,1],{"p":0,"s":"`).slice(-32_768);
    dictionaries.set(texts[language], made);
  }
  return made;
}

const dictionaries = new WeakMap<Notebook, Uint8Array>(); // texts are never changed
const isCode = (cell: ReturnType<typeof shortCell>) => cell.k === undefined;
