import { machine } from "./wasm/load";

/*
 * How much memory large arrays take together, wherever they lie, and where that ends: before the browser's tab does.
 *
 * A collector tells what is gone between two turns of the event loop only, and late, so the count has garbage in it. When
 * the count would refuse an array, the host is asked what its variables hold (held.ts), and the rest is taken for garbage;
 * without a host the browser decides. So a long loop that makes and drops arrays goes on.
 */

/** Bytes that all large arrays of a host may take together. */
export const mostBytes = 3 * 2 ** 30;

/** Bytes of the large arrays outside of the kernels' memory that are not known to be gone. */
let outside = 0;
/** Once the host was asked: the count up to which it need not be asked again in this turn. */
let askAgainAt = 0;
let turnEnds = false;
let census: (() => number) | null = null;

const registry = new FinalizationRegistry<number>((bytes) => {
  outside -= bytes;
});

/** Set what tells how many bytes are held, asked when memory is short. */
export function onCensus(count: (() => number) | null): void {
  census = count;
}

/** Whether a large array of so many bytes may still be made. */
export function hasRoom(bytes: number): boolean {
  const known = outside + (machine()?.heap?.arrayBytes ?? 0);
  if (!census || known + bytes <= Math.max(mostBytes, askAgainAt)) return true;
  const alive = census();
  if (alive + bytes > mostBytes) return false;
  askAgainAt = known + Math.max(bytes, (mostBytes - alive) / 2);
  endTurn();
  return true;
}

/** Counts an array outside of the kernels' memory until it has been collected. */
export function count(storage: ArrayBufferView): void {
  outside += storage.byteLength;
  registry.register(storage, storage.byteLength);
}

function endTurn(): void {
  if (turnEnds) return;
  turnEnds = true;
  queueMicrotask(() => {
    askAgainAt = 0;
    turnEnds = false;
  });
}
