/**
 * Hands items on in groups, one group a picture of the screen, so that a flood of events costs the page one update a
 * frame. Where no picture is drawn (a hidden tab, Node) a group goes after 50 ms.
 */
export function inFrames<T>(apply: (items: T[]) => void): { add(item: T): void; flush(): void } {
  let waiting: T[] = [];
  let cancel: (() => void) | null = null;

  const flush = () => {
    cancel?.();
    cancel = null;
    const items = waiting;
    waiting = [];
    if (items.length > 0) apply(items);
  };
  const add = (item: T) => {
    waiting.push(item);
    cancel ??= nextFrame(flush);
  };
  return { add, flush };
}

function nextFrame(act: () => void): () => void {
  const timer = setTimeout(act, 50);
  const frame = typeof requestAnimationFrame === "undefined" ? undefined : requestAnimationFrame(act);
  return () => {
    clearTimeout(timer);
    if (frame !== undefined) cancelAnimationFrame(frame);
  };
}
