import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".ipynb": "application/json; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".py": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".wasm": "application/wasm",
  ".ttf": "font/ttf",
  ".woff2": "font/woff2",
  ".webmanifest": "application/manifest+json",
};

/** Names that carry a hash of their content: they never change. */
const isImmutable = (path) => /^\/_next\/static\/|\.[0-9a-f]{12}\.\w+$/.test(path);

/**
 * A plain static server, as any host of static files is one: no special headers. Serves `folder` under `base`.
 * `onRequest` sees every path asked for.
 */
export function staticServer(folder, { base = "", onRequest = () => {} } = {}) {
  return createServer((request, response) => {
    onRequest(request.url);
    const path = pathOf(request.url);
    if (path === undefined || (request.method !== "GET" && request.method !== "HEAD")) return end(response, 400);
    if (base && path !== base && !path.startsWith(`${base}/`)) return end(response, 404);
    const inner = path.slice(base.length) || "/";
    const file = fileFor(folder, inner);
    if (file === "redirect") {
      response.writeHead(308, { location: `${path}/` }).end();
    } else if (file) {
      send(request, response, file, 200, isImmutable(inner));
    } else {
      send(request, response, join(folder, "404.html"), 404, false);
    }
  });
}

function pathOf(url) {
  try {
    return decodeURIComponent(new URL(url, "http://localhost").pathname);
  } catch {
    return undefined;
  }
}

/** The file that a path means; "redirect" for a folder named without its slash. */
function fileFor(folder, path) {
  const file = normalize(join(folder, path));
  if ((file !== normalize(folder) && !file.startsWith(normalize(folder + sep))) || path.includes("\0"))
    return undefined;
  if (path.endsWith("/")) return existing(join(file, "index.html"));
  if (existsSync(file) && statSync(file).isDirectory()) return existing(join(file, "index.html")) && "redirect";
  return existing(file) ?? existing(`${file}.html`);
}

const existing = (file) => (existsSync(file) && statSync(file).isFile() ? file : undefined);

function send(request, response, file, status, immutable) {
  if (!existsSync(file)) return end(response, status);
  response.writeHead(status, {
    "content-type": types[extname(file)] ?? "application/octet-stream",
    "content-length": statSync(file).size,
    "cache-control": immutable ? "public, max-age=31536000, immutable" : "no-cache",
  });
  if (request.method === "HEAD") response.end();
  else createReadStream(file).pipe(response);
}

const end = (response, status) => response.writeHead(status, { "content-type": "text/plain" }).end(`${status}\n`);

/** Listens on the port, or on the next free one; gives the port. */
export function listen(server, port, host = "127.0.0.1") {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => {
      if (error.code === "EADDRINUSE" && port < 65535) resolve(listen(server, port + 1, host));
      else reject(error);
    });
    server.listen(port, host, () => resolve(server.address().port));
  });
}

// on its own: node scripts/serve.mjs [folder] [port]; fails if the port is taken
if (process.argv[1] === import.meta.filename) {
  const [folder = "out", port = "4173"] = process.argv.slice(2);
  staticServer(folder, { base: process.env.BASE_PATH ?? "" }).listen(Number(port), "127.0.0.1");
}
