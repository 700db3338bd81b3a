import { expose, transfer } from "comlink";
import { openHost } from "./kernel";
import type { CellEvent } from "./outputs";
import { bootPython } from "./python/boot";
import { isAlive } from "./sandbox/flag";
import { Mailbox } from "./sandbox/mailbox";
import type { Board, WorkerApi, WorkerMessage } from "./sandbox/messages";
import { openSession } from "./session";
import { StopSignal } from "./stop";
import { loadFromBlob } from "./typescript/loadFromBlob";
import { waitMs, waitUnless } from "./wait";

Object.assign(self, { importScripts: undefined }); // Pyodide refuses workers that have it, though it needs only `import`

type Message<K extends WorkerMessage["kind"]> = Extract<WorkerMessage, { kind: K }>;

const tellFrame = postMessage.bind(self);
let pythonArrives: (message: Message<"python">) => void;
let pythonFails: (reason: Error) => void;
const booting = new Promise<Message<"python">>((resolve, reject) => {
  pythonArrives = resolve;
  pythonFails = reject;
}).then(async ({ files, module: known }) => {
  const { python, module } = await bootPython(files, known);
  if (!known) tellFrame(module); // the frame keeps it for the next worker
  await mailbox;
  return python;
});
booting.catch(() => {}); // told to whoever waits for it
let boardArrives: (board: Board) => void;
const mailbox = new Promise<Board>((resolve) => {
  boardArrives = resolve;
}).then((board) => {
  answers = new Mailbox(board, (question) => tellFrame(question));
});
let answers: Mailbox | undefined;
let calm = ""; // the blob URL that lasts as long as the page keeps up

function begin({ rpc, calm: first }: Message<"begin">) {
  calm = first;
  const send = rpc.postMessage.bind(rpc);
  const host = openHost({
    // as text: nothing but plain data can come out of it, and its length is its size
    send: (events: CellEvent[]) => send(JSON.stringify(events)),
    isPageBehind: () => !isAlive(calm),
    stop: new StopSignal(isAlive),
    wait: waitUnless,
    canAsk: mailbox,
    receive(isStopped) {
      if (!answers) throw new Error("The kernel has only just started: run the cell again.");
      return answers.receive(() => {
        waitMs(20);
        return isStopped();
      });
    },
  });
  const session = openSession(host, () => booting, loadFromBlob);
  addEventListener("unhandledrejection", (event) => {
    event.preventDefault();
    session.uncaught(event.reason);
  });
  addEventListener("error", (event) => {
    event.preventDefault();
    session.uncaught(event.error ?? event.message);
  });
  const api: WorkerApi = {
    async ready() {},
    async noPython(reason) {
      pythonFails(new Error(`Python could not be started: ${reason}.`));
    },
    async python() {
      await session.files();
    },
    run: session.run,
    complete: async (...place) => JSON.stringify(session.complete(...place)),
    inspect: async (...place) => JSON.stringify(session.inspect(...place)),
    variables: async () => JSON.stringify(session.variables()),
    look: async (request) => JSON.stringify(await session.lookInParts(request)),
    listFiles: async () => JSON.stringify((await session.files()).list()),
    async readFile(name) {
      const bytes = (await session.files()).read(name);
      return transfer(bytes, [bytes.buffer]);
    },
    writeFile: async (name, bytes) => (await session.files()).write(name, bytes),
    removeFile: async (name) => (await session.files()).remove(name),
  };
  expose(api, rpc);
}

const messages: { [K in WorkerMessage["kind"]]: (message: Message<K>) => void } = {
  begin,
  python: (message) => pythonArrives(message),
  board: ({ board }) => boardArrives(board),
  calm(message) {
    calm = message.calm;
  },
};

addEventListener("message", ({ data }: MessageEvent<WorkerMessage>) => messages[data.kind](data as never));
