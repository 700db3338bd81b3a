import { expect, test } from "vitest";
import { coloured, paletteOf, scales } from "./colours";
import { domainOf } from "./tiles";

/** Relative luminance of WCAG 2.2, from 0 to 1. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** What is seen without the middle cones (Viénot, Brettel and Mollon 1999): deuteranopia, in linear light. */
function deuteranope(hex: string): number[] {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => (Number.parseInt(hex.slice(at, at + 2), 16) / 255) ** 2.2);
  const merged = 0.29275 * r + 0.70725 * g;
  return [merged, -0.02234 * r + 0.02234 * g + b];
}

test.each(["light", "dark"] as const)("sequential colours grow lighter all the way, %s", (theme) => {
  const all = scales.sequential[theme].map(luminance);
  expect(all).toEqual(all.toSorted((a, b) => a - b));
});

test.each(["light", "dark"] as const)(
  "diverging colours leave the middle evenly, and blue is never taken for orange, %s",
  (theme) => {
    const stops = scales.diverging[theme];
    const middle = (stops.length - 1) / 2;
    const away = stops.map((stop) => Math.abs(luminance(stop) - luminance(stops[middle]!)));
    for (let step = 1; step <= middle; step++) {
      expect(away[middle - step]!).toBeGreaterThan(away[middle - step + 1]!);
      expect(away[middle + step]!).toBeGreaterThan(away[middle + step - 1]!);
      const [low, high] = [deuteranope(stops[middle - step]!), deuteranope(stops[middle + step]!)];
      expect(low[1]! - low[0]!).toBeGreaterThan(high[1]! - high[0]! + 0.05); // bluer
    }
  },
);

test("coloured puts 0 in the middle of signed numbers, and leaves what is no number clear", () => {
  const numbers = Float32Array.of(-1, 0, 4, Number.NaN, Number.POSITIVE_INFINITY);
  const domain = domainOf(numbers);
  expect(domain).toEqual({ low: -4, high: 4, isSigned: true });
  const palette = Uint32Array.from({ length: 256 }, (_, index) => index + 1);
  expect([...coloured(numbers, domain, palette)]).toEqual([97, 129, 256, 0, 0]);
  expect(domainOf(Float32Array.of(2, 5))).toEqual({ low: 2, high: 5, isSigned: false });
  expect(domainOf(Float32Array.of(Number.NaN))).toBeNull();
  expect(paletteOf(scales.sequential.light)).toHaveLength(256);
});
