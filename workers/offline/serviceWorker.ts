/*
 * Makes the second visit work without a network. One service worker serves one build: pages, code and Python's files
 * come from that build's list or not at all, so that two builds never mix. A new build is fetched beside the one that is
 * served, and takes its place when the reader agrees or the last page is closed.
 */
import { type Build, fileOf, isHashed } from "./build";
import type { OfflineQuestion, OfflineStanding } from "./messages";
import { Shelf } from "./shelf";

/** Written in by the build. */
declare const BUILD: Build;

/** What TypeScript's DOM library has not of a service worker. */
interface Waiting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Asked extends Waiting {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}
const scope = self as unknown as {
  registration: { scope: string };
  clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", hear: (event: Waiting) => void): void;
  addEventListener(type: "fetch", hear: (event: Asked) => void): void;
  addEventListener(type: "message", hear: (event: MessageEvent<OfflineQuestion> & Waiting) => void): void;
};
const site = scope.registration.scope;
const shelf = new Shelf(BUILD, site);

/** So many files are fetched at a time. */
const lanes = 4;

scope.addEventListener("install", (event) => event.waitUntil(obtainAll(BUILD.first)));
scope.addEventListener("activate", (event) => event.waitUntil(shelf.tidy().then(() => scope.clients.claim())));

scope.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(site) || request.headers.has("range")) return;
  const path = pathOf(request.url);
  const file = fileOf(BUILD, path);
  if (file !== undefined) event.respondWith(serve(file, event));
  else if (request.mode === "navigate") event.respondWith(elsewhere(request, path));
  else if (isHashed(path)) event.respondWith(shelf.findEarlier(path).then((kept) => kept ?? fetch(request)));
});

/** A large file whose name tells its content flows through to the page while it is kept. */
async function serve(file: string, event: Asked): Promise<Response> {
  const kept = await shelf.find(file);
  if (kept) return kept;
  if (!isHashed(file)) return shelf.obtain(file);
  const response = await shelf.fetch(file);
  if (response.ok) event.waitUntil(shelf.keep(file, response.clone()).catch(() => {})); // no room: it is asked for again
  return response;
}

/** A page that this build has not: a folder without its slash, or nothing that anybody knows. */
async function elsewhere(request: Request, path: string): Promise<Response> {
  if (fileOf(BUILD, `${path}/`)) return Response.redirect(new URL(`${path}/${new URL(request.url).search}`, site));
  return fetch(request).catch(async () => {
    const lost = await shelf.obtain("404.html");
    return new Response(lost.body, { status: 404, headers: lost.headers });
  });
}

scope.addEventListener("message", (event) => {
  const port = event.ports[0];
  const { data } = event;
  if (data.kind === "takeOver") event.waitUntil(scope.skipWaiting());
  else if (port) event.waitUntil(data.kind === "complete" ? complete(port) : tell(port, true));
});

async function complete(port: MessagePort): Promise<void> {
  await obtainAll(await shelf.missing(), () => tell(port, false)).catch(() => {}); // told by what is kept
  await tell(port, true);
}

async function tell(port: MessagePort, isLast: boolean): Promise<void> {
  const missing = await shelf.missing();
  const sizeOf = (paths: string[]) => paths.reduce((sum, path) => sum + (BUILD.files[path]?.[1] ?? 0), 0);
  const totalBytes = sizeOf(Object.keys(BUILD.files));
  const standing: OfflineStanding = {
    version: BUILD.version,
    keptBytes: totalBytes - sizeOf(missing),
    totalBytes,
    isLast,
  };
  port.postMessage(standing);
}

/** @throws {Error} if a file cannot be had; those after it are then left alone */
async function obtainAll(paths: string[], onEach: () => unknown = () => {}): Promise<void> {
  const waiting = [...paths];
  const lane = async () => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      try {
        await shelf.obtain(path);
      } catch (error) {
        waiting.length = 0;
        throw error;
      }
      onEach();
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

const pathOf = (url: string) => {
  const path = new URL(url).pathname.slice(new URL(site).pathname.length);
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};
