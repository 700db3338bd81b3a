// Writes the service worker into a built site: it holds the list of every file with the hash of its content, and so
// knows one build and no other. Each page gets the build's version, by which it sees that a newer one serves it.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { script } from "./assets/bundle.mjs";
import { filesUnder, root, writeWhole } from "./assets/steps.mjs";

/** What no page asks for: sources that are packed elsewhere, pictures for the README, old types of fonts, second copies. */
const unused =
  /^(python\/|lens\/|speed\.svg|screenshot\.png|sw\.js|404\/|_not-found\/)|\.(woff|ttf)$|^__next\.|\/__next\./;
const isUsed = (path) => !unused.test(path) || /\/codicon\.[^/]*\.ttf$/.test(path);

const versionMeta = /<meta name="sporebook-build" content="[0-9a-f]*"\/>/;

/** Gives a built folder its service worker. Returns the build: `{ version, files: { [path]: [hash, packedBytes] }, first }`. */
export async function writeServiceWorker(folder) {
  const paths = filesUnder(folder).filter(isUsed);
  const read = (path) => readFileSync(join(folder, path));
  const pages = paths.filter((path) => path.endsWith(".html"));
  const version = hashOf(
    ...paths.flatMap((path) => [path, path.endsWith(".html") ? `${read(path)}`.replace(versionMeta, "") : read(path)]),
  );
  for (const page of pages.filter((path) => !path.startsWith("kernel/")))
    writeWhole(join(folder, page), withVersion(`${read(page)}`, version));
  const files = Object.fromEntries(paths.map((path) => [path, [hashOf(read(path)), packedSize(path, read(path))]]));
  const build = { version, files, first: firstOf(paths, (page) => `${read(page)}`) };
  writeWhole(
    join(folder, "sw.js"),
    await script("workers/offline/serviceWorker.ts", { define: { BUILD: JSON.stringify(build) } }),
  );
  return build;
}

/** Every page, what its HTML names, and what starts a kernel. The rest comes with its first use, or when the page is idle. */
function firstOf(paths, textOf) {
  const pages = paths.filter((path) => path.endsWith(".html"));
  const named = new Set(
    pages.flatMap((page) => [...textOf(page).matchAll(/_next\/static\/[\w./~-]+/g)].map(([path]) => path)),
  );
  return paths.filter((path) => /\.html$|^kernel\/|^icon\.svg$/.test(path) || named.has(path));
}

/** The policy stays first in the head. */
function withVersion(html, version) {
  const bare = html.replace(versionMeta, "");
  const policy = /<meta http-equiv="Content-Security-Policy"[^>]*>/.exec(bare) ?? /<head[^>]*>/.exec(bare);
  const end = policy.index + policy[0].length;
  return `${bare.slice(0, end)}<meta name="sporebook-build" content="${version}"/>${bare.slice(end)}`;
}

/** As a host sends it that compresses; what is packed already does not shrink again. */
const packedSize = (path, content) =>
  /\.(bin|woff2|png)$/.test(path) ? content.length : gzipSync(content, { level: 9 }).length;

/** The same digits as in workers/offline/build.ts; more than name a file elsewhere, because here they must prove it. */
const hashOf = (...parts) => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex").slice(0, 20);
};

if (process.argv[1] === import.meta.filename) {
  const { files, first } = await writeServiceWorker(join(root, "out"));
  const megabytes = (paths) => `${(paths.reduce((sum, path) => sum + files[path][1], 0) / 1e6).toFixed(1)} MB`;
  console.log(
    `offline: ${Object.keys(files).length} files, ${megabytes(Object.keys(files))} compressed; first ${first.length} of them, ${megabytes(first)}`,
  );
}
