import { type RefObject, startTransition, useEffect, useState, useSyncExternalStore } from "react";
import { flushSync } from "react-dom";

/** How far beyond the window's edges cells are drawn whole before they are scrolled to, in pixels. */
const ahead = 1_600;

const waiting = new Map<Element, () => void>();
let watcher: IntersectionObserver | undefined;

function watch(element: Element, come: () => void): () => void {
  watcher ??= new IntersectionObserver(
    (entries) =>
      // in slices between the frames of a page that scrolls
      startTransition(() => {
        for (const { target, isIntersecting } of entries) if (isIntersecting) waiting.get(target)?.();
      }),
    { rootMargin: `${ahead}px 0px` },
  );
  waiting.set(element, come);
  watcher.observe(element);
  return () => {
    waiting.delete(element);
    watcher?.unobserve(element);
  };
}

if (typeof window !== "undefined")
  window.addEventListener("beforeprint", () =>
    flushSync(() => {
      for (const come of waiting.values()) come();
    }),
  );

const never = () => () => {};

/**
 * Whether an element has been in or near the window once; what nobody is near to can be drawn more simply. True from the
 * start in the page's HTML, and where `isSure`.
 */
export function useNear(element: RefObject<Element | null>, isSure: boolean): boolean {
  const isInHtml = useSyncExternalStore(
    never,
    () => false,
    () => true,
  );
  const [isNear, setNear] = useState(isInHtml || isSure);
  useEffect(() => {
    if (!isNear && element.current) return watch(element.current, () => setNear(true));
  }, [element, isNear]);
  return isNear || isSure;
}
