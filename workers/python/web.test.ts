import { fileURLToPath } from "node:url";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { type NodeKernel, openNodeKernel } from "../node";
import type { RunEvent } from "../protocol";

let kernel: NodeKernel;
beforeAll(async () => {
  kernel = await openNodeKernel(fileURLToPath(new URL("../../public/python", import.meta.url)));
});
afterEach(() => vi.unstubAllGlobals());

async function run(code: string): Promise<RunEvent[]> {
  const events: RunEvent[] = [];
  await kernel.run({ id: "cell", code, language: "python" }, (event) => events.push(event));
  return events;
}
const printed = (events: RunEvent[]) => events.map((event) => (event.type === "stream" ? event.text : "")).join("");
const error = (events: RunEvent[]) => events.find((event) => event.type === "error");

/** A browser that answers, or refuses with what it throws. */
function stubBrowser(answer: { status: number; body: string } | Error) {
  const asked: { method: string; url: string; isAsync: boolean; headers: [string, string][]; body?: Uint8Array }[] = [];
  class Request {
    response: ArrayBuffer | undefined;
    status = 0;
    statusText = "said so";
    responseURL = "";
    open(method: string, url: string, isAsync: boolean) {
      asked.push({ method, url, isAsync, headers: [] });
      this.responseURL = url;
    }
    setRequestHeader(name: string, value: string) {
      asked.at(-1)!.headers.push([name, value]);
    }
    getAllResponseHeaders = () => "content-type: text/plain; charset=utf-8\r\nx-own: 1\r\n";
    send(body?: Uint8Array) {
      if (answer instanceof Error) throw answer;
      if (body) asked.at(-1)!.body = body;
      this.status = answer.status;
      this.response = new TextEncoder().encode(answer.body).buffer as ArrayBuffer;
    }
  }
  vi.stubGlobal("XMLHttpRequest", Request);
  return asked;
}

test("urlopen asks the browser, by a call that waits, and reads its answer", async () => {
  const asked = stubBrowser({ status: 200, body: "甲" });
  const events = await run(
    `import urllib.request
with urllib.request.urlopen("https://a.example.org/x") as answer:
    print(answer.status, answer.read().decode(), answer.headers["Content-Type"], answer.headers.get_content_charset())`,
  );
  expect(printed(events)).toBe("200 甲 text/plain; charset=utf-8 utf-8\n");
  expect(asked).toEqual([{ method: "GET", url: "https://a.example.org/x", isAsync: false, headers: [] }]);
});

test("a request carries its body and its own headers, and none that are the browser's", async () => {
  const asked = stubBrowser({ status: 200, body: "" });
  await run(
    `from urllib.request import Request, urlopen
urlopen(Request("https://a.example.org/x", data=b"ab", headers={"X-Own": "1", "User-Agent": "me"}), timeout=3)`,
  );
  expect(asked[0]).toMatchObject({ method: "POST" });
  expect(Object.fromEntries(asked[0]!.headers)).toEqual({
    "X-own": "1",
    "Content-type": "application/x-www-form-urlencoded",
  });
  expect([...asked[0]!.body!]).toEqual([97, 98]);
});

test("a host's error is Python's", async () => {
  stubBrowser({ status: 404, body: "no" });
  const events = await run(`import urllib.request\nurllib.request.urlopen("https://a.example.org/x")`);
  expect(error(events)).toMatchObject({ name: "HTTPError", message: "HTTP Error 404: said so" });
});

test.each(["https", "http"])("a refusal over %s says whom cells reach", async (scheme) => {
  stubBrowser(new Error("NetworkError"));
  const events = await run(`import urllib.request\nurllib.request.urlopen("${scheme}://a.example.org/x")`);
  expect(error(events)).toMatchObject({
    name: "URLError",
    message: expect.stringContaining("a.example.org could not be reached. Cells reach only the hosts that are named"),
  });
});

test("without a browser nobody asks", async () => {
  const events = await run(`import urllib.request\nurllib.request.urlopen("https://a.example.org/x")`);
  expect(error(events)?.message).toBe("<urlopen error there is no browser here that could ask>");
});

test("packages that cannot be here name what is", async () => {
  const [event] = [error(await run("import aiohttp"))];
  expect(event).toMatchObject({
    name: "ModuleNotFoundError",
    message: expect.stringContaining("No module named 'aiohttp': use urllib.request.urlopen(url)"),
  });
});
