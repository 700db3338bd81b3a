import type { LookAnswer } from "../../workers/protocol";
import { type Ask, type Kind, type Request, refuse } from "./ask";

/** A question that waits for its turn, and how it is put. */
type Waiting = { kind: Kind; put(): Promise<void> };

/** Quickly answered, and what the reader waits for. */
const isQuick = ({ kind }: Waiting) => kind === "slice" || kind === "revisions";

/**
 * Puts the views' questions to the kernel one after the other: quick ones first, then the newest first. What nobody waits for
 * any more when its turn comes is never put, so that a busy kernel has little to catch up on. Forms, which the kernel finds in
 * parts, have a line of their own.
 */
export function deskFor(ask: Ask): Ask {
  const lines: { [L in "views" | "forms"]: { waiting: Waiting[]; isOpen: boolean } } = {
    views: { waiting: [], isOpen: true },
    forms: { waiting: [], isOpen: true },
  };

  async function serve(line: (typeof lines)["views"]): Promise<void> {
    if (!line.isOpen) return;
    line.isOpen = false;
    for (;;) {
      const next = line.waiting.findLast(isQuick) ?? line.waiting.at(-1);
      if (!next) break;
      line.waiting = line.waiting.filter((one) => one !== next);
      await next.put();
    }
    line.isOpen = true;
  }

  return <K extends Kind>(request: Request<K>, signal?: AbortSignal) => {
    if (request.kind === "release") return ask(request);
    if (signal?.aborted) return Promise.resolve(refuse("busy"));
    const line = lines[request.kind === "form" ? "forms" : "views"];
    return new Promise<LookAnswer<K>>((resolve, reject) => {
      const waiting: Waiting = {
        kind: request.kind,
        put: () => ask<K>(request).then(resolve, reject),
      };
      const drop = () => {
        if (!line.waiting.includes(waiting)) return; // it is put already
        line.waiting = line.waiting.filter((one) => one !== waiting);
        resolve(refuse("busy"));
      };
      signal?.addEventListener("abort", drop, { once: true });
      line.waiting.push(waiting);
      void serve(line);
    });
  };
}
