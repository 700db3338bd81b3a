type Leaving = {
  /** The page is not seen any more; it may be the last that it can do at leisure. */
  hidden(): void;
  /** The page ends. */
  left(): void;
};

/** Hears when the page is put away. Returns what ends that. */
export function watchLeaving({ hidden, left }: Leaving): () => void {
  const hide = () => document.visibilityState === "hidden" && hidden();
  // a page that comes back from the browser's memory begins anew: what it had left is in the journal
  const back = (event: PageTransitionEvent) => event.persisted && location.reload();
  document.addEventListener("visibilitychange", hide);
  window.addEventListener("pagehide", left);
  window.addEventListener("pageshow", back);
  return () => {
    document.removeEventListener("visibilitychange", hide);
    window.removeEventListener("pagehide", left);
    window.removeEventListener("pageshow", back);
  };
}
