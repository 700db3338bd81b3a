/*
 * Every word that the page says, in both languages: one table, written down by area. A row that lacks a language does
 * not compile.
 */

import { cell } from "./cell";
import { commands } from "./commands";
import { data } from "./data";
import { editor } from "./editor";
import { errors } from "./errors";
import { exported } from "./export";
import { file } from "./file";
import { find } from "./find";
import { home } from "./home";
import { kernel } from "./kernel";
import { keys } from "./keys";
import { lab } from "./lab";
import { lens } from "./lens";
import { library } from "./library";
import { link } from "./link";
import { network } from "./network";
import { offline } from "./offline";
import { output } from "./output";
import { page } from "./page";
import { plots } from "./plots";
import { problem } from "./problem";
import { reproduction } from "./reproduction";
import { run } from "./run";
import { sliders } from "./sliders";
import type { Language, Row } from "./table";
import { typescript } from "./typescript";

export { type Language, languages } from "./table";

export const texts = {
  ...page,
  ...kernel,
  ...cell,
  ...commands,
  ...editor,
  ...find,
  ...run,
  ...output,
  ...errors,
  ...file,
  ...home,
  ...library,
  ...link,
  ...lens,
  ...lab,
  ...exported,
  ...data,
  ...keys,
  ...problem,
  ...typescript,
  ...reproduction,
  ...plots,
  ...sliders,
  ...offline,
  ...network,
} as const;

type Parts<R> = R extends { en: (...parts: infer P) => string } ? P : [];
type Plain = { [K in keyof typeof texts]: (typeof texts)[K] extends Row ? K : never }[keyof typeof texts];

/** The row's words in one language; a row that has places to fill takes what belongs there. */
export function say<K extends Plain>(language: Language, key: K, ...parts: Parts<(typeof texts)[K]>): string {
  const row = texts[key][language] as string | ((...parts: unknown[]) => string);
  return typeof row === "string" ? row : row(...parts);
}

/** The row's words in every language. */
export function sayAll<K extends Plain>(key: K, ...parts: Parts<(typeof texts)[K]>): { [L in Language]: string } {
  return { zh: say("zh", key, ...parts), en: say("en", key, ...parts) };
}
