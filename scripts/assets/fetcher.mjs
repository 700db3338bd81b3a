import { createHash } from "node:crypto";
import { join } from "node:path";
import { script } from "./bundle.mjs";
import { hashOf, root, writeWhole } from "./steps.mjs";

/**
 * The frame that fetches one file from elsewhere, public/kernel/fetch.html. `connect-src https:` stands in its policy alone,
 * and before it fetches it adds one that names the file's hosts; the pages themselves never talk to another site.
 */
export async function fetcherPage(step) {
  const bootstrap = (await script("workers/fetcher/fetcher.ts")).trim();
  const hash = `'sha256-${createHash("sha256").update(bootstrap).digest("base64")}'`;
  const policy = `default-src 'none'; script-src ${hash}; connect-src https:; base-uri 'none'; form-action 'none'`;
  const page = `<!doctype html><html lang="en"><head><meta http-equiv="Content-Security-Policy" content="${policy}"><meta charset="utf-8"><title>Fetch</title></head><body><script>${bootstrap}</script></body></html>\n`;
  return step("fetcher", hashOf(page), () => {
    const path = "kernel/fetch.html";
    writeWhole(join(root, "public", path), page);
    return [{ path }];
  });
}
