/*
 * Nobody outside can know how high a frame with `sandbox=""` wants to be. So the page sets a copy of what it holds, out
 * of sight, and measures that. The copy is built anew from what is written down here: elements that make boxes, their
 * text, and the few attributes and styles that have to do with size. It need not look the same; where it is wrong, the
 * frame scrolls and can be drawn larger.
 */

const boxes = new Set(
  (
    "a abbr b blockquote br caption center code col colgroup dd details div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i " +
    "img kbd li main mark ol p pre s samp section small span strong sub summary sup table tbody td tfoot th thead tr tt u ul var"
  )
    .toUpperCase()
    .split(" "),
);
const sizes = ["colspan", "rowspan", "width", "height", "cellpadding", "cellspacing", "open"];
const sizeStyles = (
  "display width height min-width min-height max-width max-height padding-top padding-right padding-bottom padding-left " +
  "margin-top margin-right margin-bottom margin-left border-top-width border-bottom-width border-style font-size line-height " +
  "white-space flex-wrap flex-direction gap"
).split(" ");
const plain = /^[\w.%\- ]{1,40}$/;

/** More elements than that are not measured: the frame is then as high as it may be. */
const most = 5_000;

/** A copy that takes the same room; undefined if there is too much of it. `from` is a stranger's, and stays untouched. */
export function measuredCopy(from: HTMLElement): HTMLElement | undefined {
  if (from.querySelectorAll("*").length > most) return undefined;
  const root = document.createElement("div");
  copyInto(root, from, 0);
  return root;
}

function copyInto(target: HTMLElement, from: Element, depth: number): void {
  if (depth > 100) return;
  for (const node of from.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) target.append(node.textContent ?? "");
    if (node.nodeType !== Node.ELEMENT_NODE) continue;
    const element = node as HTMLElement;
    const tag = element.tagName.toUpperCase();
    if (tag === "STYLE" || tag === "TITLE") continue;
    const copy = document.createElement(boxes.has(tag) ? tag : "div");
    takeSize(copy, element, tag === "SVG");
    if (tag !== "SVG") copyInto(copy, element, depth + 1);
    target.append(copy);
  }
}

function takeSize(copy: HTMLElement, from: HTMLElement, isDrawing: boolean): void {
  for (const name of sizes) {
    const value = from.getAttribute(name);
    if (value === null || !/^[\d.]*(?:px|%|em)?$/.test(value)) continue;
    if (isDrawing) copy.style.setProperty(name, /\d$/.test(value) ? `${value}px` : value);
    else copy.setAttribute(name, value);
  }
  for (const name of sizeStyles) {
    const value = from.style?.getPropertyValue(name);
    if (value && plain.test(value)) copy.style.setProperty(name, value);
  }
  const source = from.tagName === "IMG" ? (from.getAttribute("src") ?? "") : "";
  if (/^data:image\/(?:png|jpeg|gif|webp|svg\+xml)[;,]/i.test(source)) (copy as HTMLImageElement).src = source;
}
