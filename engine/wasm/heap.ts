/*
 * The memory that kernels work in, and where large arrays live from the start, so that no call copies them.
 *
 * It is a shared memory with one thread: growing a shared memory detaches no typed array that lies in it, which growing
 * an ordinary one does. No header is needed for it as long as it is posted nowhere.
 *
 * A block is freed after its typed array has been collected, and collectors report that between two turns of the event
 * loop, never while a cell runs on. So a turn gets a share of the memory only: a loop that makes and drops arrays fills
 * it, and from there on its arrays lie outside, where the collector takes them back at once. Kernels copy those.
 */

export const pageBytes = 65536;
/** Addresses stay below 2³¹, so that they are positive i32. */
export const mostPages = 32768;
/** What the arrays of one turn may take of it. */
const turnBytes = 2 ** 29;
/** What arrays may take in all; the rest is for the kernels' own use. */
const mostArrayBytes = 1.5 * 2 ** 30;
/** Beyond this the collector is told of what it cannot see: the bytes behind a small object. */
const pressureBytes = 2 ** 28;
const growth = 2 ** 24;
const alignment = 64;
/** Bytes that vector loads may reach past an array. */
const slack = 128;

interface Gap {
  address: number;
  bytes: number;
}

export class Heap {
  /** Free blocks by rising address, never touching each other. */
  private readonly gaps: Gap[] = [];
  private readonly sizes = new Map<number, number>();
  private readonly registry = new FinalizationRegistry<number>((address) => {
    this.arrays -= this.sizes.get(address)!;
    this.release(address);
  });
  /** The end of what has ever been handed out; memory above it is zero. */
  private top: number;
  private arrays = 0;
  private turn = 0;
  private turnEnds = false;

  private constructor(
    readonly memory: WebAssembly.Memory,
    start: number,
  ) {
    this.top = start;
  }

  /** @returns null where no shared memory is to be had */
  static open(start: number): Heap | null {
    for (let maximum = mostPages; maximum >= 1024; maximum /= 2) {
      try {
        return new Heap(new WebAssembly.Memory({ initial: 16, maximum, shared: true }), start);
      } catch {
        // less address space may still do
      }
    }
    return null;
  }

  /** Whether a typed array lies here. */
  holds(view: ArrayBufferView): boolean {
    return view.buffer.constructor === this.memory.buffer.constructor;
  }

  /** Zeroed bytes for an array, or null if it had better lie elsewhere. Pass the typed array over them to `watch`. */
  reserve(bytes: number, zeroed = true): number | null {
    if (this.turn + bytes > turnBytes || this.arrays + bytes > mostArrayBytes) return null;
    this.endTurn();
    const before = this.top;
    const address = this.take(bytes);
    if (address === null) return null;
    if (zeroed && address < before) new Float64Array(this.memory.buffer, address, Math.ceil(bytes / 8)).fill(0);
    return address;
  }

  /** Frees the block at an address after `view`, which lies over it, has been collected. */
  watch(view: ArrayBufferView, address: number): void {
    const bytes = this.sizes.get(address)!;
    this.turn += bytes;
    this.arrays += bytes;
    this.registry.register(view, address, view);
    if (this.arrays > pressureBytes) new ArrayBuffer(bytes);
  }

  /** Frees the block under `view` now; whoever calls this knows that nobody uses it any more. */
  free(view: ArrayBufferView): void {
    if (!this.registry.unregister(view)) return;
    const bytes = this.sizes.get(view.byteOffset)!;
    this.arrays -= bytes;
    this.turn = Math.max(0, this.turn - bytes);
    this.release(view.byteOffset);
  }

  /** Bytes with any contents for a kernel's own use, to be given back with `release`; null if there is no room. */
  take(bytes: number): number | null {
    const length = Math.ceil((bytes + slack) / alignment) * alignment;
    let best = -1;
    for (let i = 0; i < this.gaps.length; i++) {
      const gap = this.gaps[i]!;
      if (gap.bytes >= length && (best < 0 || gap.bytes < this.gaps[best]!.bytes)) best = i;
    }
    const gap = this.gaps[best];
    let address = this.top;
    if (gap) {
      address = gap.address;
      if (gap.bytes === length) this.gaps.splice(best, 1);
      else this.gaps[best] = { address: address + length, bytes: gap.bytes - length };
    } else {
      if (!this.growTo(address + length)) return null;
      this.top = address + length;
    }
    this.sizes.set(address, length);
    return address;
  }

  release(address: number): void {
    const bytes = this.sizes.get(address)!;
    this.sizes.delete(address);
    let [low, high] = [0, this.gaps.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.gaps[middle]!.address < address) low = middle + 1;
      else high = middle;
    }
    const gap = { address, bytes };
    const after = this.gaps[low];
    const before = this.gaps[low - 1];
    if (after && address + bytes === after.address) {
      gap.bytes += after.bytes;
      this.gaps.splice(low, 1);
    }
    if (before && before.address + before.bytes === address) before.bytes += gap.bytes;
    else this.gaps.splice(low, 0, gap);
  }

  /** Bytes of the arrays that are not known to be gone. */
  get arrayBytes(): number {
    return this.arrays;
  }

  /** Bytes that blocks take now. */
  get used(): number {
    let bytes = 0;
    for (const size of this.sizes.values()) bytes += size;
    return bytes;
  }

  /** A new share of the memory, as soon as the code that runs now is through. */
  private endTurn(): void {
    if (this.turnEnds) return;
    this.turnEnds = true;
    queueMicrotask(() => {
      this.turn = 0;
      this.turnEnds = false;
    });
  }

  private growTo(bytes: number): boolean {
    const missing = bytes - this.memory.buffer.byteLength;
    if (missing <= 0) return true;
    for (const step of [Math.max(missing, growth), missing]) {
      try {
        this.memory.grow(Math.ceil(step / pageBytes));
        return true;
      } catch {
        // the last step may have been too long
      }
    }
    return false;
  }
}
