import { residentFrom } from "./dtype";
import { onCensus } from "./memory";
import type { NDArray } from "./ndarray";
import { Tensor } from "./tensor";

/** What a host's variables hold, now. */
type Speaker = () => Iterable<NDArray | Tensor>;

const speakers = new Set<Speaker>();

/**
 * Lets a host speak for the arrays that its variables hold; it is asked when memory is short, and what nobody speaks for is
 * taken for garbage then. Returns how to take it back.
 */
export function speakFor(speaker: Speaker): () => void {
  speakers.add(speaker);
  onCensus(census);
  return () => {
    speakers.delete(speaker);
    if (speakers.size === 0) onCensus(null);
  };
}

/** Bytes of the large storages that are held, each once. */
function census(): number {
  const held = new Set<ArrayBufferView>();
  for (const speaker of speakers) {
    for (const one of speaker()) {
      if (one instanceof Tensor && one.hasInit) continue; // nothing is drawn yet
      const { storage } = one instanceof Tensor ? one.asnumpy() : one;
      if (storage.byteLength >= residentFrom) held.add(storage);
    }
  }
  return [...held].reduce((total, { byteLength }) => total + byteLength, 0);
}
