import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { script } from "../../scripts/assets/bundle.mjs";
import { staticServer } from "../../scripts/serve.mjs";

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'";

/**
 * A page with only the kernel on it: with the walls that the product has, or without any, for showing that an attack
 * would succeed: no policy on the page, the broker and the frame, and a frame that is no sandbox. "unlimited" is without
 * walls and without the budgets of messages.
 */
export async function openKernelSite(walls: "up" | "down" | "unlimited"): Promise<{ url: string; close(): void }> {
  mkdirSync(".build", { recursive: true });
  const folder = mkdtempSync(resolve(".build/attacks-"));
  cpSync("public/kernel", join(folder, "kernel"), { recursive: true });
  symlinkSync(resolve("public/runtime"), join(folder, "runtime"));
  if (walls !== "up") tearDown(join(folder, "kernel"));
  const define = { "process.env.BASE_PATH": '""' };
  writeFileSync(join(folder, "page.js"), await script("e2e/kernel/page.ts", { define }));
  if (walls === "unlimited") liftBudgets(folder);
  const meta = walls === "up" ? `<meta http-equiv="Content-Security-Policy" content="${policy}">` : "";
  writeFileSync(
    join(folder, "index.html"),
    `<!doctype html><html lang="en"><head>${meta}<title>Kernel</title></head><body><script src="page.js"></script></body></html>`,
  );
  const server = staticServer(folder);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => void server.close(() => rmSync(folder, { recursive: true })),
  };
}

/** Changes a built file, which must have what is to be changed. */
function change(path: string, act: (text: string) => string): void {
  const before = readFileSync(path, "utf8");
  const after = act(before);
  if (after === before) throw new Error(`${path} has no wall to be torn down`);
  writeFileSync(path, after);
}

const named = (folder: string, pattern: RegExp) =>
  readdirSync(folder)
    .filter((name) => pattern.test(name))
    .map((name) => join(folder, name));

function tearDown(folder: string): void {
  const broker = join(folder, "broker.html");
  change(broker, (text) => text.replace(/(?:<|&lt;)meta http-equiv="Content-Security-Policy"[^>]*>/g, ""));
  change(broker, (text) => text.replace('"RTCPeerConnection","webkitRTCPeerConnection"', ""));
  change(broker, (text) => text.replace('"sandbox","allow-scripts"', '"data-walls","down"'));
  change(broker, (text) => text.replace('httpEquiv="Content-Security-Policy"', 'httpEquiv="none"'));
}

function liftBudgets(folder: string): void {
  const most = "{messages:1e3,characters:1e8}"; // workers/sandbox/budget.ts and workers/life.ts
  for (const path of [join(folder, "page.js"), join(folder, "kernel/broker.html")])
    change(path, (text) => text.replaceAll(most, "{messages:1e9,characters:1e12}"));
  for (const path of named(join(folder, "kernel"), /^worker\..*\.js$/)) {
    change(path, (text) => text.replace("displays:2e3", "displays:1e9"));
    change(path, (text) => text.replace(/pieces:2e3/, "pieces:1e9"));
    // whatever is shown or printed becomes a message of its own
    change(path, (text) => text.replace(/sendWhenDue\(\w+=this\.now\(\)\)\{/, "$&return this.sendNow();"));
  }
}
