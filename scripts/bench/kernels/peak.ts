import { Assembler } from "../../../engine/wasm/assembler";
import { branchIf, loop, type Operand } from "../../../engine/wasm/code";
import { f32x4, v128 } from "../../../engine/wasm/instructions";

const chains = 6;
const rounds = 200_000;

/** A function that does nothing but independent vector multiplications and additions, and how many it does. */
export function openPeak(): { run: () => void; operations: number } {
  const module = new Assembler(16, { initial: 1, maximum: 1 });
  module.define("peak", ["i32"], (scope, left) => {
    const [products, sums] = [scope.vectors(chains), scope.vectors(chains)];
    return [
      products.map((one) => one.set(f32x4.splat(1))),
      loop((again) => [
        [0, 1, 2, 3].map(() => [
          products.map((one) => one.set(f32x4.mul(one, one))),
          sums.map((one) => one.set(f32x4.add(one, one))),
        ]),
        left.add(-1),
        branchIf(again, left),
      ]),
      // the results have to go somewhere, or the work is left out
      v128.store(
        0,
        [...products, ...sums].reduce<Operand>((total, one) => f32x4.add(total, one), f32x4.splat(0)),
      ),
    ];
  });
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(module.toBytes()), { engine: { memory } });
  return {
    run: () => (exports.peak as (rounds: number) => void)(rounds),
    operations: rounds * 4 * 2 * chains * 4,
  };
}
