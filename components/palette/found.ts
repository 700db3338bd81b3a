import type { Command } from "../notebook/command";
import { type CommandId, commands } from "../notebook/commands";
import type { Language } from "../text";
import { fuzzyMatch } from "./fuzzy";

/** A command that fits what was typed. `at`: characters of its title to mark; `other`: the words that fitted instead. */
export type Found = { id: CommandId; title: string; at: readonly number[]; other?: string };

/** The commands that fit a query, best first, in the titles of either language and in their aliases. */
export function foundCommands(query: string, language: Language, recent: readonly string[] = []): Found[] {
  const rows = (Object.entries(commands) as [CommandId, Command][]).map(([id, { title, aliases }]) => {
    const own = fuzzyMatch(query, title[language]);
    const words = [title[language === "zh" ? "en" : "zh"], ...(aliases ? [aliases] : [])];
    const others = words.map((other) => ({ other, match: fuzzyMatch(query, other) }));
    const other = others.find(({ match }) => match);
    const late = recent.includes(id) ? 1 - recent.indexOf(id) / 100 : 0;
    const score = own?.score ?? (other?.match ? other.match.score - 4 : undefined); // the reader's own words go first
    return { id, title: title[language], at: own?.at ?? [], other: own ? undefined : other?.other, score, late };
  });
  return rows
    .filter(({ score }) => score !== undefined)
    .sort((a, b) => b.score! - a.score! || b.late - a.late)
    .map(({ id, title, at, other }) => ({ id, title, at, ...(other !== undefined && { other }) }));
}
