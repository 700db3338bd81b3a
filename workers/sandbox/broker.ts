/*
 * The same-origin frame between the page and the sandbox. It fetches the runtime's files and hands them on as Blobs, so
 * that the sandbox needs no network. No user's code ever runs here.
 */
import type { BrokerMessage, BrokerStart, FrameStart } from "./messages";

/** Written in by the build: every file of the runtime by name, where it lies beside this page, and its size as it travels. */
declare const RUNTIME_FILES: { name: string; path: string; bytes: number }[];
declare const WORKER_PATH: string;

const tell = (message: BrokerMessage) => parent.postMessage(message, location.origin);

const totalBytes = RUNTIME_FILES.reduce((sum, file) => sum + file.bytes, 0);
let loadedBytes = 0;
let toldAt = 0;

function advance(bytes: number) {
  loadedBytes = Math.min(loadedBytes + bytes, totalBytes);
  const now = performance.now();
  if (now - toldAt < 50 && loadedBytes < totalBytes) return;
  toldAt = now;
  tell({ kind: "progress", loadedBytes, totalBytes });
}

async function load(path: string, onBytes: (bytes: number) => void): Promise<Blob> {
  const response = await fetch(path).catch(() => undefined);
  if (!response?.ok || !response.body) {
    throw new Error(`${path} could not be loaded${response ? ` (HTTP ${response.status})` : ""}`);
  }
  const counting = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, out) {
      onBytes(chunk.byteLength);
      out.enqueue(chunk);
    },
  });
  return new Response(response.body.pipeThrough(counting)).blob();
}

const files = Promise.all(RUNTIME_FILES.map(async ({ name, path }) => [name, await load(path, advance)] as const)).then(
  (entries) => new Map(entries),
);
const worker = load(WORKER_PATH, () => {});

function openFrame({ ctl }: BrokerStart) {
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-scripts");
  frame.srcdoc = (document.getElementById("srcdoc") as HTMLTextAreaElement).value;
  addEventListener("message", async function hello(event) {
    if (event.source !== frame.contentWindow) return; // every sandbox has the origin "null": the source tells them apart
    removeEventListener("message", hello);
    try {
      const start: FrameStart = { ctl, files: await files, worker: await worker };
      frame.contentWindow?.postMessage(start, "*", [ctl]);
    } catch (error) {
      tell({ kind: "failed", reason: (error as Error).message });
    }
  });
  document.body.append(frame);
}

addEventListener("message", function begin(event) {
  if (event.source !== parent || event.origin !== location.origin) return;
  removeEventListener("message", begin);
  openFrame(event.data as BrokerStart);
});
tell({ kind: "ready" });
