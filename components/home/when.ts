import { type Language, languages, say } from "../text";

const units = [
  ["year", 365 * 24 * 3_600_000],
  ["month", 30 * 24 * 3_600_000],
  ["week", 7 * 24 * 3_600_000],
  ["day", 24 * 3_600_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;

/** How long ago in words: "3 minutes ago". Times are in milliseconds since 1970. */
export function whenText(at: number, now: number, language: Language): string {
  const ago = now - at;
  const unit = units.find(([, length]) => Math.abs(ago) >= length);
  if (!unit) return say(language, "justNow");
  return new Intl.RelativeTimeFormat(languages[language]).format(-Math.round(ago / unit[1]), unit[0]);
}

/** The moment itself, for who wants to know exactly. */
export const momentText = (at: number, language: Language) =>
  new Intl.DateTimeFormat(languages[language], { dateStyle: "medium", timeStyle: "short" }).format(at);
