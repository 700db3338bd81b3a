/**
 * What a link may hold at most. A link is a stranger's: each of these is asked before the work that it bounds is done.
 *
 * Source: spec "Opening a stranger's link"; 100 MB of zeros are 130,000 characters of deflate.
 */
export const limits = {
  /** Characters behind the `#`. */
  encoded: 64 * 1024,
  /** Bytes that they may unfold to. */
  inflated: 2 * 1024 * 1024,
  /** How many times as many bytes as came in may come out, once `freely` have. */
  ratio: 200,
  freely: 64 * 1024,
  cells: 500,
  /** Characters of one cell's text, and of all that cells have put out. */
  source: 256 * 1024,
  outputs: 1024 * 1024,
  outputsOfCell: 200,
  depth: 40,
} as const;
