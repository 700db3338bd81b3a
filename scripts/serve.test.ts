import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listen, staticServer } from "./serve.mjs";

const folder = mkdtempSync(join(tmpdir(), "sporebook-"));
mkdirSync(join(folder, "about"));
for (const [path, text] of [
  ["index.html", "home"],
  ["404.html", "lost"],
  ["about/index.html", "about"],
  ["worker.0123456789ab.js", "1"],
  ["plain.js", "2"],
] as const) {
  writeFileSync(join(folder, path), text);
}
const server = staticServer(folder, { base: "/docs/app" });
let port = 0;
beforeAll(async () => {
  port = await listen(server, 0);
});
afterAll(() => server.close());
const get = (path: string) => fetch(`http://127.0.0.1:${port}${path}`, { redirect: "manual" });

test.each([
  ["/docs/app/", 200, "home", "text/html; charset=utf-8", "no-cache"],
  ["/docs/app/about/", 200, "about", "text/html; charset=utf-8", "no-cache"],
  ["/docs/app/plain.js", 200, "2", "text/javascript; charset=utf-8", "no-cache"],
  [
    "/docs/app/worker.0123456789ab.js",
    200,
    "1",
    "text/javascript; charset=utf-8",
    "public, max-age=31536000, immutable",
  ],
  ["/docs/app/missing", 404, "lost", "text/html; charset=utf-8", "no-cache"],
])("%s is %i %j", async (path, status, text, type, cache) => {
  const response = await get(path);
  expect([response.status, await response.text()]).toEqual([status, text]);
  expect(response.headers.get("content-type")).toBe(type);
  expect(response.headers.get("cache-control")).toBe(cache);
});
test("a folder without its slash leads to the one with it", async () => {
  expect((await get("/docs/app/about")).headers.get("location")).toBe("/docs/app/about/");
});
test("nothing outside the folder is served", async () => {
  for (const path of ["/docs/app/..%2f..%2f..%2fetc/passwd", "/docs/app/%00", "/docs/app/%ff", "/other/"]) {
    expect([400, 404]).toContain((await get(path)).status);
  }
});
test("a taken port is passed over", async () => {
  const second = staticServer(folder);
  expect(await listen(second, port)).toBeGreaterThan((server.address() as AddressInfo).port);
  second.close();
});
