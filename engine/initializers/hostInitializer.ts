import type { NDArray } from "../ndarray";
import { Initializer } from "./initializer";

/**
 * An initializer written in another language. Its host knows it by a number and fills the array, so that the engine keeps
 * nothing of the other language alive.
 */
export class HostInitializer extends Initializer {
  constructor(
    private readonly id: number,
    private readonly fillById: (id: number, array: NDArray) => void,
  ) {
    super();
  }
  override fill(array: NDArray): void {
    this.fillById(this.id, array);
  }
}
