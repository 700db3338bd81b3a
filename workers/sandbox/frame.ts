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

let code: Blob | undefined; // the worker's
let warm: Worker | undefined; // started before anybody asked for it
let ctl: MessagePort | undefined; // to the page
let files: RuntimeFiles | undefined; // Python's, which come later
let worker: Worker | undefined;
let link: Relay | undefined; // between the page and the worker
let module: WebAssembly.Module | undefined;
let board: Board;
let answering = Promise.resolve(); // the latest answer
const unread = new Map<number, string[]>(); // the URLs that spell and hold each answer, until the worker has read it

const urlOf = (content: BlobPart, type = "text/plain") => URL.createObjectURL(new Blob([content], { type }));
const tell = (message: FrameMessage) => ctl?.postMessage(message);

/** How long a worker has the frame to itself: it starts sooner so, and asks nothing before. */
const restMs = 250;

/** Lets messages pass; no timer, because those of tabs in the background are slow. */
const breath = () =>
  new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(port1.close());
    port2.postMessage(0);
  });

/** Making a board takes Chromium a tenth of a second, so it is made in pieces, between which messages pass. */
async function newBoard(): Promise<Board> {
  const bits: string[] = [];
  while (bits.length < 128) {
    bits.push(urlOf("1"), urlOf("1"));
    await breath();
  }
  return { ready: urlOf("1"), bits };
}

function newWorker(code: Blob): Worker {
  const made = new Worker(urlOf(code, "text/javascript"));
  made.onerror = (event) => {
    if (made === warm)
      warm = undefined; // the next one says it where it is heard
    else tell({ kind: "crashed", reason: event.message ?? "its worker could not be started" });
  };
  return made;
}

function spawn(rpc: MessagePort) {
  if (!code) return;
  worker?.terminate();
  link?.close();
  const next = warm ?? newWorker(code);
  warm = undefined;
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
  worker = next;
  send({ kind: "begin", rpc: far, calm }, [far]);
  if (files) send({ kind: "python", files, module });
  setTimeout(() => void giveBoard(next), restMs);
}

async function giveBoard(to: Worker) {
  const made = await newBoard();
  if (to !== worker) return;
  board = made;
  send({ kind: "board", board });
}

const send = (message: WorkerMessage, ports: MessagePort[] = []) => worker?.postMessage(message, ports);

/** Puts the answer into a blob and spells its address by revoking the bits that are 1, then says so. */
async function answer(question: number, text: string, to: Worker | undefined) {
  const next = await newBoard();
  if (to !== worker) return;
  const { ready, bits } = board;
  board = next;
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
  answer({ question, text }) {
    const to = worker;
    answering = answering.then(() => answer(question, text, to)); // each has the board that the one before has named
  },
};

const starts: { [K in FrameStart["kind"]]: (start: Extract<FrameStart, { kind: K }>) => void } = {
  worker(start) {
    code = start.code;
    warm = newWorker(code);
  },
  page(start) {
    ctl = start.ctl;
    ctl.onmessage = ({ data }: MessageEvent<FrameCommand>) => commands[data.kind](data as never);
  },
  python(start) {
    files = start.files;
    send({ kind: "python", files, module });
  },
};

addEventListener("message", ({ source, data }: MessageEvent<FrameStart>) => {
  if (source === parent) starts[data.kind](data as never);
});
parent.postMessage("hello", "*");
