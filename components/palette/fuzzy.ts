/** Where the query's characters stand in a text, and how well they fit: the higher, the better. */
export type Match = { score: number; at: readonly number[] };

const isStart = (text: string, index: number) => index === 0 || /[\s（(/·-]/.test(text[index - 1]!);
const isHan = (character: string) => /\p{Script=Han}/u.test(character);

/**
 * How the query fits a text: all its characters in order, blanks apart; better where they stand together, at the start
 * of words, and early. null if they don't occur. Case plays no part. Of Chinese, each character counts as a word.
 */
export function fuzzyMatch(query: string, text: string): Match | null {
  const wanted = [...query.toLowerCase().replace(/\s+/g, "")];
  const lower = text.toLowerCase();
  if (wanted.length === 0) return { score: 0, at: [] };
  let best: Match | null = null;
  for (let start = lower.indexOf(wanted[0]!); start >= 0; start = lower.indexOf(wanted[0]!, start + 1)) {
    const match = matchFrom(wanted, lower, start);
    if (match && (!best || match.score > best.score)) best = match;
  }
  return best;
}

/** Greedy from a first character on: the nearest start of a word that still leaves a way, else the nearest place. */
function matchFrom(wanted: readonly string[], text: string, start: number): Match | null {
  const at: number[] = [];
  let score = -start / 100;
  let next = start;
  for (const character of wanted) {
    const index = at.length === 0 ? start : placeOf(text, character, next);
    if (index < 0) return null;
    if (index === next && at.length > 0) score += 3;
    if (isStart(text, index) || isHan(character)) score += 2;
    score += 1 - Math.min(index - next, 20) / 20;
    at.push(index);
    next = index + 1;
  }
  return { score: score - (text.length - wanted.length) / 1_000, at };
}

function placeOf(text: string, character: string, from: number): number {
  if (text[from] === character) return from;
  const nearest = text.indexOf(character, from);
  for (let index = nearest; index >= 0; index = text.indexOf(character, index + 1))
    if (isStart(text, index)) return index;
  return nearest;
}
