/** How much of one stream is kept beside its last lines, and of all streams on the page together. */
export const room = { bytes: 48_000_000, bytesOfAll: 128_000_000 } as const;

/** How a chunk is cut: so that any of them is quickly read. */
const chunkOf = { lines: 1_000, characters: 250_000 } as const;

type Chunk = { bytes: Uint8Array; lines: number; characters: number };

const encoder = new TextEncoder();
const decoder = new TextDecoder();
let all: WeakRef<Earlier>[] = [];

/**
 * The lines of a stream above the last ones, outside of the notebook's state and of its file: kept as bytes, in chunks of
 * whole lines where lines are not too long, from the first one on until there is no more room. It only ever grows; where the page
 * as a whole runs out of room, the streams that began earliest lose theirs.
 */
export class Earlier {
  #chunks: Chunk[] = [];
  #bytes = 0;
  #isFull = false;
  /** What is kept, in all chunks. */
  lines = 0;
  characters = 0;

  constructor() {
    all.push(new WeakRef(this));
  }

  /** The chunks' lengths, in order. */
  get chunks(): readonly { lines: number; characters: number }[] {
    return this.#chunks;
  }

  text(chunk: number): string {
    const found = this.#chunks[chunk];
    return found ? decoder.decode(found.bytes) : "";
  }

  /** More lines, each with its line feed. */
  add(text: string): void {
    for (let start = 0; start < text.length && !this.#isFull; ) {
      let end = start;
      let lines = 0;
      while (end < text.length && lines < chunkOf.lines && end - start < chunkOf.characters) {
        const feed = text.indexOf("\n", end);
        if (feed < 0 || feed - start > 4 * chunkOf.characters) {
          end = Math.min(text.length, start + chunkOf.characters);
          break;
        }
        end = feed + 1;
        lines++;
      }
      this.#keep(text.slice(start, end), lines);
      start = end;
    }
  }

  #keep(text: string, lines: number): void {
    const bytes = encoder.encode(text);
    if (this.#bytes + bytes.length > room.bytes) {
      this.#isFull = true;
      return;
    }
    this.#chunks.push({ bytes, lines, characters: text.length });
    this.#bytes += bytes.length;
    this.lines += lines;
    this.characters += text.length;
    makeRoom(this);
  }

  #forget(): void {
    this.#chunks = [];
    this.#bytes = this.lines = this.characters = 0;
    this.#isFull = true;
  }

  static bytesOf = (earlier: Earlier) => earlier.#bytes;
  static forget = (earlier: Earlier) => earlier.#forget();
}

function makeRoom(latest: Earlier): void {
  all = all.filter((reference) => reference.deref());
  let total = all.reduce((sum, reference) => sum + Earlier.bytesOf(reference.deref() ?? latest), 0);
  for (const reference of all) {
    const earlier = reference.deref();
    if (total <= room.bytesOfAll) return;
    if (!earlier || earlier === latest) continue;
    total -= Earlier.bytesOf(earlier);
    Earlier.forget(earlier);
  }
}
