/*
 * What a stranger's notebook may hold. Each payload tries to run OWN, which marks the top page with the attack's name, or
 * to make the browser ask EVIL for something, or send a packet to STUN. `unsafe` says how a careless page would show it; there it must succeed.
 */
export interface OutputAttack {
  name: string;
  /** The mime type of an output, "markdown" for a text cell, or another part of the notebook. */
  of:
    | "text/html"
    | "image/svg+xml"
    | "text/markdown"
    | "text/latex"
    | "application/vnd.plotly.v1+json"
    | "error"
    | "stream"
    | "cell"
    | "metadata"
    | "attachment"
    | "image/png"
    | "application/javascript";
  payload: unknown;
  /** HTML into the page, into a frame without a sandbox, LaTeX with all trust, a figure as it is, an object merged deeply. */
  unsafe: "page" | "frame" | "latex" | "figure" | "merge" | "script";
}

/** The canary's addresses. */
export type Evil = { url: string; udp: string };

const html = (name: string, payload: string, unsafe: OutputAttack["unsafe"] = "frame"): OutputAttack => ({
  name,
  of: "text/html",
  payload,
  unsafe,
});
const svg = (name: string, inner: string): OutputAttack => ({
  name,
  of: "image/svg+xml",
  payload: `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" ${inner.startsWith("on") ? inner : ""}>${inner.startsWith("on") ? "" : inner}</svg>`,
  unsafe: "frame",
});
const markdown = (name: string, payload: string): OutputAttack => ({
  name,
  of: "text/markdown",
  payload,
  unsafe: "page",
});
const latex = (name: string, payload: string): OutputAttack => ({ name, of: "text/latex", payload, unsafe: "latex" });
const figure = (name: string, payload: object): OutputAttack => ({
  name,
  of: "application/vnd.plotly.v1+json",
  payload,
  unsafe: "figure",
});

const peer =
  "peer=new RTCPeerConnection({iceServers:[{urls:'stun:STUN'}]});peer.createDataChannel('x');peer.createOffer().then(function(offer){return peer.setLocalDescription(offer)})";

export const outputAttacks: readonly OutputAttack[] = [
  html("htmlScript", "<script>OWN</script>"),
  html("rtcHtml", `<script>${peer}</script>`),
  html("htmlOnerror", `<img src="x:" onerror="OWN">`),
  html("htmlImage", `<img src="EVIL/htmlImage">`),
  html("htmlStyle", `<style>body{background:url(EVIL/htmlStyle)}</style><p>x</p>`),
  html("htmlImport", `<style>@import "EVIL/htmlImport";</style><p>x</p>`),
  html("htmlFont", `<style>@font-face{font-family:z;src:url(EVIL/htmlFont)} p{font-family:z}</style><p>x</p>`),
  html("htmlRefresh", `<meta http-equiv="refresh" content="0;url=EVIL/htmlRefresh">`),
  html("htmlFrame", `<iframe src="EVIL/htmlFrame"></iframe>`),
  html("htmlObject", `<object data="EVIL/htmlObject"></object>`),
  html("htmlVideo", `<video src="EVIL/htmlVideo" autoplay></video>`),
  html("htmlLink", `<link rel="stylesheet" href="EVIL/htmlLink">`),
  html("htmlForm", `<form action="EVIL/htmlForm"><button data-press>send</button></form>`),
  html("htmlHref", `<a data-press href="EVIL/htmlHref">away</a>`),
  html("htmlJavascript", `<a data-press href="javascript:OWN">script</a>`),
  html("htmlSrcset", `<img srcset="EVIL/htmlSrcset 1x">`),
  html("htmlTemplate", `<div><template shadowrootmode="open"><img src="EVIL/htmlTemplate"></template></div>`),
  html("htmlMutation", `<svg><p><img src="x:" onerror="OWN"></svg>`, "page"),
  html(
    "htmlCover",
    `<div style="position:fixed;inset:0;background:red;z-index:99999" data-cover="htmlCover">Log in</div>`,
    "page",
  ),
  html(
    "htmlBadge",
    `<div data-bar="verified" data-cover="htmlBadge" style="position:fixed;top:0;left:0;width:100%;height:100%">✓ Verified by Sporebook</div>`,
    "page",
  ),
  html("htmlGlobalStyle", `<style>header,main{display:none!important}</style>`, "page"),
  svg("svgScript", `onload="OWN"`),
  svg("rtcSvg", `<script>${peer}</script>`),
  svg("svgImage", `<image href="EVIL/svgImage" width="9" height="9"/>`),
  svg(
    "svgForeign",
    `<foreignObject width="9" height="9"><img xmlns="http://www.w3.org/1999/xhtml" src="EVIL/svgForeign"/></foreignObject>`,
  ),
  svg("svgStyle", `<style>rect{fill:url(EVIL/svgStyle#x)}@import "EVIL/svgStyle";</style><rect width="9" height="9"/>`),
  markdown("markdownImage", '![x](EVIL/markdownImage) <img src="EVIL/markdownImage">'),
  markdown("markdownScript", `<img src="x:" onerror="OWN">`),
  markdown("markdownHref", `<a data-press href="javascript:OWN">x</a>`),
  markdown("markdownStyle", `<style>header,main{display:none!important}</style>`),
  latex("latexImage", "$\\includegraphics{EVIL/latexImage}$"),
  latex("latexHref", "$\\href{javascript:OWN}{x}$"),
  latex("latexStyle", "$\\htmlStyle{background:url(EVIL/latexStyle)}{x}$"),
  figure("figureImage", {
    data: [],
    layout: { images: [{ source: "EVIL/figureImage", x: 0, y: 1, sizex: 1, sizey: 1 }] },
  }),
  figure("figureLink", {
    data: [{ y: [1] }],
    layout: { title: { text: '<a href="EVIL/figureLink" target="_self">x</a>' } },
  }),
  { name: "tracebackHtml", of: "error", payload: `<img src="EVIL/tracebackHtml" onerror="OWN">`, unsafe: "page" },
  { name: "streamHtml", of: "stream", payload: `<img src="EVIL/streamHtml" onerror="OWN">`, unsafe: "page" },
  { name: "cellHtml", of: "cell", payload: `<img src="EVIL/cellHtml" onerror="OWN">`, unsafe: "page" },
  {
    name: "attachmentSvg",
    of: "attachment",
    payload: `<svg xmlns="http://www.w3.org/2000/svg" onload="OWN"><image href="EVIL/attachmentSvg"/></svg>`,
    unsafe: "page",
  },
  { name: "pngAttribute", of: "image/png", payload: `x:" onerror="OWN`, unsafe: "page" },
  { name: "javascript", of: "application/javascript", payload: "OWN", unsafe: "script" },
  {
    name: "prototype",
    of: "metadata",
    payload: `{"__proto__": {"prototype": "OWNED"}, "constructor": {"prototype": {"prototype": "OWNED"}}}`,
    unsafe: "merge",
  },
];

