import { deflateSync, Inflate } from "fflate";
import { limits } from "./limits";
import { LinkError } from "./problems";

/** Bytes that are unfolded at a time: deflate makes at most 1,032 of one, so no step makes more than 264 KB. */
const stepBytes = 256;

/** The bytes compressed as far as deflate goes; whoever unfolds them needs the same dictionary. */
export const deflated = (bytes: Uint8Array, dictionary: Uint8Array): Uint8Array =>
  deflateSync(bytes, { level: 9, mem: 6, dictionary });

/**
 * The bytes that `deflated` was given, whatever stands behind them. Stops as soon as more come out than may.
 *
 * @throws {LinkError} if these are no such bytes, or too many would come out
 */
export function inflated(bytes: Uint8Array, dictionary: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  const stream = new Inflate({ dictionary }, (part) => {
    parts.push(part);
    length += part.length;
  });
  if (bytes.length === 0) throw new LinkError({ code: "cutOff" });
  for (let at = 0; at < bytes.length; at += stepBytes) {
    const end = Math.min(at + stepBytes, bytes.length);
    try {
      stream.push(bytes.subarray(at, end), end === bytes.length);
    } catch (error) {
      throw new LinkError({ code: /EOF/i.test((error as Error).message) ? "cutOff" : "damaged" });
    }
    if (length > limits.inflated) throw new LinkError({ code: "tooLarge", limit: limits.inflated });
    if (length > limits.freely && length > end * limits.ratio)
      throw new LinkError({ code: "bomb", ratio: limits.ratio });
  }
  return joined(parts, length);
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
