import type { Machine } from "./load";

/** Thrown where a kernel's memory has no room; `withScratch` answers it. */
const noRoom = Symbol("no room");

/** Memory for one call of a kernel, given back at its end. */
export class Scratch {
  private readonly taken: number[] = [];
  constructor(readonly machine: Machine) {}

  /** The address of so many bytes with any contents. */
  take(bytes: number): number {
    const address = this.machine.heap.take(bytes);
    if (address === null) throw noRoom;
    this.taken.push(address);
    return address;
  }

  /** The address of numbers: their own if they lie in the kernels' memory, else a copy's. */
  addressOf(values: ArrayBufferView): number {
    const { heap } = this.machine;
    const { buffer, byteOffset, byteLength } = values;
    if (heap.holds(values)) return byteOffset;
    const address = this.take(byteLength);
    new Uint8Array(heap.memory.buffer, address, byteLength).set(new Uint8Array(buffer, byteOffset, byteLength));
    return address;
  }

  floats(address: number, length: number): Float32Array {
    return new Float32Array(this.machine.heap.memory.buffer as ArrayBuffer, address, length);
  }
  doubles(address: number, length: number): Float64Array {
    return new Float64Array(this.machine.heap.memory.buffer as ArrayBuffer, address, length);
  }
  ints(address: number, length: number): Int32Array {
    return new Int32Array(this.machine.heap.memory.buffer as ArrayBuffer, address, length);
  }

  release(): void {
    for (const address of this.taken) this.machine.heap.release(address);
  }
}

/** Let `work` use kernels. False if there is no room for it, so that the caller takes the plain way. */
export function withScratch(machine: Machine, work: (scratch: Scratch) => void): boolean {
  const scratch = new Scratch(machine);
  try {
    work(scratch);
    return true;
  } catch (error) {
    if (error === noRoom) return false;
    throw error;
  } finally {
    scratch.release();
  }
}
