import type { Domain } from "./tiles";

type Stops = readonly string[];

/**
 * Colours from low to high, evenly apart. They differ in lightness all the way, so that they are told apart without colour
 * too. Sequential: cividis (Nuñez, Anderton and Renslow 2018). Diverging: blue to orange, which every eye tells apart, over
 * the page's own paper.
 */
export const scales = {
  sequential: {
    light: ["#00224e", "#213b6e", "#4a546c", "#6c6e72", "#8e8a79", "#b3a772", "#dac761", "#fee838"],
    dark: ["#12305f", "#2f4673", "#525c72", "#737579", "#94907b", "#b8ab71", "#dcc962", "#fee838"],
  },
  diverging: {
    light: ["#0b3d78", "#2f72b5", "#8ab8de", "#f3f1ea", "#f1b277", "#c9690f", "#7e3a02"],
    dark: ["#b5d6fb", "#6aa6e6", "#2f5f94", "#25292e", "#8f4d14", "#e08b3a", "#ffd2a1"],
  },
} as const satisfies { [name: string]: { light: Stops; dark: Stops } };

export type Theme = "light" | "dark";

export const stopsOf = (domain: Domain | null, theme: Theme): Stops =>
  scales[domain?.isSigned ? "diverging" : "sequential"][theme];

const parts = (hex: string) =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as [number, number, number];

/** 256 colours, a byte each of red, green, blue and opacity, as an `ImageData` holds them. */
export function paletteOf(stops: Stops): Uint32Array {
  const palette = new Uint32Array(256);
  const bytes = new Uint8Array(palette.buffer);
  const colours = stops.map(parts);
  for (let index = 0; index < 256; index++) {
    const place = (index / 255) * (colours.length - 1);
    const at = Math.min(colours.length - 2, Math.floor(place));
    for (let part = 0; part < 3; part++) {
      const [from, to] = [colours[at]![part]!, colours[at + 1]![part]!];
      bytes[index * 4 + part] = Math.round(from + (to - from) * (place - at));
    }
    bytes[index * 4 + 3] = 255;
  }
  return palette;
}

/** The palette's colour for each number; what is no number stays clear, the infinities have the ends. */
export function coloured(
  numbers: Float32Array | Float64Array,
  domain: Domain | null,
  palette: Uint32Array,
): Uint32Array {
  const pixels = new Uint32Array(numbers.length);
  if (!domain) return pixels;
  const { low, high } = domain;
  const factor = high > low ? 255 / (high - low) : 0;
  const base = high > low ? 0.5 : 128;
  for (let index = 0; index < numbers.length; index++) {
    const value = numbers[index]!;
    if (value - value !== 0) continue;
    const place = (value - low) * factor + base;
    pixels[index] = palette[place > 255 ? 255 : place | 0]!;
  }
  return pixels;
}

/** For a style sheet. */
export const gradientOf = (stops: Stops) => `linear-gradient(to right, ${stops.join(", ")})`;
