import { liveText } from "../editor/marks";
import { rangeIn } from "../editor/sight";
import type { Literal } from "./number";

export type Box = { left: number; top: number; width: number; height: number };

/** Where a literal stands in the window, in Monaco or in the still code, whichever shows it; null if neither does. */
export function boxOf(frame: HTMLElement, textId: string, { start, end }: Literal): Box | null {
  const live = liveText(textId)?.boxOf(start, end);
  if (live) return live;
  const still = frame.querySelector("[data-still]");
  const rect = still && rangeIn(still, start, end)?.getBoundingClientRect();
  if (!rect || rect.width === 0) return null;
  return { left: rect.left, top: rect.top, width: rect.width, height: rect.height };
}

/** The literal under a point of the window. */
export function literalUnder(
  frame: HTMLElement,
  textId: string,
  literals: readonly Literal[],
  { x, y }: { x: number; y: number },
): Literal | null {
  const isIn = (literal: Literal) => {
    const box = boxOf(frame, textId, literal);
    return (
      box && x >= box.left - 2 && x <= box.left + box.width + 2 && y >= box.top - 3 && y <= box.top + box.height + 6
    );
  };
  return literals.find(isIn) ?? null;
}
