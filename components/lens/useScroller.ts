import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { isScaled, offsetAt, scrollAt, type Track } from "./track";

type Offset = { x: number; y: number };
/** Inside of its borders, in px, and what a bar for scrolling takes below. */
type Sight = { width: number; height: number; bar: number };

/** How large a box is inside. */
export function useSight(box: RefObject<HTMLElement | null>): Sight | null {
  const [sight, setSight] = useState<Sight | null>(null);
  useLayoutEffect(() => {
    const element = box.current!;
    const look = () =>
      setSight((before) => {
        const { clientWidth: width, clientHeight: height } = element;
        const bar = element.offsetHeight - height - 2;
        return before?.width === width && before.height === height ? before : { width, height, bar };
      });
    look();
    const watch = new ResizeObserver(look);
    watch.observe(element);
    return () => watch.disconnect();
  }, [box]);
  return sight;
}

/** Where a box that scrolls along two tracks stands, in px of the tracks, and how to go elsewhere. */
export function useScroller(box: RefObject<HTMLElement | null>, across: Track, down: Track) {
  const [offset, setOffset] = useState<Offset>({ x: 0, y: 0 });
  const tracks = useRef({ across, down });
  const own = useRef({ left: -1, top: -1 }); // where this has scrolled the box itself
  tracks.current = { across, down };

  const goTo = useCallback(
    (next: Offset) => {
      const element = box.current!;
      element.scrollLeft = scrollAt(tracks.current.across, next.x);
      element.scrollTop = scrollAt(tracks.current.down, next.y);
      own.current = { left: element.scrollLeft, top: element.scrollTop };
      setOffset(next);
    },
    [box],
  );

  useEffect(() => {
    const element = box.current!;
    const onScroll = () => {
      const { scrollLeft: left, scrollTop: top } = element;
      setOffset(({ x, y }) => ({
        x: left === own.current.left ? x : offsetAt(tracks.current.across, left),
        y: top === own.current.top ? y : offsetAt(tracks.current.down, top),
      }));
      own.current = { left, top };
    };
    // along a scaled track a turn of the wheel would leap over thousands of steps
    const onWheel = (event: WheelEvent) => {
      const { across, down } = tracks.current;
      if (event.ctrlKey || (!isScaled(across) && !isScaled(down))) return;
      const [dx, dy] = event.shiftKey ? [event.deltaY, 0] : [event.deltaX, event.deltaY];
      setOffset(({ x, y }) => {
        const next = {
          x: Math.max(0, Math.min(across.count * across.step - across.sight, x + dx)),
          y: Math.max(0, Math.min(Math.max(0, down.count * down.step - down.sight), y + dy)),
        };
        element.scrollLeft = scrollAt(across, next.x);
        element.scrollTop = scrollAt(down, next.y);
        own.current = { left: element.scrollLeft, top: element.scrollTop };
        return next;
      });
      if (dx !== 0 || lengthIsMore(down)) event.preventDefault();
    };
    element.addEventListener("scroll", onScroll, { passive: true });
    element.addEventListener("wheel", onWheel, { passive: false });
    return () => {
      element.removeEventListener("scroll", onScroll);
      element.removeEventListener("wheel", onWheel);
    };
  }, [box]);

  return { offset, goTo };
}

const lengthIsMore = ({ count, step, sight }: Track) => count * step > sight;
