/** How far from the window's edges something must stand to be read at ease; above, the page's bar lies over it. */
const margin = { top: 140, bottom: 96 };

/** Scrolls the page, if it must, so that the rectangle is in the middle of the window. */
export function bringIntoSight({ top, bottom }: { top: number; bottom: number }): void {
  if (top >= margin.top && bottom <= innerHeight - margin.bottom) return;
  window.scrollBy({ top: (top + bottom) / 2 - innerHeight / 2, behavior: "instant" });
}

/** The stretch of an element's text between two places, in characters. */
export function rangeIn(element: Element, start: number, end: number): Range | undefined {
  const range = document.createRange();
  let at = 0;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { length } = node.textContent!;
    if (start >= at && start <= at + length) range.setStart(node, start - at);
    if (end >= at && end <= at + length) {
      range.setEnd(node, end - at);
      return range;
    }
    at += length;
  }
  return undefined;
}
