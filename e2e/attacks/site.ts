import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { script } from "../../scripts/assets/bundle.mjs";
import { staticServer } from "../../scripts/serve.mjs";

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'";

/**
 * A page with only the kernel on it: with the walls that the product has, or without any, for showing that an attack
 * would succeed: no policy on the page, the broker and the frame, and a frame that is no sandbox.
 */
export async function openKernelSite(walls: "up" | "down"): Promise<{ url: string; close(): void }> {
  mkdirSync(".build", { recursive: true });
  const folder = mkdtempSync(resolve(".build/attacks-"));
  cpSync("public/kernel", join(folder, "kernel"), { recursive: true });
  symlinkSync(resolve("public/runtime"), join(folder, "runtime"));
  if (walls === "down") tearDown(join(folder, "kernel"));
  const define = { "process.env.BASE_PATH": '""' };
  writeFileSync(join(folder, "page.js"), await script("e2e/kernel/page.ts", { define }));
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

function tearDown(folder: string): void {
  const change = (name: string, act: (text: string) => string) => {
    const path = join(folder, name);
    const before = readFileSync(path, "utf8");
    const after = act(before);
    if (after === before) throw new Error(`${name} has no wall to be torn down`);
    writeFileSync(path, after);
  };
  change("broker.html", (text) => text.replace(/(?:<|&lt;)meta http-equiv="Content-Security-Policy"[^>]*>/g, ""));
  for (const name of readdirSync(folder).filter((name) => /^broker\..*\.js$/.test(name)))
    change(name, (text) =>
      text
        .replace('"sandbox","allow-scripts"', '"data-walls","down"')
        .replace('httpEquiv="Content-Security-Policy"', 'httpEquiv="none"'),
    );
}
