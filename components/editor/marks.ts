/** What can be asked of the editor in which a text stands now. */
export type LiveText = {
  /** Marks stretches of the text, in characters; `now` is the one that stands out. */
  mark(ranges: readonly (readonly [number, number])[], now: number): void;
  /** Where a stretch of one line stands in the window, in pixels; null if it is not drawn. */
  boxOf(start: number, end: number): { left: number; top: number; width: number; height: number } | null;
  /** What the page replaces in texts is one editing step from now on, until it is told that no more. */
  joinSteps(joins: boolean): void;
};

const texts = new Map<string, LiveText>();

/** An editor takes the place of a text's still picture. Returns what ends that. */
export function offerLive(id: string, text: LiveText): () => void {
  texts.set(id, text);
  return () => {
    if (texts.get(id) === text) texts.delete(id);
  };
}

/** The editor of a text, if it has one now. */
export const liveText = (id: string): LiveText | undefined => texts.get(id);
/** All texts that stand in editors now. */
export const liveTexts = (): Iterable<[string, LiveText]> => texts.entries();
