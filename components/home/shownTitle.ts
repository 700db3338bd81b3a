import { bundledName, bundledNotebooks } from "../library/bundled";
import type { Header } from "../library/records";
import { titleOf } from "../library/shelf";
import type { Language } from "../text";

/** A notebook's name for the reader; a bundled notebook's copy has that one's title until it gets another name. */
export function shownTitle({ fileName, slug }: Header, language: Language): string {
  const row = bundledNotebooks.find((each) => each.slug === slug);
  const isPublishedName = row && (["zh", "en"] as const).some((each) => fileName === bundledName(row.slug, each));
  return isPublishedName ? row.title[language] : titleOf(fileName);
}
