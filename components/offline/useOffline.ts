import { useEffect } from "react";
import { beginOffline, keepAll } from "./offline";

/** How long the page is left alone before the rest of the site is fetched. */
const restMs = 2_000;

/** Has the site kept for visits without a network: begun when the page stands, completed while it needs nothing (`isIdle`). */
export function useOffline(isIdle: boolean): void {
  useEffect(() => {
    if (document.readyState === "complete") return beginOffline();
    window.addEventListener("load", beginOffline, { once: true });
    return () => window.removeEventListener("load", beginOffline);
  }, []);
  useEffect(() => {
    if (!isIdle) return;
    const soon = setTimeout(() => void keepAll(), restMs);
    return () => clearTimeout(soon);
  }, [isIdle]);
}
