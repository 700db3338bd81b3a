// Writes each built page's Content-Security-Policy into its head. A static host sends no headers, so it is a meta tag,
// and the first thing in the head, because it holds only for what follows.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { filesUnder, root, writeWhole } from "./assets/steps.mjs";

const inlineScript = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;

/** Styles may be inline because the editor and the formulas set them; scripts may not, but for those of the build. */
export function policyFor(html) {
  const hashes = new Set([...html.matchAll(inlineScript)].map(([, text]) => `'sha256-${sha256(text)}'`));
  const policy = {
    "default-src": "'none'",
    "script-src": ["'self'", ...hashes].join(" "),
    "style-src": "'self' 'unsafe-inline'",
    "connect-src": "'self'",
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "frame-src": "'self'",
    "worker-src": "'self' blob:",
    "manifest-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'none'",
  };
  return Object.entries(policy)
    .map((rule) => rule.join(" "))
    .join("; ");
}

/** @throws {Error} if the page has no head */
export function withPolicy(html) {
  const head = /<head[^>]*>/.exec(html);
  if (!head) throw new Error("a built page has no <head>");
  const end = head.index + head[0].length;
  return `${html.slice(0, end)}<meta http-equiv="Content-Security-Policy" content="${policyFor(html)}"/>${html.slice(end)}`;
}

const sha256 = (text) => createHash("sha256").update(text).digest("base64");

if (process.argv[1] === import.meta.filename) {
  const out = join(root, "out");
  const pages = filesUnder(out, (name) => name.endsWith(".html")).filter((path) => !path.startsWith("kernel/"));
  for (const page of pages) writeWhole(join(out, page), withPolicy(readFileSync(join(out, page), "utf8")));
  console.log(`policies: ${pages.length} pages`);
}
