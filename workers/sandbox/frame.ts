/*
 * The sandboxed frame's whole program: it starts the worker anew, passes on what it says to the page and ends it when that
 * is too much, makes and revokes the stop flags, and answers `input`.
 * Only the thread that made a blob URL may revoke it on Chromium, so all URLs are made here.
 */
import { Budget } from "./budget";
import type { Answer, Board, FrameCommand, FrameMessage, FrameStart, RuntimeFiles, WorkerMessage } from "./messages";
import { type Relay, relay } from "./relay";

// no policy that browsers heed holds WebRTC back, and nobody here has a use for it
for (const name of ["RTCPeerConnection", "webkitRTCPeerConnection"]) Reflect.deleteProperty(globalThis, name);

let start: FrameStart | undefined;
let files: RuntimeFiles | undefined; // Python's, which come later
let worker: Worker | undefined;
let link: Relay | undefined; // between the page and the worker
let module: WebAssembly.Module | undefined;
let board: Board;
const unread = new Map<number, string[]>(); // the URLs that spell and hold each answer, until the worker has read it

const urlOf = (content: BlobPart, type = "text/plain") => URL.createObjectURL(new Blob([content], { type }));
const newBoard = (): Board => ({ ready: urlOf("1"), bits: Array.from({ length: 128 }, () => urlOf("1")) });
const tell = (message: FrameMessage) => start?.ctl.postMessage(message);

function spawn(rpc: MessagePort) {
  if (!start) return;
  worker?.terminate();
  link?.close();
  const script = urlOf(start.worker, "text/javascript");
  const next = new Worker(script);
  const { port1: near, port2: far } = new MessageChannel();
  let calm = urlOf("1");
  const own = relay(rpc, near, new Budget(), {
    isSlow: () => URL.revokeObjectURL(calm),
    isQuick() {
      calm = urlOf("1");
      const message: WorkerMessage = { kind: "calm", calm };
      next.postMessage(message);
    },
    isBroken: () => next.terminate(),
  });
  link = own;
  next.onmessage = ({ data }) => {
    // the two things that a worker may say to the frame: what it has compiled, and whose answer it has read
    if (!module && data instanceof WebAssembly.Module) module = data;
    else if (unread.has(data)) forget(data);
    else own.refuse();
  };
  next.onerror = (event) => tell({ kind: "crashed", reason: event.message ?? "its worker could not be started" });
  worker = next;
  send({ kind: "begin", rpc: far, calm }, [far]);
  if (files) send({ kind: "python", files, module });
  // making a board takes Chromium a tenth of a second: after the start, not before
  board = newBoard();
  send({ kind: "board", board });
}

const send = (message: WorkerMessage, ports: MessagePort[] = []) => worker?.postMessage(message, ports);

/** Puts the answer into a blob and spells its address by revoking the bits that are 1, then says so. */
function answer(question: number, text: string) {
  const { ready, bits } = board;
  board = newBoard();
  const letter: Answer = { question, text, board };
  const address = urlOf(JSON.stringify(letter));
  const hex = address.slice(address.lastIndexOf("/") + 1).replaceAll("-", "");
  bits.forEach((url, i) => {
    if ((Number.parseInt(hex[i >> 2] ?? "0", 16) >> (3 - (i & 3))) & 1) URL.revokeObjectURL(url);
  });
  URL.revokeObjectURL(ready);
  unread.set(question, [...bits, address]);
}

function forget(question: number) {
  for (const url of unread.get(question) ?? []) URL.revokeObjectURL(url);
  unread.delete(question);
}

const commands: { [K in FrameCommand["kind"]]: (command: Extract<FrameCommand, { kind: K }>) => void } = {
  spawn: ({ rpc }) => spawn(rpc),
  flag: () => tell({ kind: "flag", flag: urlOf("1") }),
  lower: ({ flag }) => URL.revokeObjectURL(flag),
  answer: ({ question, text }) => answer(question, text),
};

addEventListener("message", (event) => {
  if (event.source !== parent) return;
  if (!start) {
    start = event.data as FrameStart;
    start.ctl.onmessage = ({ data }: MessageEvent<FrameCommand>) => commands[data.kind](data as never);
  } else if (!files) {
    files = event.data as RuntimeFiles;
    send({ kind: "python", files, module });
  }
});
parent.postMessage("hello", "*");
