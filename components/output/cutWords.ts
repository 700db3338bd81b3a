import type { Cut } from "../notebook/outputs";
import { type Language, say } from "../text";

const number = (value: number) => value.toLocaleString("en");

/** How much was not kept, in the reader's language. */
export function cutWords(language: Language, { outputs, lines, characters }: Cut): string {
  if (outputs > 0) return say(language, "cut", number(outputs), number(characters));
  return lines > 0 ? say(language, "notKept", number(lines)) : say(language, "lostCharacters", number(characters));
}
