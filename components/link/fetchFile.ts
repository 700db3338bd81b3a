import * as z from "zod/mini";
import type { FetchAnswer, FetchTask } from "../../workers/protocol";
import type { FileAddress } from "./addresses";

/** What a file from elsewhere may have, in bytes, and how long it may take. */
const limits = { bytes: 64_000_000, patienceMs: 30_000, frameMs: 10_000 } as const;

export type FetchProblem = Exclude<FetchAnswer, { bytes: unknown }> | { problem: "offline" };

const answer = z.union([
  z.object({ bytes: z.instanceof(Uint8Array) }),
  z.object({ problem: z.enum(["refused", "slow", "tooLarge"]) }),
  z.object({ problem: z.enum(["status", "elsewhere"]), detail: z.string() }),
]);

/**
 * The bytes of a file elsewhere. A frame of its own fetches them, whose policy names the file's hosts; this page's goes on
 * to name none. No cookies, no referrer.
 */
export async function fetchFile({ address, hosts }: FileAddress): Promise<Uint8Array<ArrayBuffer> | FetchProblem> {
  if (!navigator.onLine) return { problem: "offline" };
  const frame = document.createElement("iframe");
  frame.hidden = true;
  frame.src = `${process.env.BASE_PATH ?? ""}/kernel/fetch.html`;
  try {
    const got = answer.safeParse(
      await ask(frame, { address, hosts, limit: limits.bytes, patienceMs: limits.patienceMs }),
    );
    if (!got.success) return { problem: "refused" };
    return "bytes" in got.data ? (got.data.bytes as Uint8Array<ArrayBuffer>) : got.data;
  } catch {
    return { problem: "slow" };
  } finally {
    frame.remove();
  }
}

function ask(frame: HTMLIFrameElement, task: FetchTask): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    const onReady = ({ source, data }: MessageEvent) => {
      if (source !== frame.contentWindow || data !== "ready") return;
      window.removeEventListener("message", onReady);
      frame.contentWindow?.postMessage(task, location.origin, [port2]);
    };
    window.addEventListener("message", onReady);
    setTimeout(() => {
      window.removeEventListener("message", onReady);
      reject(new Error("the frame did not answer"));
    }, task.patienceMs + limits.frameMs);
    document.body.append(frame);
  });
}
