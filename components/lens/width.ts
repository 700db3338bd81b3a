import type { OneForm } from "../../workers/protocol";
import { numeralText } from "./numerals";

/** The most characters that a number of the dtype needs. */
const characters: { readonly [dtype: string]: number } = {
  bool: 5,
  float16: 10,
  float32: 14,
  float64: 23,
  complex64: 28,
  complex128: 46,
};

/** How wide a column of the table is, in px: one measure for all, so that nothing moves when others come in sight. */
export function widthOf({ dtype, statistics }: OneForm): number {
  const ends = statistics ? [statistics.min, statistics.max].map((end) => numeralText(end, dtype).length) : [20];
  const known = Object.hasOwn(characters, dtype) ? characters[dtype]! : Math.max(4, ...ends);
  return 16 + Math.ceil(known * 7.3);
}
