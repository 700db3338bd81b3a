import { liveText, liveTexts } from "../editor/marks";
import { byCell, type Hit } from "./search";

/** How far beyond the window hits are marked, in pixels. */
const beyond = 600;

const canMark = () => typeof Highlight !== "undefined" && CSS.highlights !== undefined;

/** Marks the hits in the cells that are in sight: in editors, in still code, in set text and in outputs. Returns where the present one stands. */
export function paint(hits: readonly Hit[], at: number, textOf: (hit: Hit) => string): Range | undefined {
  if (!canMark()) return undefined;
  const all = new Highlight();
  const now = new Highlight();
  now.priority = 1;
  const present = hits[at];
  const cells = byCell(hits);
  for (const [id, text] of liveTexts()) if (!cells.has(id)) text.mark([], -1);
  let place: Range | undefined;
  const mark = (ranges: readonly Range[], chosen: number) => {
    for (const [index, range] of ranges.entries()) (index === chosen ? now : all).add(range);
    if (chosen >= 0) place = ranges[chosen];
  };
  for (const [id, own] of cells) {
    const cell = document.querySelector<HTMLElement>(`[data-cell="${CSS.escape(id)}"]`);
    if (!cell || (!isInSight(cell) && present?.cell !== id)) continue;
    const [inSource, inOutput] = [
      own.filter((hit) => hit.place === "source"),
      own.filter((hit) => hit.place === "output"),
    ];
    const chosen = (of: readonly Hit[]) => (present ? of.indexOf(present) : -1);
    const live = liveText(id);
    const still = cell.querySelector("[data-still]");
    const prose = cell.querySelector("[data-prose]");
    if (live)
      live.mark(
        inSource.map(({ start, end }) => [start, end] as const),
        chosen(inSource),
      );
    else if (still) mark(rangesAt(still, inSource), chosen(inSource));
    else if (prose) markWords(prose, inSource, chosen(inSource));
    const output = cell.querySelector("[data-output]");
    if (output) markWords(output, inOutput, chosen(inOutput));
  }
  CSS.highlights.set("found", all);
  CSS.highlights.set("found-now", now);
  return place;

  /** In what is set from a text, the words themselves are looked for. */
  function markWords(element: Element, of: readonly Hit[], chosen: number): void {
    const ranges = rangesOf(element, new Set(of.slice(0, 500).map(textOf)));
    mark(ranges, chosen < 0 ? -1 : Math.min(chosen, ranges.length - 1));
  }
}

/** Takes all marks away. */
export function unpaint(): void {
  for (const [, text] of liveTexts()) text.mark([], -1);
  if (!canMark()) return;
  CSS.highlights.delete("found");
  CSS.highlights.delete("found-now");
}

function isInSight(element: HTMLElement): boolean {
  const { top, bottom, height } = element.getBoundingClientRect();
  return height > 0 && bottom > -beyond && top < innerHeight + beyond;
}

/** The stretches of an element's text at these places, which are in order. */
function rangesAt(element: Element, places: readonly { start: number; end: number }[]): Range[] {
  const ranges: Range[] = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let node = walker.nextNode();
  let at = 0; // where the node's text begins
  const seek = (place: number, isEnd: boolean): [Node, number] | undefined => {
    while (node) {
      const { length } = node.textContent!;
      if (place < at + length || (isEnd && place === at + length)) return [node, place - at];
      at += length;
      node = walker.nextNode();
    }
    return undefined;
  };
  for (const { start, end } of places) {
    const [from, to] = [seek(start, false), seek(end, true)];
    if (!from || !to) break;
    const range = document.createRange();
    range.setStart(...from);
    range.setEnd(...to);
    ranges.push(range);
  }
  return ranges;
}

/** Every place of these words in an element's text, also across its pieces. */
function rangesOf(element: Element, words: ReadonlySet<string>): Range[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let text = "";
  while (walker.nextNode()) text += walker.currentNode.textContent;
  const places = [...words]
    .filter((word) => word.trim() !== "")
    .flatMap((word) => {
      const found: { start: number; end: number }[] = [];
      for (let at = text.indexOf(word); at >= 0 && found.length < 500; at = text.indexOf(word, at + word.length))
        found.push({ start: at, end: at + word.length });
      return found;
    })
    .sort((a, b) => a.start - b.start);
  return rangesAt(
    element,
    places.filter(({ start }, index) => index === 0 || start >= places[index - 1]!.end),
  );
}
