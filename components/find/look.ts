import { expressionOf, type Found, type Query, type Searched, search } from "./search";
import type { SearchAnswer } from "./searchWorker";

/** Why there is no answer: the expression is none, or it took too long. */
export type FindProblem = { kind: "wrong"; why: string } | { kind: "slow" };

/** How long an expression may take, with the start of its worker. */
const patienceMs = 1_500;

/** Looks into all texts; expressions, which may take forever, beside the page. `signal` ends it without an answer. */
export async function lookInto(
  query: Query,
  texts: readonly Searched[],
  signal: AbortSignal,
): Promise<Found | FindProblem> {
  if (!query.isRegex) return search(query, texts);
  try {
    expressionOf(query);
  } catch (error) {
    return { kind: "wrong", why: reasonOf(error as Error) };
  }
  return new Promise((resolve) => {
    const worker = new Worker(new URL("./searchWorker.ts", import.meta.url), { type: "module" });
    const end = (answer: Found | FindProblem) => {
      clearTimeout(patience);
      worker.terminate();
      resolve(answer);
    };
    const patience = setTimeout(() => end({ kind: "slow" }), patienceMs);
    signal.addEventListener("abort", () => end({ hits: [], isMore: false }));
    worker.onmessage = ({ data }: MessageEvent<SearchAnswer>) =>
      end("wrong" in data ? { kind: "wrong", why: data.wrong } : data);
    worker.onerror = () => end({ kind: "slow" });
    worker.postMessage({ query, texts });
  });
}

/** "Invalid regular expression: /(/u: Unterminated group" without its beginning. */
const reasonOf = ({ message }: Error) => message.replace(/^Invalid regular expression:.*?\/[a-z]*: /, "");
