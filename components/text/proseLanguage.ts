import { type Language, languages } from "./table";

/**
 * The language that a piece of prose is mostly in, for its `lang`; undefined if it has too few words to tell. Code,
 * formulas and links in it are passed over: they are English wherever they stand.
 */
export function proseLanguage(text: string): Language | undefined {
  const words = text.replace(/```[\s\S]*?(?:```|$)|`[^`\n]*`|\$\$?[^$]*\$\$?|\]\([^)]*\)|https?:\S+|<[^>]*>/g, " ");
  const han = words.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latin = words.match(/\p{Script=Latin}+/gu)?.length ?? 0;
  if (han + latin < 2) return han > 0 ? "zh" : undefined;
  return han > latin ? "zh" : han * 2 < latin ? "en" : "zh"; // a Chinese text holds many English names
}

/** The `lang` of a text on a page in `around`; undefined where the page's own is right. */
export function langOf(text: string, around: Language): string | undefined {
  const language = proseLanguage(text);
  return language && language !== around ? languages[language] : undefined;
}
