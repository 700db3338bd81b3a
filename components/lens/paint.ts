import { coloured, paletteOf, stopsOf, type Theme } from "./colours";
import { type Domain, marks, type Tiles } from "./tiles";

type Paint = {
  tiles: Tiles;
  numbers: Float32Array | Float64Array;
  domain: Domain | null;
  theme: Theme;
  /** Of each tile how much is marked, 0 to 255; without it none is. */
  shares: Uint8Array | null;
  /** Of the page, as "rgb(…)". */
  ink: string;
  paper: string;
};

/** How much of an unmarked tile's colour is left. */
const faded = 0.16;

const glyphs = [
  [marks.nan, "×"],
  [marks.positiveInf, "▲"],
  [marks.negativeInf, "▼"],
] as const;
/** So many tiles with signs are drawn one by one. */
const mostGlyphs = 4_000;

/** Draws the tiles over the whole canvas, whose size is `ratio` times that in px. */
export function paint(canvas: HTMLCanvasElement, width: number, height: number, what: Paint): void {
  const ratio = Math.min(2, globalThis.devicePixelRatio || 1);
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  const context = canvas.getContext("2d")!;
  const { rows, columns } = what.tiles;
  if (rows * columns === 0) return;
  const small = document.createElement("canvas");
  small.width = columns;
  small.height = rows;
  small.getContext("2d")!.putImageData(imageOf(what), 0, 0);
  context.imageSmoothingEnabled = columns > canvas.width || rows > canvas.height;
  context.drawImage(small, 0, 0, canvas.width, canvas.height);
  if (what.shares) outline(context, what.shares, what, canvas.width / columns, canvas.height / rows, ratio);
  if (what.tiles.marks) drawMarks(context, what, canvas.width / columns, canvas.height / rows);
}

/** A tile a pixel. */
export function imageOf({ tiles, numbers, domain, theme, shares, paper }: Omit<Paint, "ink">): ImageData {
  const pixels = coloured(numbers, domain, paletteOf(stopsOf(domain, theme)));
  if (shares) fade(pixels, shares, paper);
  return new ImageData(new Uint8ClampedArray(pixels.buffer as ArrayBuffer), tiles.columns, tiles.rows);
}

function fade(pixels: Uint32Array, shares: Uint8Array, paper: string): void {
  const bytes = new Uint8Array(pixels.buffer);
  const ground = (paper.match(/[\d.]+/g) ?? ["255", "255", "255"]).map(Number);
  for (let tile = 0; tile < pixels.length; tile++) {
    const share = shares[tile] ?? 0;
    if (share === 255) continue;
    const left = share === 0 ? faded : 0.35 + (0.65 * share) / 255;
    for (let part = 0; part < 3; part++)
      bytes[tile * 4 + part] = bytes[tile * 4 + part]! * left + ground[part]! * (1 - left);
  }
}

/** Tiles that are large enough for it are framed where they are marked, whatever their colour. */
function outline(
  context: CanvasRenderingContext2D,
  shares: Uint8Array,
  { tiles, ink }: Paint,
  wide: number,
  tall: number,
  ratio: number,
): void {
  if (Math.min(wide, tall) < 6 * ratio) return;
  context.strokeStyle = ink;
  context.lineWidth = ratio;
  for (let tile = 0; tile < shares.length; tile++) {
    if (!shares[tile]) continue;
    const [x, y] = [(tile % tiles.columns) * wide, Math.floor(tile / tiles.columns) * tall];
    context.strokeRect(x + ratio, y + ratio, wide - 2 * ratio, tall - 2 * ratio);
  }
}

function drawMarks(context: CanvasRenderingContext2D, { tiles, ink, paper }: Paint, wide: number, tall: number): void {
  const { columns, marks: held } = tiles;
  const count = held!.reduce((sum, mark) => sum + (mark ? 1 : 0), 0);
  const size = Math.min(20, Math.max(7, Math.min(wide, tall)));
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.font = `bold ${size}px sans-serif`;
  for (let tile = 0; tile < held!.length; tile++) {
    if (!held![tile]) continue;
    const [x, y] = [((tile % columns) + 0.5) * wide, (Math.floor(tile / columns) + 0.5) * tall];
    const isSmall = count > mostGlyphs;
    const [w, h] = isSmall ? [wide, tall] : [Math.max(wide - 1, size), Math.max(tall - 1, size)];
    context.fillStyle = isSmall ? ink : paper;
    context.fillRect(x - w / 2, y - h / 2, w, h);
    if (isSmall) continue;
    context.fillStyle = ink;
    const signs = glyphs.filter(([bit]) => held![tile]! & bit).map(([, sign]) => sign);
    context.fillText(signs.length > 1 && size < 14 ? "∗" : signs.join(""), x, y + size * 0.05, w);
  }
}
