import { useEffect } from "react";
import { beginOffline, keepAll } from "./offline";

/** How long the page is left alone before it is kept, and again before the rest of the site is fetched. */
const restMs = 2_000;

/** Has the site kept for visits without a network: begun soon after the page stands, completed while it needs nothing (`isIdle`). */
export function useOffline(isIdle: boolean): void {
  useEffect(() => {
    let soon: ReturnType<typeof setTimeout> | undefined;
    const rest = () => {
      soon = setTimeout(beginOffline, restMs);
    };
    if (document.readyState === "complete") rest();
    else window.addEventListener("load", rest, { once: true });
    return () => {
      window.removeEventListener("load", rest);
      clearTimeout(soon);
    };
  }, []);
  useEffect(() => {
    if (!isIdle) return;
    const soon = setTimeout(() => void keepAll(), restMs);
    return () => clearTimeout(soon);
  }, [isIdle]);
}
