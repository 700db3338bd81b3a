import { existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { script } from "../../scripts/assets/bundle.mjs";
import { staticServer } from "../../scripts/serve.mjs";

/** The policy that the built pages have, without what their framework needs. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'";

export interface Site {
  url: string;
  /** Every path that was asked for. */
  requests: string[];
  close(): void;
}

/** A page with only the kernel on it, served under `base` from a plain static server. */
export async function openSite(base = ""): Promise<Site> {
  const folder = resolve(".build/kernel-page");
  mkdirSync(folder, { recursive: true });
  for (const part of ["kernel", "runtime"]) {
    if (!existsSync(join(folder, part))) symlinkSync(resolve("public", part), join(folder, part));
  }
  const define = { "process.env.BASE_PATH": '""' };
  writeFileSync(join(folder, "page.js"), await script("e2e/kernel/page.ts", { define }));
  writeFileSync(
    join(folder, "index.html"),
    `<!doctype html><html lang="en"><head><meta http-equiv="Content-Security-Policy" content="${policy}"><title>Kernel</title></head><body><script src="page.js"></script></body></html>`,
  );
  const requests: string[] = [];
  const server = staticServer(folder, { base, onRequest: (path: string) => requests.push(path) });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}${base}/`, requests, close: () => server.close() };
}
