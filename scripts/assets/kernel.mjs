import { createHash } from "node:crypto";
import { join } from "node:path";
import { script } from "./bundle.mjs";
import { lockInfo } from "./runtime.mjs";
import { hashedName, hashOf, root, writeWhole } from "./steps.mjs";

/** The worker, and the broker page with the sandboxed frame inside, in public/kernel. */
export async function kernelPages(step, files) {
  const worker = await script("workers/kernel.worker.ts", { define: { LOCK_INFO: JSON.stringify(lockInfo) } });
  const workerPath = hashedName("kernel", "worker", worker, ".js");
  const fromBroker = files.map(({ name, path, bytes }) => ({ name, path: `../${path}`, bytes }));
  const broker = await script("workers/sandbox/broker.ts", {
    define: {
      RUNTIME_FILES: JSON.stringify(fromBroker.filter(({ name }) => name !== "snapshot.bin")),
      SNAPSHOT: JSON.stringify(fromBroker.find(({ name }) => name === "snapshot.bin")),
      WORKER_PATH: JSON.stringify(`../${workerPath}`),
    },
  });
  const brokerPath = hashedName("kernel", "broker", broker, ".js");
  const frame = await script("workers/sandbox/frame.ts");
  const made = [
    [workerPath, worker],
    [brokerPath, broker],
    ["kernel/broker.html", brokerPage(frame, `../${brokerPath}`)],
    ["kernel/network.html", brokerPage(frame, `../${brokerPath}`, "https:")],
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
 */
function brokerPage(frameScript, brokerPath, reach = "") {
  const bootstrap = frameScript.trim();
  const hash = `'sha256-${createHash("sha256").update(bootstrap).digest("base64")}'`;
  const inherited = `script-src 'self' ${hash} 'wasm-unsafe-eval' blob:; worker-src blob:; connect-src 'self' blob: ${reach}`;
  const own = `script-src ${hash} 'wasm-unsafe-eval' blob:; worker-src blob:; connect-src blob:`;
  const frame = htmlPage(
    `default-src 'none'; ${own}; base-uri 'none'; form-action 'none'`,
    `<script>${bootstrap}</script>`,
  );
  return htmlPage(
    `default-src 'none'; ${inherited}; frame-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'`,
    `<textarea id="srcdoc" hidden>${escapeText(frame)}</textarea><script src="${brokerPath}"></script>`,
  );
}

const htmlPage = (policy, body) =>
  `<!doctype html><html lang="en"><head><meta http-equiv="Content-Security-Policy" content="${policy}"><meta charset="utf-8"><title>Kernel</title></head><body>${body}</body></html>\n`;

const escapeText = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
