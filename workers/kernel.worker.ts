import { expose } from "comlink";
import { openHost, runCell } from "./kernel";
import type { CellEvent } from "./outputs";
import { bootPython } from "./python/boot";
import { openPython } from "./python/session";
import { isAlive } from "./sandbox/flag";
import { Mailbox } from "./sandbox/mailbox";
import type { Board, WorkerApi, WorkerMessage } from "./sandbox/messages";
import { StopSignal } from "./stop";
import { waitMs, waitUnless } from "./wait";

Object.assign(self, { importScripts: undefined }); // Pyodide refuses workers that have it, though it needs only `import`

let boardArrives: (board: Board) => void;
const board = new Promise<Board>((resolve) => {
  boardArrives = resolve;
});

function start({ rpc, files, module: known }: Extract<WorkerMessage, { kind: "boot" }>) {
  const opening = (async () => {
    const { python, module } = await bootPython(files, known);
    if (!known) postMessage(module); // the frame keeps it for the next worker
    const tellFrame = postMessage.bind(self);
    const mailbox = new Mailbox(await board, (question) => tellFrame(question));
    const host = openHost({
      // as text: nothing but plain data can come out of it, and its length is its size
      send: (events: CellEvent[]) => rpc.postMessage(JSON.stringify(events)),
      stop: new StopSignal(isAlive),
      wait: waitUnless,
      receive: (isStopped) =>
        mailbox.receive(() => {
          waitMs(20);
          return isStopped();
        }),
    });
    return { host, language: openPython(python, host) };
  })();
  const api: WorkerApi = {
    async ready() {
      await opening;
    },
    async run(cell) {
      const { host, language } = await opening;
      return runCell(host, language, cell);
    },
  };
  expose(api, rpc);
}

addEventListener("message", ({ data }: MessageEvent<WorkerMessage>) => {
  if (data.kind === "boot") start(data);
  else boardArrives(data.board);
});
