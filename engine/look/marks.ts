/** What a tile's mark says that it holds, together. */
export const marks = { nan: 1, positiveInf: 2, negativeInf: 4 } as const;

/** The mark of one number; 0 if it is finite. */
export const markOf = (x: number): number =>
  x - x === 0 ? 0 : x > 0 ? marks.positiveInf : x < 0 ? marks.negativeInf : marks.nan;
