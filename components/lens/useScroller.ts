import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { isScaled, moved, offsetAt, scrollAt, type Track } from "./track";

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
  const place = useRef({ x: 0, y: 0, left: 0, top: 0 }); // the offset, and where the box stood when that was set
  tracks.current = { across, down };

  const goTo = useCallback(
    ({ x, y }: Offset) => {
      const element = box.current!;
      element.scrollLeft = scrollAt(tracks.current.across, x);
      element.scrollTop = scrollAt(tracks.current.down, y);
      place.current = { x, y, left: element.scrollLeft, top: element.scrollTop };
      setOffset({ x, y });
    },
    [box],
  );

  useEffect(() => {
    const element = box.current!;
    const onScroll = () => {
      const { scrollLeft: left, scrollTop: top } = element;
      const { across, down } = tracks.current;
      const before = place.current;
      const x = left === before.left ? before.x : offsetAt(across, left);
      const y = top === before.top ? before.y : offsetAt(down, top);
      place.current = { x, y, left, top };
      setOffset({ x, y });
    };
    // along a scaled track a turn of the wheel would leap over thousands of steps
    const onWheel = (event: WheelEvent) => {
      const { across, down } = tracks.current;
      if (event.ctrlKey || (!isScaled(across) && !isScaled(down))) return;
      const [dx, dy] = event.shiftKey ? [event.deltaY, 0] : [event.deltaX, event.deltaY];
      const { x, y } = place.current;
      const next = { x: moved(across, x, dx), y: moved(down, y, dy) };
      if (next.x === x && next.y === y) return;
      event.preventDefault();
      goTo(next);
    };
    element.addEventListener("scroll", onScroll, { passive: true });
    element.addEventListener("wheel", onWheel, { passive: false });
    return () => {
      element.removeEventListener("scroll", onScroll);
      element.removeEventListener("wheel", onWheel);
    };
  }, [box, goTo]);

  return { offset, goTo };
}
