import { takeEarly } from "../early";
import type { BrokerCommand, BrokerMessage, FrameCommand, FrameMessage } from "./messages";

/** A broker page that says nothing for so long after it has loaded is not ours. */
const patienceMs = 10_000;

/** A sandboxed frame that is silent for so long is gone. */
const silenceMs = 5_000;

/** The page's end of a sandbox: a broker frame, the sandboxed frame in it, and at most one living worker in that. */
export interface Sandbox {
  /** Starts a new worker, ends the one before, and gives the port to talk to it. */
  spawn(): MessagePort;
  /** A raised flag, for one run. One is always made in advance, so that a run need not wait for it. */
  flag(): Promise<string>;
  /** Lowers a flag, which means Stop to the run that looks at it. */
  lower(flag: string): void;
  answer(question: number, text: string): void;
  /** Whether the frame, once it has loaded, still answers: a browser short of memory ends it without a word. */
  isAlive(): Promise<boolean>;
  /** Has Python's files fetched and Python started from them, if that was not asked for before. */
  wantPython(): void;
  /** Ends everything in it. */
  close(): void;
}

export interface SandboxReports {
  progress(loadedBytes: number, totalBytes: number): void;
  /** Files are missing, perhaps only Python's; `reason` says which, without a full stop. */
  failed(part: "kernel" | "python", reason: string): void;
  /** An error that nobody caught in the worker, which need not be its end. */
  crashed(reason: string): void;
}

/** Opens `brokerUrl`, a page of our own origin, in a hidden frame; or takes the one that the page's HTML has begun with. */
export function openSandbox(brokerUrl: string, reports: SandboxReports): Sandbox {
  const { port1: ctl, port2 } = new MessageChannel();
  const early = takeEarly(brokerUrl);
  const iframe = early ?? document.createElement("iframe");
  const askers: ((flag: string) => void)[] = [];
  let isReady = false;
  let isPythonWanted = false;
  const tellBroker = (message: BrokerCommand, ports: MessagePort[] = []) =>
    iframe.contentWindow?.postMessage(message, location.origin, ports);

  const listeners: { [K in BrokerMessage["kind"]]: (message: Extract<BrokerMessage, { kind: K }>) => void } = {
    ready() {
      if (isReady) return; // one that says so by itself may have been asked as well
      isReady = true;
      if (isPythonWanted) tellBroker({ kind: "python" });
      tellBroker({ kind: "start", ctl: port2 }, [port2]);
    },
    progress: ({ loadedBytes, totalBytes }) => reports.progress(loadedBytes, totalBytes),
    failed: ({ part, reason }) => reports.failed(part, reason),
  };
  const hear = ({ source, origin, data }: MessageEvent<BrokerMessage>) => {
    if (source === iframe.contentWindow && origin === location.origin) listeners[data.kind]?.(data as never);
  };
  addEventListener("message", hear);

  ctl.onmessage = ({ data }: MessageEvent<FrameMessage>) => {
    if (data.kind === "flag") askers.shift()?.(data.flag);
    else reports.crashed(data.reason);
  };

  const judge = () =>
    setTimeout(() => {
      if (!isReady && iframe.isConnected) reports.failed("kernel", `${brokerUrl} is not the page it should be`);
    }, patienceMs);
  iframe.onload = judge;
  const place = () => document.body.append(iframe);
  if (early) {
    tellBroker({ kind: "hello" }); // if it is not yet there to hear it, it will say "ready" by itself
    const there = early.contentDocument; // none where the address could not be opened
    if (!there || (there.readyState === "complete" && there.URL !== "about:blank")) judge();
  } else {
    iframe.hidden = true;
    iframe.src = brokerUrl;
    if (document.body) place();
    else addEventListener("DOMContentLoaded", place, { once: true }); // whoever connects while the page still loads
  }

  const command = (message: FrameCommand, ports: MessagePort[] = []) => ctl.postMessage(message, ports);
  const newFlag = () =>
    new Promise<string>((resolve) => {
      askers.push(resolve);
      command({ kind: "flag" });
    });
  let spareFlag = newFlag();
  return {
    spawn() {
      const { port1: mine, port2: rpc } = new MessageChannel();
      command({ kind: "spawn", rpc }, [rpc]);
      return mine;
    },
    flag() {
      const flag = spareFlag;
      spareFlag = newFlag();
      return flag;
    },
    lower: (flag) => command({ kind: "lower", flag }),
    isAlive() {
      const silence = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), silenceMs));
      return Promise.race([newFlag().then(() => true), silence]);
    },
    wantPython() {
      if (isReady && !isPythonWanted) tellBroker({ kind: "python" });
      isPythonWanted = true;
    },
    answer: (question, text) => command({ kind: "answer", question, text }),
    close() {
      removeEventListener("message", hear);
      removeEventListener("DOMContentLoaded", place);
      ctl.close();
      iframe.remove();
    },
  };
}
