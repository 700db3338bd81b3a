import type { Json } from "../notebook/nbformat";
import { coloured, paletteOf, stopsOf } from "./colours";
import { tensorMime } from "./mime";
import { pngOf } from "./png";
import { readForm, sizeOf } from "./schema";
import { captionOf } from "./shapeText";
import { domainOf, tilesOf } from "./tiles";

/** About how many px a still picture is wide or high. */
const side = 256;
/** An array up to here is printed whole, and its text says all. */
const printedWhole = 1_000;

/** A picture of the numbers of an output, for a page on which nothing moves; null where its text says as much. */
export function stillOf(bundle: Json): { address: string; words: string } | null {
  const form = tensorMime in bundle ? readForm(bundle[tensorMime]) : null;
  if (!form || "members" in form || !form.picture || sizeOf(form.shape) <= printedWhole) return null;
  const { rows, columns } = form.picture;
  if (rows < 2 || columns < 2) return null;
  const numbers = tilesOf(form.picture).mean;
  const domain = domainOf(numbers);
  const colours = coloured(numbers, domain, paletteOf(stopsOf(domain, "light")));
  const scale = Math.max(1, Math.floor(side / Math.max(rows, columns)));
  const pixels = new Uint32Array(rows * columns * scale * scale);
  const width = columns * scale;
  for (let at = 0; at < pixels.length; at++)
    pixels[at] = colours[Math.floor(at / width / scale) * columns + Math.floor((at % width) / scale)]!;
  const bytes = pngOf(new Uint8Array(pixels.buffer), width, rows * scale);
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return { address: `data:image/png;base64,${btoa(text)}`, words: captionOf(form) };
}
