import { readFileSync } from "node:fs";
import { type Bundled, bundledName, bundledNotebooks } from "../library/bundled";
import { parseNotebook } from "../notebook/file";
import type { Desk } from "../notebook/files";
import { deskOf } from "../notebook/files";
import type { Language } from "../text";
import { decodeLink, type Linked } from "./decode";
import { type Edition, type FindEdition, parseEdition, versionOf } from "./editions";
import { linkIn } from "./paste";

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
