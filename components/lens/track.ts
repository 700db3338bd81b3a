/*
 * One direction of a large table: `count` equal steps of `step` px, of which `sight` px are in view. A browser's boxes end at
 * some ten million px; what is longer is scrolled in proportion.
 */

/** Below the limits of all browsers. */
const longest = 8_000_000;

export type Track = { count: number; step: number; sight: number };

export const lengthOf = ({ count, step }: Track) => count * step;
export const boxOf = (track: Track) => Math.min(lengthOf(track), longest);
export const isScaled = (track: Track) => lengthOf(track) > longest;

const room = (track: Track) => Math.max(0, lengthOf(track) - track.sight);
const boxRoom = (track: Track) => Math.max(0, boxOf(track) - track.sight);

/** How far the table has moved when its box is scrolled so far, and the other way round. */
export const offsetAt = (track: Track, scroll: number) =>
  isScaled(track) ? within((scroll / boxRoom(track)) * room(track), 0, room(track)) : within(scroll, 0, room(track));
export const scrollAt = (track: Track, offset: number) =>
  isScaled(track) ? (offset / room(track)) * boxRoom(track) : offset;

/** The offset so many px further, as far as there is something. */
export const moved = (track: Track, offset: number, by: number) => within(offset + by, 0, room(track));

/** The offset nearest to this one at which a step is wholly in sight. */
export function showing(track: Track, offset: number, index: number): number {
  const start = index * track.step;
  return within(Math.min(start, Math.max(offset, start + track.step - track.sight)), 0, room(track));
}

/** The steps in sight, from the first to before the last. */
export function stepsAt({ count, step, sight }: Track, offset: number): [from: number, to: number] {
  const from = Math.min(count, Math.floor(offset / step));
  return [from, Math.min(count, Math.max(from + 1, Math.ceil((offset + sight) / step)))];
}

/** Those steps and as many again on both sides, in whole blocks, so that a little scrolling asks for nothing new. */
export function aheadOf(track: Track, [from, to]: readonly [number, number], block: number): [number, number] {
  const spare = to - from;
  return [
    Math.max(0, Math.floor((from - spare) / block) * block),
    Math.min(track.count, Math.ceil((to + spare) / block) * block),
  ];
}

/** The offset at which only these steps are in sight, as near to the wanted one as may be. */
export function heldTo(track: Track, offset: number, [from, to]: readonly [number, number]): number {
  return within(offset, from * track.step, Math.max(from * track.step, to * track.step - track.sight));
}

const within = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));
