import { createStore } from "zustand";
import type { OfflineQuestion, OfflineStanding } from "../../workers/offline/messages";

/** How far the site is kept in this browser; `none` where the browser keeps nothing, or nothing is known yet. */
export type OfflineState = {
  phase: "none" | "keeping" | "kept";
  keptBytes: number;
  totalBytes: number;
  /** A newer version of the site is there and waits for the reader's word. */
  hasNews: boolean;
};

/** One for the page, whatever notebook is on it. */
export const offline = createStore<OfflineState>()(() => ({
  phase: "none",
  keptBytes: 0,
  totalBytes: 0,
  hasNews: false,
}));

const site = `${process.env.BASE_PATH ?? ""}/`;
/** A page that stays open asks so often, at most, whether there is a newer version. */
const askAgainMs = 3_600_000;

let registration: ServiceWorkerRegistration | undefined;
let settle: (isHere: boolean) => void;
/** Whether the browser lets the site be kept. */
const isRegistered = new Promise<boolean>((resolve) => {
  settle = resolve;
});
let isBegun = false;

/**
 * Has the site kept for visits without a network. Where the browser refuses (a private window, a setting), everything else
 * goes on as it is, without a word.
 */
export function beginOffline(): void {
  if (isBegun || !("serviceWorker" in navigator) || process.env.NODE_ENV === "development") return;
  isBegun = true;
  void register().then((made) => {
    if (made) follow(made);
    settle(Boolean(made));
  });
}

async function register(): Promise<ServiceWorkerRegistration | undefined> {
  try {
    return await navigator.serviceWorker.register(`${site}sw.js`, { scope: site, updateViaCache: "none" });
  } catch {
    return undefined; // also in somebody's frame without an origin, where the very name is forbidden
  }
}

function follow(made: ServiceWorkerRegistration): void {
  registration = made;
  const announce = () => made.waiting && navigator.serviceWorker.controller && offline.setState({ hasNews: true });
  announce();
  made.addEventListener("updatefound", () => made.installing?.addEventListener("statechange", announce));
  navigator.serviceWorker.addEventListener("controllerchange", () => void compare());
  let askedAt = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || Date.now() - askedAt < askAgainMs) return;
    askedAt = Date.now();
    made.update().catch(() => {}); // offline
  });
}

/** Whether this page is of the version that is served now: another tab may have agreed to a newer one. */
async function compare(): Promise<void> {
  const { version } = await ask({ kind: "standing" }, () => {});
  if (version !== versionOfPage()) offline.setState({ hasNews: true });
}

const versionOfPage = () => document.querySelector<HTMLMetaElement>("meta[name=sporebook-build]")?.content;

/** Fetches what is missing, now that the page needs nothing itself. */
export async function keepAll(): Promise<void> {
  if (!(await isRegistered)) return;
  await navigator.serviceWorker.ready;
  const saves = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData;
  await ask({ kind: saves ? "standing" : "complete" }, ({ keptBytes, totalBytes, isLast }) => {
    const isKept = keptBytes === totalBytes;
    offline.setState({ keptBytes, totalBytes, phase: isKept ? "kept" : isLast ? "none" : "keeping" });
  });
}

/** Asks the service worker that serves this site; `hear` gets every answer, the last one is returned. */
function ask(question: OfflineQuestion, hear: (standing: OfflineStanding) => void): Promise<OfflineStanding> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<OfflineStanding>) => {
      hear(data);
      if (data.isLast) resolve(data);
    };
    registration?.active?.postMessage(question, [port2]);
  });
}

/** Goes over to the newer version, once `save` is done. Other tabs are asked there. */
export async function takeVersion(save: () => Promise<void>): Promise<void> {
  await save().catch(() => {}); // what cannot be saved is asked for before the page is left
  const waiting = registration?.waiting;
  if (!waiting) return location.reload();
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  const question: OfflineQuestion = { kind: "takeOver" };
  waiting.postMessage(question);
}
