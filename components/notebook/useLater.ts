import { startTransition, useEffect, useState } from "react";

/** False while a page is being taken over, and true soon after: for what nobody looks for at first, and everything else must not wait for. */
export function useLater(): boolean {
  const [isLater, setLater] = useState(false);
  useEffect(() => startTransition(() => setLater(true)), []);
  return isLater;
}
