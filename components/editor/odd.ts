import { coloured, type EditorLanguage } from "./colours";

/** A character in code that is not what it seems. */
export type Odd = {
  /** Its place in the text. */
  start: number;
  end: number;
  /** `bidi` turns the order in which text is shown; `unseen` is not shown at all; `lookalike` is not the letter that one reads. */
  kind: "bidi" | "unseen" | "lookalike";
  code: string;
  /** The letter that one reads. */
  like?: string;
};

/** Source: Unicode 16, UAX #9 (marks of direction) and UTS #55, "Source code handling". */
const bidi = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const unseen = /[\u00ad\u115f\u1160\u180e\u200b-\u200d\u2060-\u2065\u3164\ufeff\uffa0\u{e0000}-\u{e0fff}]/u;

/** Letters that are drawn as Latin ones are. Source: Unicode 16, UTS #39, confusables.txt; those that most fonts draw alike. */
const pairs =
  "аa еe оo рp сc уy хx ѕs іi јj һh ԁd ԛq ԝw ѵv ӏl " + // Cyrillic
  "АA ВB ЕE ЅS ІI ЈJ КK МM НH ОO РP СC ТT ХX ԌG " +
  "ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX οo ϳj νv " + // Greek
  "օo ոn սu ցg հh " + // Armenian
  "ꓮA ꓐB ꓚC ꓓD ꓰE ꓝF ꓖG ꓧH ꓲI ꓙJ ꓗK ꓡL ꓟM ꓠN ꓳO ꓑP ꓣR ꓢS ꓔT ꓴU ꓦV ꓪW ꓫX ꓬY ꓜZ"; // Lisu
const alike = new Map(pairs.split(" ").map((pair) => [pair.slice(0, -1), pair.slice(-1)]));

/** The Latin letter or digit that a character passes for: also in full width, and in mathematical alphabets. */
function likeOf(character: string): string | undefined {
  const known = alike.get(character);
  if (known || character < "\u0080") return known;
  const code = character.codePointAt(0)!;
  if (!(code >= 0xff01 && code <= 0xff5e) && !(code >= 0x1d400 && code <= 0x1d7ff)) return undefined;
  const plain = character.normalize("NFKC");
  return /^[A-Za-z0-9_]$/.test(plain) ? plain : undefined;
}

/** Cheap, for the whole text: most code holds nothing that could be odd. */
const suspects =
  /[\u00ad\u0370-\u0588\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\u3164\ua4d0-\ua4ff\ufeff\uff01-\uff5e\uffa0\u{1d400}-\u{1d7ff}\u{e0000}-\u{e0fff}]/u;
const word = /[\p{L}\p{N}\p{M}_]+/gu;

/**
 * The odd characters of a code cell, in order. A look-alike letter counts where it stands among Latin letters, and in a name
 * that consists of such letters alone; prose in comments and strings may be in any script.
 */
export function oddIn(source: string, language: EditorLanguage): readonly Odd[] {
  if (!suspects.test(source)) return none;
  const known = found.get(source);
  if (known?.language === language) return known.odd;
  const odd = find(source, language);
  if (found.size > 200) found.clear();
  found.set(source, { language, odd });
  return odd;
}

const none: readonly Odd[] = [];
const found = new Map<string, { language: EditorLanguage; odd: readonly Odd[] }>(); // asked at every key

function find(source: string, language: EditorLanguage): readonly Odd[] {
  const odd: Odd[] = [];
  let at = 0;
  for (const line of coloured(source, language)) {
    for (const { kind, text } of line) {
      odd.push(...hiddenIn(text, at), ...lookalikesIn(text, at, kind === "comment" || kind === "string"));
      at += text.length;
    }
    at++; // the line feed
  }
  return odd.sort((a, b) => a.start - b.start);
}

const codeOf = (character: string) => `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;

function hiddenIn(text: string, offset: number): Odd[] {
  const odd: Odd[] = [];
  let at = offset;
  let before = "";
  for (const character of text) {
    const kind = bidi.test(character) ? "bidi" : unseen.test(character) ? "unseen" : undefined;
    // a joiner between the parts of one emoji is seen: it makes the emoji
    const joins = character === "\u200d" && /\p{Extended_Pictographic}|\ufe0f|\p{Emoji_Modifier}/u.test(before);
    if (kind && !joins) odd.push({ start: at, end: at + character.length, kind, code: codeOf(character) });
    at += character.length;
    before = character;
  }
  return odd;
}

function lookalikesIn(text: string, offset: number, isProse: boolean): Odd[] {
  const odd: Odd[] = [];
  for (const { 0: name, index } of text.matchAll(word)) {
    const letters = [...name];
    const likes = letters.map(likeOf);
    if (!likes.some((like) => like !== undefined)) continue;
    const isMixed = /[A-Za-z]/.test(name);
    const isWhole = letters.every((letter, at) => likes[at] !== undefined || letter === "_" || /[0-9]/.test(letter));
    if (!isMixed && (isProse || !isWhole)) continue;
    let at = offset + index;
    for (const [place, letter] of letters.entries()) {
      const like = likes[place];
      if (like) odd.push({ start: at, end: at + letter.length, kind: "lookalike", code: codeOf(letter), like });
      at += letter.length;
    }
  }
  return odd;
}
