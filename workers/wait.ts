/*
 * A blocking wait that burns no processor time and needs no cross-origin isolation: `Atomics.wait` works on a wasm
 * memory of one's own that is shared, though the memory can be sent to nobody.
 */
const cell = new Int32Array(new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }).buffer as ArrayBuffer);
const wait = Atomics.wait.bind(Atomics) as (cell: Int32Array, index: number, value: number, ms: number) => string;
const now = performance.now.bind(performance);

/** Blocks the thread. */
export function waitMs(ms: number): void {
  wait(cell, 0, 0, ms);
}

/** Blocks until the time is over or, asked every `sliceMs`, `isStopped` says so; returns whether it was stopped. */
export function waitUnless(isStopped: () => boolean, ms: number, sliceMs = 100): boolean {
  for (const end = now() + ms; ; ) {
    const left = end - now();
    if (left <= 0) return false;
    if (isStopped()) return true;
    waitMs(Math.min(left, sliceMs));
  }
}
