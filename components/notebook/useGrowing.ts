import { startTransition, useEffect, useState } from "react";

/** So many cells fill several screens; the bundled notebooks have fewer. */
const atFirst = 36;
const atOnce = 40;

/**
 * How many of the cells stand on the page: those of the first screens with the page itself, the others soon after, some
 * at a time, so that a long notebook answers as soon as a short one.
 */
export function useGrowing(length: number): number {
  const [many, setMany] = useState(length <= atFirst ? Number.POSITIVE_INFINITY : atFirst);
  useEffect(() => {
    if (many === Number.POSITIVE_INFINITY) return;
    // once all stand, one that is added stands at once
    startTransition(() => setMany(many >= length ? Number.POSITIVE_INFINITY : many + atOnce));
  }, [many, length]);
  return many;
}
