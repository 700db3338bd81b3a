import type { Build } from "../workers/offline/build";

/** Gives a built folder its service worker, which knows this build and no other. */
export function writeServiceWorker(folder: string): Promise<Build>;
