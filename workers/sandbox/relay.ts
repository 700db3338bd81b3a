import type { Budget } from "./budget";
import type { Ended, Taken } from "./messages";

/** What the frame does when the account of a worker's messages says so. */
export interface Bookkeeping {
  /** The page is behind: the worker should send seldom. */
  isSlow(): void;
  /** It has caught up. */
  isQuick(): void;
  /** The worker has sent more than anybody may. The page has been told. */
  isBroken(): void;
}

export interface Relay {
  /** The worker has said something, elsewhere, that it may not. */
  refuse(): void;
  close(): void;
}

/**
 * Passes on what the page and a worker say to each other, and keeps the account of what the page has not taken yet. It
 * stands between them because it is the only place that sees how much is on the way: the worker is not to be trusted, and
 * a page that is behind sees only what it has come to.
 *
 * Two things pass from the worker: text, and one answer to each question of the page. All else goes nowhere, but is counted.
 */
export function relay(page: MessagePort, worker: MessagePort, budget: Budget, books: Bookkeeping): Relay {
  const questions = new Set<unknown>();
  let wasSlow = false;
  let isOpen = true;

  const close = () => {
    isOpen = false; // what is in a queue already may still come
    page.close();
    worker.close();
  };
  const endIfBroken = () => {
    if (!budget.isBroken) return false;
    const ended: Ended = { ended: "a cell flooded the page with messages" };
    page.postMessage(ended);
    close();
    books.isBroken();
    return true;
  };
  page.onmessage = ({ data }: MessageEvent<Taken | { id?: unknown }>) => {
    if (!isOpen) return;
    if (data === "taken") {
      budget.take();
      if (wasSlow && !budget.isSlow) books.isQuick();
      wasSlow &&= budget.isSlow;
    } else {
      questions.add(data.id);
      worker.postMessage(data);
    }
  };
  worker.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (!isOpen) return;
    const message = typeof data === "string" ? { content: data, characters: data.length } : answerIn(data, questions);
    if (message) budget.send(message.characters);
    else budget.refuse();
    if (endIfBroken()) return;
    if (message) page.postMessage(message.content, message.bytes ? [message.bytes] : []);
    if (!wasSlow && budget.isSlow) books.isSlow();
    wasSlow ||= budget.isSlow;
  };
  return {
    refuse() {
      budget.refuse();
      if (isOpen) endIfBroken();
    },
    close,
  };
}

/** What passes, and how much it is. The bytes of a file are the reader's wish, as many as they may be. */
type Passing = { content: unknown; characters: number; bytes?: ArrayBuffer };

/** Characters of a sentence that says why a question has no answer. */
const longestReason = 10_000;

/**
 * The answer, as Comlink writes it, to a question that stands: copied by what is known of it, so that nothing else comes
 * along. Undefined for anything else.
 */
function answerIn(data: unknown, questions: Set<unknown>): Passing | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  const { id, type, value } = data as { [field: string]: unknown };
  if (!questions.delete(id)) return undefined;
  if (type === "RAW") {
    const content = { id, type, value };
    if (value === undefined) return { content, characters: 0 };
    if (typeof value === "string") return { content, characters: value.length };
    if (value instanceof Uint8Array && value.buffer instanceof ArrayBuffer)
      return { content, characters: 0, bytes: value.buffer };
  }
  const { message } = ((value as { value?: unknown } | null | undefined)?.value ?? {}) as { message?: unknown };
  const reason = typeof message === "string" ? message.slice(0, longestReason) : "the kernel answered with nothing";
  const error = { message: reason, name: "Error", stack: "" };
  return { content: { id, type: "HANDLER", name: "throw", value: { isError: true, value: error } }, characters: 0 };
}
