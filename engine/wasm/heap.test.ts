import * as fc from "fast-check";
import { expect, test } from "vitest";
import { dispose, zeros } from "../ndarray";
import { add } from "../numpy/arithmetic";
import { Heap, pageBytes } from "./heap";
import { machine } from "./load";

test("blocks never overlap, and freed ones are used again", () => {
  const heap = Heap.open(pageBytes)!;
  const step = fc.record({ bytes: fc.integer({ min: 1, max: 100_000 }), drop: fc.integer({ min: 0, max: 20 }) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const held: { address: number; bytes: number }[] = [];
      for (const { bytes, drop } of steps) {
        const address = heap.take(bytes)!;
        for (const other of held) {
          expect(address >= other.address + other.bytes || other.address >= address + bytes).toBe(true);
        }
        held.push({ address, bytes });
        if (drop < held.length) heap.release(held.splice(drop, 1)[0]!.address);
      }
      for (const { address } of held) heap.release(address);
      expect(heap.used).toBe(0);
    }),
  );
  expect(heap.memory.buffer.byteLength).toBeLessThan(2 ** 26);
});

test("typed arrays stay valid while the memory grows", () => {
  const heap = Heap.open(pageBytes)!;
  const first = new Float32Array(heap.memory.buffer as ArrayBuffer, heap.take(400)!, 100).fill(7);
  const before = heap.memory.buffer.byteLength;
  heap.take(2 ** 26);
  expect(heap.memory.buffer.byteLength).toBeGreaterThan(before);
  expect(first.every((value) => value === 7)).toBe(true);
  first.fill(8);
  expect(new Float32Array(heap.memory.buffer as ArrayBuffer, first.byteOffset, 1)[0]).toBe(8);
});

test("a block that is used again comes as zeros", () => {
  const heap = Heap.open(pageBytes)!;
  const address = heap.reserve(80_000)!;
  new Uint8Array(heap.memory.buffer as ArrayBuffer, address, 80_000).fill(255);
  heap.release(address);
  expect(heap.reserve(80_000)).toBe(address);
  expect(new Uint8Array(heap.memory.buffer as ArrayBuffer, address, 80_000).every((byte) => byte === 0)).toBe(true);
});

test("large arrays lie in the kernels' memory, small ones do not", () => {
  const { heap } = machine()!;
  expect(heap.holds(zeros([100_000], "float32").storage)).toBe(true);
  expect(heap.holds(zeros([100], "float32").storage)).toBe(false);
});

test("a loop that makes more than the memory holds goes on, with the same numbers", () => {
  let total = zeros([4_000_000], "float64"); // 32 MB each, 1.3 GB in all, within one turn of the event loop
  for (let i = 0; i < 40; i++) total = add(total, 1);
  expect(total.read(3_999_999)).toBe(40);
});

test("the memory of arrays that are gone is used again after a turn of the event loop", async () => {
  const { heap } = machine()!;
  let resident = 0;
  for (let i = 0; i < 40; i++) {
    if (heap.holds(zeros([10_000_000], "float64").storage)) resident++; // 80 MB; without reuse 19 would fit
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  expect(resident).toBeGreaterThan(25);
});

test("disposed memory is used again at once, and only once", () => {
  const { heap } = machine()!;
  const used = heap.used;
  const first = zeros([100_000], "float32");
  const address = first.storage.byteOffset;
  dispose(first);
  dispose(first);
  expect(heap.used).toBe(used);
  const second = zeros([100_000], "float32");
  expect(second.storage.byteOffset).toBe(address);
  expect(zeros([100_000], "float32").storage.byteOffset).not.toBe(address);
  for (let i = 0; i < 40; i++) {
    const large = zeros([4_000_000], "float64"); // 1.3 GB in all: they fit one after another
    expect(heap.holds(large.storage)).toBe(true);
    dispose(large);
  }
  dispose(zeros([10], "float32")); // lies elsewhere
});
