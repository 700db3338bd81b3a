import { type Language, languages } from "../text/table";

/** The language that a text is written in, as HTML names it: Chinese, if a fair part of its letters is; else English. */
export function spokenIn(text: string): (typeof languages)[Language] {
  const words = text.slice(0, 5_000).replace(/```.*?```|`[^`]*`|\$[^$]*\$/gs, "");
  const han = words.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latin = words.match(/[a-zA-Z]+/g)?.length ?? 0;
  return han > 0 && han >= latin / 2 ? languages.zh : languages.en;
}
