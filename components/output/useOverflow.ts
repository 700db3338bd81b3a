import { useEffect, useRef, useState } from "react";

/** A ref, and whether its element is too narrow for what it holds, so that the keys must be able to scroll it. */
export function useOverflow<E extends HTMLElement>() {
  const ref = useRef<E>(null);
  const [overflows, setOverflows] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const watch = new ResizeObserver(() => setOverflows(element.scrollWidth > element.clientWidth + 1));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return { ref, overflows };
}