const own = (name: string) =>
  `top.document.documentElement.dataset.owned=(top.document.documentElement.dataset.owned||'')+' ${name}';void 0`;

/** The payload with the addresses and its script in it. */
export function armed<T>({ name, payload }: { name: string; payload: T }, { url, udp }: Evil): T {
  const write = (value: unknown): unknown =>
    typeof value === "string"
      ? value
          .replaceAll("EVIL", url)
          .replaceAll("STUN", udp)
          .replaceAll("OWN", own(name))
          .replaceAll(`${own(name)}ED`, "OWNED")
      : Array.isArray(value)
        ? value.map(write)
        : typeof value === "object" && value !== null
          ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, write(inner)]))
          : value;
  return write(payload) as T;
}

/** All of them as one notebook; the ids of its cells are their names. `harmless` gives one of the same shape without any. */
export function notebookOf(attacks: readonly OutputAttack[], evil: Evil): string {
  const cells = attacks.map((attack) => {
    const payload = armed(attack, evil);
    const metadata = attack.of === "metadata" ? "METADATA" : {};
    if (attack.of === "cell" || attack.of === "text/markdown")
      return { id: attack.name, cell_type: "markdown", metadata, source: payload };
    if (attack.of === "attachment") {
      const bundle = { "image/svg+xml": Buffer.from(String(payload)).toString("base64") };
      return {
        id: attack.name,
        cell_type: "markdown",
        metadata,
        source: "![x](attachment:a.svg)",
        attachments: { "a.svg": bundle },
      };
    }
    return {
      id: attack.name,
      cell_type: "code",
      metadata,
      source: `# ${attack.name}`,
      execution_count: 1,
      outputs: [outputOf(attack.of, payload)],
    };
  });
  const metadata = attacks.find(({ of }) => of === "metadata")?.payload ?? "{}";
  return JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }).replaceAll(
    '"METADATA"',
    `${metadata}`,
  );
}

function outputOf(of: OutputAttack["of"], payload: unknown): object {
  if (of === "error")
    return {
      output_type: "error",
      ename: payload,
      evalue: payload,
      traceback: [payload, `\u001b]8;;javascript:alert(1)\u0007link`],
    };
  if (of === "stream") return { output_type: "stream", name: "stdout", text: payload };
  const data = of === "metadata" ? { "text/plain": "x" } : { [of]: payload, "text/plain": "x" };
  return { output_type: "display_data", data, metadata: of === "metadata" ? "METADATA" : {} };
}
