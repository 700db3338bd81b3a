/** How many px a heatmap may take, and how many tiles. */
const limits = { height: 400, cell: 40, flat: 24, elements: 150_000, tiles: 40_000, side: 512 } as const;

type Extent = { rows: number; columns: number };

/** The size of a heatmap in px: cells are squares, or twice as long as wide, where that is possible. */
export function sizeFor({ rows, columns }: Extent, room: number): { width: number; height: number } {
  let wide = Math.min(limits.cell, room / columns);
  let tall = Math.min(limits.cell, limits.height / rows);
  if (wide <= tall * 2 && tall <= wide * 2) wide = tall = Math.min(wide, tall);
  wide = Math.min(wide, tall * 2);
  tall = Math.min(tall, wide * 2);
  const width = Math.min(room, Math.max(limits.flat, wide * columns));
  const height = Math.max(limits.flat, tall * rows);
  return { width: Math.round(width), height: Math.round(height) };
}

/** How many tiles are asked for: none narrower than a px, none of which would have to be left out on the screen. */
export function tilesFor({ rows, columns }: Extent, size: { width: number; height: number }): Extent {
  const tall = Math.min(rows, limits.side, size.height);
  const wide = Math.min(columns, limits.side, size.width);
  if (tall === rows && wide === columns && rows * columns <= limits.elements) return { rows: tall, columns: wide };
  const excess = Math.max(1, Math.sqrt((tall * wide) / limits.tiles));
  return { rows: Math.max(1, Math.floor(tall / excess)), columns: Math.max(1, Math.floor(wide / excess)) };
}
