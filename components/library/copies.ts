import type { Slug } from "./bundled";

const channelOf = (slug: Slug) =>
  typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(`sporebook:copy:${slug}`);

/** Tells tabs that still show a bundled notebook as it was published that there is a copy now. */
export function tellOfCopy(slug: Slug, id: string): void {
  const channel = channelOf(slug);
  channel?.postMessage(id);
  channel?.close();
}

/** Hears of the copy that another tab has made. Returns what ends that. */
export function watchForCopy(slug: Slug, onCopy: (id: string) => void): () => void {
  const channel = channelOf(slug);
  if (channel) channel.onmessage = ({ data }) => typeof data === "string" && onCopy(data);
  return () => channel?.close();
}
