import { createHash } from "node:crypto";
import { join } from "node:path";
import { script } from "./bundle.mjs";
import { lockInfo } from "./runtime.mjs";
import { hashedName, hashOf, root, writeWhole } from "./steps.mjs";

/** The worker, and the broker page with the sandboxed frame inside, in public/kernel. */
export async function kernelPages(step, files) {
  const worker = await script("workers/kernel.worker.ts", {
    define: { LOCK_INFO: JSON.stringify(lockInfo) },
    // in a function expression, which engines parse once; what stands in an arrow function they parse twice
    format: "esm",
    banner: { js: '"use strict";(function(){' },
    footer: { js: "})();" },
  });
  const workerPath = hashedName("kernel", "worker", worker, ".js");
  const fromBroker = files.map(({ name, path, bytes }) => ({ name, path: `../${path}`, bytes }));
  const broker = await script("workers/sandbox/broker.ts", {
    define: {
      RUNTIME_FILES: JSON.stringify(fromBroker.filter(({ name }) => name !== "snapshot.bin")),
      SNAPSHOT: JSON.stringify(fromBroker.find(({ name }) => name === "snapshot.bin")),
      WORKER_PATH: JSON.stringify(`../${workerPath}`),
    },
  });
  const frame = await script("workers/sandbox/frame.ts");
  const made = [
    [workerPath, worker],
    ["kernel/broker.html", brokerPage(frame, broker)],
    ["kernel/network.html", brokerPage(frame, broker, "https:")],
  ];
  return step("kernel", hashOf(...made.flat()), () =>
    made.map(([path, content]) => {
      writeWhole(join(root, "public", path), content);
      return { path };
    }),
  );
}

/**
 * The broker fetches, the frame inside it may not. The frame has no address of its own, so it inherits the broker's
 * policy, which must therefore name the frame's script too; `frame-src 'none'` keeps it from navigating anywhere.
 * `reach` is what cells may be let out to; the broker's script narrows it to the hosts that the reader has named.
 * Both scripts stand in the page: a visit's first result waits for them.
 */
function brokerPage(frameScript, brokerScript, reach = "") {
  const [inFrame, inBroker] = [frameScript, brokerScript].map(inlined);
  const workers = "'wasm-unsafe-eval' blob:; worker-src blob:";
  const frame = htmlPage(
    `default-src 'none'; script-src ${inFrame.hash} ${workers}; connect-src blob:; base-uri 'none'; form-action 'none'`,
    inFrame.element,
  );
  return htmlPage(
    `default-src 'none'; script-src ${inBroker.hash} ${inFrame.hash} ${workers}; connect-src 'self' blob: ${reach}; frame-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'`,
    `<textarea id="srcdoc" hidden>${escapeText(frame)}</textarea>${inBroker.element}`,
  );
}

/** A script as an element, and what a policy says to let just this script run. */
function inlined(script) {
  const text = script.trim();
  if (/<(?:\/script|!--)/i.test(text)) throw new Error("the script would end its own element");
  return {
    element: `<script>${text}</script>`,
    hash: `'sha256-${createHash("sha256").update(text).digest("base64")}'`,
  };
}

const htmlPage = (policy, body) =>
  `<!doctype html><html lang="en"><head><meta http-equiv="Content-Security-Policy" content="${policy}"><meta charset="utf-8"><title>Kernel</title></head><body>${body}</body></html>\n`;

const escapeText = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
