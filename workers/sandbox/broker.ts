/*
 * The same-origin frame between the page and the sandbox. It fetches the runtime's files and hands them on as Blobs, so
 * that the sandbox needs no network. No user's code ever runs here.
 */
import { isHostName, mostHosts } from "../hosts";
import type { BrokerCommand, BrokerMessage, FrameStart } from "./messages";

interface RuntimeFile {
  name: string;
  /** Where it lies beside this page. */
  path: string;
  /** As it travels. */
  bytes: number;
}

/** Written in by the build. Python can start without the snapshot, only more slowly. */
declare const RUNTIME_FILES: RuntimeFile[];
declare const SNAPSHOT: RuntimeFile;
declare const WORKER_PATH: string;

/**
 * The hosts behind the `#`, which the reader has named. kernel/network.html leaves the choice of hosts open; here it is
 * closed, before anything else is on the page: of two policies both hold. kernel/broker.html lets nobody out in any case.
 */
const hosts = location.hash.slice(1).split(",").filter(isHostName).slice(0, mostHosts);
const sources = ["blob:", ...hosts.map((host) => `https://${host}`)].join(" ");
const narrow = document.createElement("meta");
narrow.httpEquiv = "Content-Security-Policy";
narrow.content = `connect-src 'self' ${sources}`;
document.head.append(narrow);

/** How much sooner Python is there with the snapshot, measured on a slow laptop; it must not take longer to arrive. */
const snapshotSavesMs = 1_800;
const judgeAfterMs = 1_000;

const tell = (message: BrokerMessage) => parent.postMessage(message, location.origin);

const progress = { loadedBytes: 0, totalBytes: SNAPSHOT.bytes, toldAt: 0 };
for (const { bytes } of RUNTIME_FILES) progress.totalBytes += bytes;

function advance(bytes: number) {
  const { totalBytes, toldAt } = progress;
  progress.loadedBytes = Math.min(progress.loadedBytes + bytes, totalBytes);
  const now = performance.now();
  if (now - toldAt < 50 && progress.loadedBytes < totalBytes) return;
  progress.toldAt = now;
  tell({ kind: "progress", loadedBytes: progress.loadedBytes, totalBytes });
}

async function fetched(path: string, signal?: AbortSignal): Promise<Response> {
  const response = await fetch(path, { signal }).catch(() => undefined);
  if (response?.ok) return response;
  throw new Error(`${path} could not be loaded${response ? ` (HTTP ${response.status})` : ""}`);
}

async function load(path: string, onBytes?: (bytes: number) => void, signal?: AbortSignal): Promise<Blob> {
  const response = await fetched(path, signal);
  const counting = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, out) {
      onBytes?.(chunk.byteLength);
      out.enqueue(chunk);
    },
  });
  return new Response(response.body?.pipeThrough(counting)).blob();
}

/** The snapshot, or undefined when it would come too late on this connection, or not at all. */
async function loadSnapshot(): Promise<Blob | undefined> {
  const giveUp = new AbortController();
  let loaded = 0;
  const judge = setTimeout(() => {
    const bytesPerMs = Math.max(progress.loadedBytes, 1) / judgeAfterMs;
    if ((SNAPSHOT.bytes - loaded) / bytesPerMs > snapshotSavesMs) giveUp.abort();
  }, judgeAfterMs);
  const onBytes = (bytes: number) => {
    loaded += bytes;
    advance(bytes);
  };
  try {
    return await load(SNAPSHOT.path, onBytes, giveUp.signal);
  } catch {
    progress.totalBytes -= SNAPSHOT.bytes;
    advance(-loaded);
    return undefined;
  } finally {
    clearTimeout(judge);
  }
}

async function loadRuntime(): Promise<Map<string, Blob>> {
  const [snapshot, ...files] = await Promise.all([
    loadSnapshot(),
    ...RUNTIME_FILES.map(async ({ name, path }) => [name, await load(path, advance)] as const),
  ]);
  if (snapshot) return new Map([...files, [SNAPSHOT.name, snapshot]]);
  void load(SNAPSHOT.path).catch(() => {}); // into the browser's cache, for the next visit
  return new Map(files);
}

/** In one piece, without a look at what has come so far: quicker, and whatever fails is said by name. */
async function loadWorker(): Promise<Blob> {
  const response = await fetched(WORKER_PATH);
  const code = await response.arrayBuffer().catch(() => undefined);
  if (!code) throw new Error(`${WORKER_PATH} could not be loaded`);
  return new Blob([code]);
}

const worker = loadWorker();
let wantPython: () => void;
const isWanted = new Promise<void>((resolve) => {
  wantPython = resolve;
});
// the worker comes first: TypeScript cells run before Python is here
const files = Promise.all([worker, isWanted]).then(loadRuntime);
files.catch(() => {}); // told when the page asks

/** The sandboxed frame, opened at once, so that it is there when the worker's code is. */
const frameSays = new Promise<Window>((resolve) => {
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-scripts");
  const page = (document.getElementById("srcdoc") as HTMLTextAreaElement).value;
  frame.srcdoc = page.replace("connect-src blob:;", `connect-src ${sources};`);
  addEventListener("message", function hello(event) {
    if (event.source !== frame.contentWindow) return; // every sandbox has the origin "null": the source tells them apart
    removeEventListener("message", hello);
    resolve(frame.contentWindow as Window);
  });
  document.body.append(frame);
});

/** The frame, once it has the worker's code: it starts on that before anybody on the page asks for a worker. */
const started = Promise.all([frameSays, worker]).then(([frame, code]) => {
  const give = (message: FrameStart, ports: MessagePort[] = []) => frame.postMessage(message, "*", ports);
  give({ kind: "worker", code });
  return give;
});
started.catch(() => {}); // told when the page asks

async function handOver(ctl: MessagePort) {
  let part: "kernel" | "python" = "kernel";
  try {
    const give = await started;
    give({ kind: "page", ctl }, [ctl]);
    part = "python";
    give({ kind: "python", files: await files });
  } catch (error) {
    tell({ kind: "failed", part, reason: (error as Error).message });
  }
}

addEventListener("message", (event) => {
  if (event.source !== parent || event.origin !== location.origin) return;
  const command = event.data as BrokerCommand;
  if (command.kind === "hello") tell({ kind: "ready" });
  else if (command.kind === "python") wantPython();
  else void handOver(command.ctl);
});
tell({ kind: "ready" });
