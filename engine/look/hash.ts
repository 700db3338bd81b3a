import type { Storage } from "../dtype";
import type { NDArray } from "../ndarray";
import { forEachBlock } from "./blocks";

/*
 * XXH32 with the seed 0, over the bytes of the elements in row-major order.
 * Source: xxHash fast digest algorithm 0.2.0, "XXH32 algorithm description".
 */
const p1 = 0x9e3779b1;
const p2 = 0x85ebca77;
const p3 = 0xc2b2ae3d;
const p4 = 0x27d4eb2f;
const p5 = 0x165667b1;

const rotate = (x: number, by: number) => (x << by) | (x >>> (32 - by));
const round = (lane: number, word: number) => Math.imul(rotate((lane + Math.imul(word, p2)) | 0, 13), p1);

/** Takes bytes block after block; all blocks but the last have a multiple of 16 bytes. */
export class Hash {
  /** Of what came in whole stripes of 16 bytes. */
  readonly lanes: Int32Array = Int32Array.of(p1 + p2, p2, 0, -p1);
  private tail: Uint8Array = new Uint8Array();
  private bytes = 0;

  add({ buffer, byteOffset, byteLength }: Storage): void {
    const whole = byteLength & ~15;
    const lanes = this.lanes;
    let [a, b, c, d] = lanes as unknown as [number, number, number, number];
    if (byteOffset % 4 === 0) {
      const words = new Int32Array(buffer, byteOffset, whole / 4);
      for (let i = 0; i < words.length; i += 4) {
        a = round(a, words[i]!);
        b = round(b, words[i + 1]!);
        c = round(c, words[i + 2]!);
        d = round(d, words[i + 3]!);
      }
    } else {
      const view = new DataView(buffer, byteOffset, whole); // a view on bytes may begin anywhere
      for (let i = 0; i < whole; i += 16) {
        a = round(a, view.getInt32(i, true));
        b = round(b, view.getInt32(i + 4, true));
        c = round(c, view.getInt32(i + 8, true));
        d = round(d, view.getInt32(i + 12, true));
      }
    }
    lanes.set([a, b, c, d]);
    this.bytes += byteLength;
    this.tail = new Uint8Array(buffer, byteOffset + whole, byteLength - whole).slice();
  }

  /** Bytes were taken elsewhere: the lanes after their whole stripes, what is left, and how many there were. */
  took(lanes: Int32Array, { buffer, byteOffset, byteLength }: Storage, bytes: number): void {
    this.lanes.set(lanes);
    this.bytes += bytes;
    this.tail = new Uint8Array(buffer, byteOffset, byteLength).slice();
  }

  /** Eight hexadecimal digits. */
  text(): string {
    const [a, b, c, d] = this.lanes as unknown as [number, number, number, number];
    let hash = this.bytes >= 16 ? rotate(a, 1) + rotate(b, 7) + rotate(c, 12) + rotate(d, 18) : p5;
    hash = (hash + this.bytes) | 0;
    const { tail } = this;
    const view = new DataView(tail.buffer);
    let at = 0;
    for (; at + 4 <= tail.length; at += 4)
      hash = Math.imul(rotate((hash + Math.imul(view.getInt32(at, true), p3)) | 0, 17), p4);
    for (; at < tail.length; at++) hash = Math.imul(rotate((hash + Math.imul(tail[at]!, p5)) | 0, 11), p1);
    hash = Math.imul(hash ^ (hash >>> 15), p2);
    hash = Math.imul(hash ^ (hash >>> 13), p3);
    return ((hash ^ (hash >>> 16)) >>> 0).toString(16).padStart(8, "0");
  }
}

/** The short hash of an array's bytes. */
export function hashOf(array: NDArray): string {
  const hash = new Hash();
  forEachBlock(array, (block) => hash.add(block));
  return hash.text();
}
