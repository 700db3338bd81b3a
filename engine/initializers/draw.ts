import type { NDArray } from "../ndarray";
import { fillNormal2, fillUniform2 } from "../random/distributions2";
import type { RandomState } from "../random/state";
import { storeFloat32, storeOnce } from "./store";

/** Fill `array` with uniforms in [-bound, bound): NumPy's in the 1.x releases, MindSpore's own in 2.x. */
export function drawUniform(array: NDArray, random: RandomState, bound: number): void {
  if (random.reference === "1.6") {
    storeOnce(array, (out) => random.numpy.stream.fillUniform(out, -bound, 2 * bound));
  } else {
    const key = random.nextKey();
    storeFloat32(array, (out) => fillUniform2(out, key, -bound, bound));
  }
}

/** Fill `array` with normals of mean 0: NumPy's in the 1.x releases, MindSpore's own in 2.x. */
export function drawNormal(array: NDArray, random: RandomState, sigma: number): void {
  if (random.reference === "1.6") {
    storeOnce(array, (out) => random.numpy.stream.fillNormal(out, 0, sigma));
  } else {
    const key = random.nextKey();
    storeFloat32(array, (out) => fillNormal2(out, key, 0, sigma));
  }
}
