/*
 * Runs in a frame of its own, `kernel/fetch.html`, that lives for one file. The page itself may ask only its own site; this
 * frame narrows its policy to the hosts that the reader has agreed to, and then fetches.
 */

import type { FetchAnswer, FetchTask } from "../protocol";

addEventListener("message", (event: MessageEvent<FetchTask>) => {
  const port = event.ports[0];
  if (event.source !== parent || event.origin !== location.origin || !port) return;
  const answer = (of: FetchAnswer) => port.postMessage(of, "bytes" in of ? [of.bytes.buffer] : []);
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = `connect-src ${event.data.hosts.join(" ")}`;
  document.head.append(policy);
  let elsewhere: string | undefined; // where a redirection would have led
  addEventListener("securitypolicyviolation", ({ blockedURI }) => {
    elsewhere = blockedURI;
  });
  load(event.data).then(answer, (error: Error) => {
    // the browser tells of a violation at its own time
    setTimeout(() => {
      if (error.name === "TimeoutError") answer({ problem: "slow" });
      else answer(elsewhere === undefined ? { problem: "refused" } : { problem: "elsewhere", detail: elsewhere });
    }, 50);
  });
});
parent.postMessage("ready", location.origin);

async function load({ address, limit, patienceMs }: FetchTask): Promise<FetchAnswer> {
  const response = await fetch(address, {
    credentials: "omit",
    referrerPolicy: "no-referrer",
    cache: "no-cache",
    signal: AbortSignal.timeout(patienceMs),
  });
  if (!response.ok) return { problem: "status", detail: String(response.status) };
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = response.body!.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    parts.push(next.value);
    length += next.value.length;
    if (length > limit) {
      void reader.cancel();
      return { problem: "tooLarge" };
    }
  }
  return { bytes: new Uint8Array(await new Blob(parts).arrayBuffer()) };
}
