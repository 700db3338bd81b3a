import type { PointerEvent } from "react";
import styles from "./Cell.module.css";
import { withHiddenParts } from "./sections";
import { isSelected, selectedIds } from "./selection";
import type { NotebookStore } from "./store";

/** How near to the window's upper or lower edge the page begins to scroll, and how fast at most; in pixels, and pixels a frame. */
const edge = 96;
const fastest = 24;

/**
 * Drags a cell, or the selected ones if it is among them, to another place: a line shows where they would go. Escape
 * puts all back. The tools "up" and "down" and the keys of `moveUp` do the same without a pointer.
 */
export function startDrag(event: PointerEvent<HTMLElement>, id: string, store: NotebookStore): void {
  if (event.button !== 0) return;
  const grip = event.currentTarget;
  const list = grip.closest("ol");
  if (!list) return;
  event.preventDefault();
  grip.setPointerCapture(event.pointerId);

  const line = document.createElement("div");
  line.className = styles.dropLine!;
  let y = event.clientY;
  let gap: string | null | undefined; // the cell that the dragged ones would stand before, null for the end
  let frame = 0;

  const draw = () => {
    const speed = y < edge + 56 ? y - edge - 56 : y > innerHeight - edge ? y - innerHeight + edge : 0;
    if (speed !== 0) window.scrollBy(0, (Math.max(-edge, Math.min(edge, speed)) / edge) * fastest);
    const place = gapAt(list, y);
    gap = place.before;
    line.style.transform = `translateY(${place.y}px)`;
    line.style.left = `${place.left}px`;
    line.style.width = `${place.width}px`;
    if (!line.isConnected) document.body.append(line);
    frame = requestAnimationFrame(draw);
  };
  const move = (move: globalThis.PointerEvent) => {
    if (frame === 0 && Math.abs(move.clientY - event.clientY) < 4) return; // a click is no drag
    y = move.clientY;
    if (frame !== 0) return;
    for (const cell of list.children)
      if (draggedIds(store, id).includes((cell as HTMLElement).dataset.cell!)) cell.setAttribute("data-dragged", "");
    draw();
  };
  const end = () => {
    cancelAnimationFrame(frame);
    line.remove();
    for (const cell of list.querySelectorAll("[data-dragged]")) cell.removeAttribute("data-dragged");
    grip.removeEventListener("pointermove", move);
    grip.removeEventListener("pointerup", drop);
    grip.removeEventListener("pointercancel", end);
    window.removeEventListener("keydown", key, true);
  };
  const drop = () => {
    end();
    const { order, moveTo } = store.getState();
    if (gap !== undefined) moveTo(draggedIds(store, id), gap === null ? order.length : order.indexOf(gap));
  };
  const key = (press: KeyboardEvent) => {
    if (press.key !== "Escape") return;
    press.preventDefault();
    press.stopPropagation();
    end();
  };
  grip.addEventListener("pointermove", move);
  grip.addEventListener("pointerup", drop);
  grip.addEventListener("pointercancel", end);
  window.addEventListener("keydown", key, true);
}

function draggedIds(store: NotebookStore, id: string): readonly string[] {
  const state = store.getState();
  return withHiddenParts(state, isSelected(state, id) ? selectedIds(state) : [id]);
}

/** The gap between shown cells that is nearest to a height of the window, and where its middle is. */
function gapAt(list: HTMLElement, y: number): { before: string | null; y: number; left: number; width: number } {
  const cells = [...list.children].filter((cell) => !(cell as HTMLElement).hidden) as HTMLElement[];
  const { left, width, bottom } = list.getBoundingClientRect();
  const half = Number.parseFloat(getComputedStyle(list).rowGap) / 2 || 0;
  for (const cell of cells) {
    const box = cell.getBoundingClientRect();
    if (y < box.top + box.height / 2) return { before: cell.dataset.cell!, y: box.top - half, left, width };
  }
  return { before: null, y: bottom + half, left, width };
}
