import { isDrawable } from "./expansion";

/** Elements that act, load or lead away; the sandbox holds them already, here they go altogether. */
const forbidden =
  "script, noscript, link, meta, base, iframe, frame, frameset, object, embed, applet, portal, template[shadowrootmode]";

/** No script, no network, no forms; pictures only from the document itself. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; form-action 'none'; base-uri 'none'";

/** The sheet under the document's own: our type, and tables as data frames have them. `body` is what holds the content. */
export const sheetFor = (scheme: string, body = "body") => `
:root { color-scheme: ${scheme}; }
html { background: transparent; }
${body} {
  margin: 0; padding: 8px 16px; display: flow-root; min-width: 0;
  color: light-dark(#22252a, #e2e0da);
  font: 14px/20px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", "PingFang SC",
    "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
  overflow-wrap: anywhere;
}
pre, code { font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: 13px; }
a { color: light-dark(#17695f, #7fcabb); }
img, svg, video, canvas { max-width: 100%; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
th, td { padding: 4px 12px; text-align: right; border: 0; border-bottom: 1px solid light-dark(#e5e1d6, #2d3136); }
thead th { border-bottom-color: light-dark(#cbc6b8, #454a51); }
`;

/** A stranger's HTML without what acts, loads or leads away. Parsing it here runs and loads nothing. */
export function harmless(html: string): { styles: string; body: HTMLElement } {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  for (const element of parsed.querySelectorAll(forbidden)) element.remove();
  for (const element of parsed.querySelectorAll("*"))
    for (const { name, value } of [...element.attributes])
      if (/^on/i.test(name) || /^\s*(?:javascript|vbscript):/i.test(value)) element.removeAttribute(name);
  if (!isDrawable(parsed)) for (const use of parsed.querySelectorAll("use")) use.remove();
  const styles = [...parsed.head.querySelectorAll("style")].map((style) => style.outerHTML).join("");
  return { styles, body: parsed.body };
}

/** A stranger's HTML as a whole document for a sandboxed frame. */
export function framed(html: string, look: string): string {
  const { styles, body } = harmless(html);
  const scheme = look === "light" || look === "dark" ? look : "light dark";
  return (
    `<!doctype html><html><head><meta http-equiv="Content-Security-Policy" content="${policy}"><meta charset="utf-8">` +
    `<style>${sheetFor(scheme)}</style>${styles}</head>${body.outerHTML}</html>`
  );
}
