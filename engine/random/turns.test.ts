import { expect, test } from "vitest";
import { cosine, sine } from "./turns";

const turn = 2 * Math.fround(31415926e-7);
/** The space between a number and the next one. */
const unit = (x: number) => 2 ** (Math.floor(Math.log2(Math.abs(x))) - 52);

// k, then sine and cosine of turn · k / 2²³ by mpmath with 200 bits
test.each([
  [1, 7.490140205845119e-7, 0.9999999999997194],
  [12345, 0.009246446322165465, 0.9999572507014544],
  [1048576, 0.7071067544940086, 0.7071068078790854],
  [2097152, 0.9999999999999971, 7.549789954891874e-8],
  [4194303, 9.000098196822981e-7, -0.999999999999595],
  [5000000, -0.567509116384704, -0.8233671130305439],
  [7340032, -0.7071069680342914, 0.7071065943387542],
  [8388607, -1.0510056187800636e-6, 0.9999999999994477],
])("sine and cosine of the %i-th angle are within a unit of their last place", (k, exactSine, exactCosine) => {
  const angle = (turn * k) / 2 ** 23;
  expect(Math.abs(sine(angle) - exactSine)).toBeLessThanOrEqual(unit(exactSine));
  expect(Math.abs(cosine(angle) - exactCosine)).toBeLessThanOrEqual(unit(exactCosine));
});
