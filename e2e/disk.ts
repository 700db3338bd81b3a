import { open } from "node:fs/promises";
import { join } from "node:path";

/** Between two writes, in milliseconds. */
const restMs = 50;

export type Disk = { slowest(from: number, to: number): number; close(): Promise<void> };

/**
 * Writes to the disk all the time, as a floor under what a storage can do that waits for it: `slowest` is what a bare write
 * took at most, in milliseconds, of those under way between two times.
 */
export async function watchDisk(folder: string): Promise<Disk> {
  const file = await open(join(folder, "disk"), "w");
  const writes: { began: number; ended: number }[] = [];
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      const write = { began: Date.now(), ended: Number.POSITIVE_INFINITY };
      writes.push(write);
      await file.write("floor", 0);
      await file.sync();
      write.ended = Date.now();
      await new Promise((rested) => setTimeout(rested, restMs));
    }
  })();
  return {
    slowest: (from, to) =>
      Math.max(
        0,
        ...writes
          .filter((each) => each.began < to && each.ended > from)
          .map(({ began, ended }) => Math.min(ended, to) - began),
      ),
    async close() {
      isOver = true;
      await watching;
      await file.close();
    },
  };
}
