/*
 * What the page and its service worker say to each other. Every question carries a port, on which the answer comes.
 */

/** Page → service worker. */
export type OfflineQuestion =
  /** Which build do you serve, and how much of it is here? */
  | { kind: "standing" }
  /** Fetch what is missing. Answered again and again, until everything is here or something cannot be had. */
  | { kind: "complete" }
  /** Serve from now on: the reader has agreed to the new version. Not answered. */
  | { kind: "takeOver" };

/** Service worker → page: the build that it serves, and bytes of it as they travel. */
export interface OfflineStanding {
  version: string;
  keptBytes: number;
  totalBytes: number;
  /** Nothing more comes on this port. */
  isLast: boolean;
}
