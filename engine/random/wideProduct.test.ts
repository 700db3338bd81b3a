import fc from "fast-check";
import { expect, test } from "vitest";
import { highWord } from "./wideProduct";

const multipliers = [0xd2511f53, 0xcd9e8d57];
const exact = (multiplier: number, x: number) => Number(BigInt.asIntN(32, (BigInt(multiplier) * BigInt(x)) >> 32n));
const quick = (multiplier: number, x: number) => highWord(multiplier, x, Math.imul(multiplier, x));

test("the upper word is that of the exact product", () => {
  fc.assert(
    fc.property(fc.constantFrom(...multipliers), fc.integer({ min: 0, max: 0xffffffff }), (multiplier, x) => {
      expect(quick(multiplier, x)).toBe(exact(multiplier, x));
    }),
    { numRuns: 2000 },
  );
});

test("it is so where the lower word is next to 2^32 or to 0, the only places where a float could round over", () => {
  for (const multiplier of multipliers) {
    for (let low = -4096; low < 4096; low++) {
      const x = Math.imul(low, inverse(multiplier)) >>> 0;
      expect(Math.imul(multiplier, x)).toBe(low);
      expect(quick(multiplier, x)).toBe(exact(multiplier, x));
    }
  }
});

/** The word whose product with an odd word is 1, by Newton's steps modulo 2³². */
function inverse(odd: number): number {
  let guess = odd;
  for (let i = 0; i < 5; i++) guess = Math.imul(guess, 2 - Math.imul(odd, guess));
  return guess;
}
