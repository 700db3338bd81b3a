import { useMemo } from "react";
import type { Picture } from "../../workers/protocol";
import { bytesOf } from "./base64";
import { isInRange, type Range } from "./numerals";
import { domainOf, type Measure, type Tiles, tilesOf } from "./tiles";
import type { Told } from "./useAnswer";

/** A picture, read: its tiles, the numbers that give the colours, and between which ends. */
export function useTiles(picture: Picture | undefined, measure: Measure) {
  const tiles = useMemo(() => (picture ? tilesOf(picture) : null), [picture]);
  const numbers = tiles && (tiles.rule === "tiles" ? tiles[measure] : tiles.mean);
  const domain = useMemo(() => numbers && domainOf(numbers), [numbers]);
  return tiles && numbers ? { tiles, numbers, domain } : null;
}

/** Of each tile how much of it is marked; from the tiles themselves where nobody else knows. */
export function useShares(tiles: Tiles | undefined, range: Range | null | undefined, told: Told<"mark">) {
  const { answer, isFresh, trouble } = told;
  return useMemo(() => {
    if (!tiles || !range) return null;
    if (answer && isFresh && answer.rows === tiles.rows && answer.columns === tiles.columns)
      return bytesOf(answer.shares);
    if (trouble !== "gone" || tiles.rule !== "each") return null;
    const textOf = (value: number) =>
      Number.isNaN(value) ? "nan" : value === 1 / 0 ? "inf" : value === -1 / 0 ? "-inf" : String(value);
    return Uint8Array.from(tiles.mean, (value) => (isInRange(textOf(value), range) ? 255 : 0));
  }, [tiles, range, answer, isFresh, trouble]);
}
