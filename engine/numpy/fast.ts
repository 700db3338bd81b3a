import { checkpoint } from "../checkpoint";
import { type DType, dtypes, type Storage } from "../dtype";
import type { NDArray } from "../ndarray";
import { type ElementKernel, roundSize } from "../wasm/elementwise";
import { type Machine, machine } from "../wasm/load";
import { type Scratch, withScratch } from "../wasm/scratch";
import { Sink, Source, walkOf } from "./blocks";

/*
 * The one place where an elementwise operation chooses between its plain loop and a kernel: there is a kernel for the
 * operation and the dtype, and the array is long enough to pay for the call. Bits are the same.
 */

/** An operation and the dtype of its operands; casts name both dtypes. */
type KernelName = `${string}_${DType}`;

/** Shorter arrays are done before a kernel is set up. */
const worthwhile = 512;
/** Elements between two looks at the stop button, where arrays lie in the kernels' memory. */
const directBlock = 2 ** 20;
/** Elements at a time where one has to be copied there: what lies in the first cache is copied in no time. */
const stagedBlock = 16384;

/**
 * Fill `result` by a kernel, which is named after the operation and its operands' dtype: "add_float32". The operands
 * broadcast to the result's shape.
 *
 * @returns false if the plain loop is to do it
 */
export function runFast(name: KernelName, dtype: DType, operands: readonly NDArray[], result: NDArray): boolean {
  if (result.size < worthwhile) return false;
  const turned = name.replace(/^less/, "greater") as KernelName;
  if (turned !== name) return runFast(turned, dtype, [...operands].reverse(), result);
  const loaded = machine();
  const kernel = loaded?.kernels[name];
  if (!loaded || !kernel || operands.some((operand) => operand.dtype !== dtype)) return false;
  return withScratch(loaded, (scratch) => {
    const ways = operands.map((operand) => wayIn(scratch, operand, result));
    const out = wayOut(scratch, result);
    const direct = out.address !== null && ways.every(({ fixed }) => fixed);
    const step = direct ? directBlock : stagedBlock;
    for (let start = 0; start < result.size; start += step) {
      const count = Math.min(step, result.size - start);
      runBlock(kernel, ways, out, start, count);
      if (direct || (start & 0xffff) === 0xc000) checkpoint();
    }
  });
}

/** How a kernel gets at an operand: the address of the elements from `start` on. */
interface WayIn {
  /** Whether the elements lie in the kernels' memory as they are. */
  fixed: boolean;
  /** Of one element. */
  bytes: number;
  addressAt: (start: number, count: number) => number;
}

function wayIn(scratch: Scratch, operand: NDArray, result: NDArray): WayIn {
  const { bytes } = dtypes[operand.dtype];
  const home = straightAddress(scratch.machine, operand, result);
  if (home !== null) return { fixed: true, bytes, addressAt: (start) => home + bytes * start };
  const address = scratch.take(bytes * (stagedBlock + roundSize));
  const staged = viewOf(scratch.machine, operand.dtype, address, stagedBlock);
  const source = new Source(operand, result.shape, Math.min(stagedBlock, result.size));
  const constant = walkOf(operand, result.shape).steps.every((step) => step === 0);
  let filled = 0;
  return {
    fixed: false,
    bytes,
    addressAt: (start, count) => {
      if (!constant || filled < count) staged.set(source.raw(start, count) as Float64Array);
      filled = count;
      return address;
    },
  };
}

interface WayOut {
  /** Of the result's first element, if it lies in the kernels' memory. */
  address: number | null;
  bytes: number;
  /** Room for a block, and how to store it. */
  spare: number;
  store: (start: number, count: number) => void;
}

function wayOut(scratch: Scratch, result: NDArray): WayOut {
  const { bytes } = dtypes[result.dtype];
  const spare = scratch.take(bytes * (stagedBlock + roundSize));
  const sink = new Sink(result);
  return {
    address: straightAddress(scratch.machine, result, result),
    bytes,
    spare,
    store: (start, count) => sink.storeRaw(viewOf(scratch.machine, result.dtype, spare, count), start, count),
  };
}

/** One call of the kernel; what is short of a whole round goes through the spare room, so that nothing is overwritten. */
function runBlock(kernel: ElementKernel, ways: WayIn[], out: WayOut, start: number, count: number): void {
  const whole = out.address === null ? 0 : count - (count % roundSize);
  const addresses = ways.map(({ addressAt }) => addressAt(start, count));
  if (whole > 0) kernel(...addresses, out.address! + out.bytes * start, whole);
  if (whole === count) return;
  const rest = count - whole;
  const ends = addresses.map((address, i) => address + ways[i]!.bytes * whole);
  kernel(...ends, out.spare, Math.ceil(rest / roundSize) * roundSize);
  out.store(start + whole, rest);
}

/** Where an array's elements lie in the kernels' memory, if they do so without gaps in the result's order. */
function straightAddress({ heap }: Machine, array: NDArray, result: NDArray): number | null {
  if (!heap.holds(array.storage)) return null;
  const { lengths, steps } = walkOf(array, result.shape);
  if (lengths.length !== 1 || steps[0] !== 1) return null;
  return array.storage.byteOffset + dtypes[array.dtype].bytes * array.offset;
}

function viewOf({ heap }: Machine, dtype: DType, address: number, count: number): Float64Array {
  const storage = new dtypes[dtype].storage(heap.memory.buffer as ArrayBuffer, address, count) as Storage;
  return storage as Float64Array; // any storage: entries move unread
}
