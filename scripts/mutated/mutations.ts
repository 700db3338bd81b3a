import type { Random } from "./random";

/** The text after a few changes of the kind that damage, cutting and malice make. */
export function mutatedText(text: string, random: Random, letters: string): string {
  let now = text;
  for (let turns = 1 + random.below(3); turns > 0; turns--) {
    const at = random.below(now.length + 1);
    const end = Math.min(now.length, at + 1 + random.below(random.one([1, 4, 40, 400])));
    const letter = letters[random.below(letters.length)]!;
    now = random.one([
      () => now.slice(0, at) + letter + now.slice(at + 1),
      () => now.slice(0, at) + letter + now.slice(at),
      () => now.slice(0, at) + now.slice(end),
      () => now.slice(0, at) + now.slice(at, end).repeat(1 + random.below(20)) + now.slice(at),
      () => now.slice(0, at),
      () => now.slice(at, end) + now.slice(0, at) + now.slice(end),
    ])();
  }
  return now;
}

/** What takes long stays rare. */
const isRare = (random: Random) => random.below(20) === 0;

const odd = (random: Random): unknown =>
  random.one([
    () => null,
    () => true,
    () => -1,
    () => 1e300,
    () => 0.5,
    () => "",
    () => "\u202e\ud800",
    () => "x".repeat(isRare(random) ? 300_000 : 10),
    () => [],
    () => ({}),
    () => Array.from({ length: isRare(random) ? 6_000 : 3 }, () => random.one<unknown>([0, [0, 30], { s: "" }, null])),
    () => JSON.parse('{"__proto__":{"polluted":true}}'),
    () => ({ constructor: { prototype: { polluted: true } } }),
    () => nested(isRare(random) ? 2_000 : 60),
  ])();

function nested(depth: number): unknown {
  let value: unknown = "deep";
  for (let level = 0; level < depth; level++) value = level % 2 ? [value] : { a: value };
  return value;
}

/** The value with one or two of its parts replaced, removed, doubled or put elsewhere. */
export function mutatedValue(value: unknown, random: Random): unknown {
  const copy = structuredClone(value);
  for (let turns = 1 + random.below(2); turns > 0; turns--) {
    let place: unknown = copy;
    for (let steps = 1 + random.below(7); ; steps--) {
      if (typeof place !== "object" || place === null) break;
      const keys = Object.keys(place);
      if (keys.length === 0) break;
      const key = random.one(keys);
      const holder = place as Record<string, unknown>;
      const member = holder[key];
      if (steps > 1 && typeof member === "object" && member !== null) {
        place = member;
        continue;
      }
      random.one([
        () => (holder[key] = odd(random)),
        () => delete holder[key],
        () => (holder[`${key}x`] = member),
        () => (holder[random.one(["p", "k", "s", "o", "c", "m", "id", "toString"])] = member),
        () =>
          Object.defineProperty(holder, "__proto__", {
            value: odd(random),
            enumerable: true,
            configurable: true,
            writable: true,
          }),
      ])();
      break;
    }
  }
  return copy;
}
