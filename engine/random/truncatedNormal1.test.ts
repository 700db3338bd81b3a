import { expect, test } from "vitest";
import { bits32, hex64, readVectors } from "../vectors/read";
import { NumpyRandom } from "./numpyRandom";
import { fillTruncatedNormal1 } from "./truncatedNormal1";

interface Case {
  seed: number;
  a: number;
  b: number;
  loc: number;
  scale: number;
  hex: string[];
  f32_bits: number[];
  next_random_sample: string;
}
const { cases } = readVectors<{ cases: Case[] }>("scipy_truncnorm");

test.each(cases)("seed $seed, [$a, $b], loc $loc, scale $scale gives SciPy's numbers", (row) => {
  const random = new NumpyRandom(row.seed);
  const out = new Float64Array(row.hex.length);
  fillTruncatedNormal1(out, random.stream, row.a, row.b, row.loc, row.scale);
  expect(bits32(Float32Array.from(out))).toEqual(row.f32_bits);
  row.hex.forEach((hex, i) => {
    const golden = fromHex(hex);
    // 1e-12: SciPy's own releases differ from each other by 1e-14 here
    expect(Math.abs(out[i]! - golden)).toBeLessThanOrEqual(1e-12 * Math.abs(golden));
  });
  expect(hex64(random.randomSample())).toBe(row.next_random_sample);
});

function fromHex(hex: string): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, BigInt(`0x${hex}`));
  return view.getFloat64(0);
}
