import { readFileSync } from "node:fs";
import { deflateSync } from "fflate";
import { type Bundled, bundledName, bundledNotebooks } from "../library/bundled";
import { parseNotebook } from "../notebook/file";
import type { Desk } from "../notebook/files";
import { deskOf } from "../notebook/files";
import type { Language } from "../text";
import { toBase64url } from "./base64url";
import { checksum } from "./checksum";
import { decodeLink, type Linked } from "./decode";
import { dictionaryOf, type Edition, type FindEdition, parseEdition, versionOf } from "./editions";
import { linkIn } from "./paste";
import { words } from "./words";

/** The notebooks that come with the site, as they are published today. */
export const editions: readonly Edition[] = bundledNotebooks.map(({ slug }) => {
  const read = (language: Language) =>
    parseNotebook(readFileSync(`public/tutorials/${bundledName(slug, language)}`, "utf8"));
  const bundled: Bundled = { slug, texts: { zh: read("zh"), en: read("en") } };
  return { ...bundled, version: versionOf(bundled) };
});

/** As the site answers: out of the files that are kept. */
export const findEdition: FindEdition = async (version) => {
  const known = editions.find((edition) => edition.version === version);
  if (known) return known;
  try {
    return parseEdition(readFileSync(`public/published/${version}.json`, "utf8"), version);
  } catch {
    return undefined;
  }
};

export const deskFor = ({ slug, texts }: Bundled, language: Language): Desk =>
  deskOf(texts[language], bundledName(slug, language));

/** Opens what stands behind the `#`, or any text with a link in it. */
export async function opened(text: string): Promise<Linked> {
  const link = linkIn(text);
  if (!link || link.kind === "open") throw new Error("there is no link");
  return decodeLink(link, findEdition);
}

/** A link as a hostile author makes it: whatever it holds, its check letters are right. Edits are of the first notebook, in English. */
export function forged(content: string | Uint8Array, form: "n1" | "p1", level: 0 | 1 | 9 = 0): string {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const [edition] = editions as [Edition];
  const dictionary = form === "n1" ? words : dictionaryOf(edition.texts, "en");
  const small = deflateSync(bytes, { level, mem: 4, dictionary });
  return `${form}${checksum(bytes)}${form === "p1" ? `${edition.version}e` : ""}${toBase64url(small)}`;
}
