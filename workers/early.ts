/** Where the build puts the broker page. */
export const brokerPage = `${process.env.BASE_PATH ?? ""}/kernel/broker.html`;

const mark = "data-early";

/**
 * An inline script for the beginning of a page: it opens the broker while the page's own scripts are on their way, so that
 * a worker waits when they come. What stands behind a `#` may be a notebook of a stranger's, for which nothing starts: the
 * page's scripts find that out.
 */
export const earlyScript = `if (!location.hash) {
  const frame = document.createElement("iframe");
  frame.hidden = true;
  frame.setAttribute("${mark}", "");
  frame.src = ${JSON.stringify(brokerPage)};
  document.body.append(frame);
}`;

/** The broker that the page began with, once, if it is the one at this address. */
export function takeEarly(brokerUrl: string): HTMLIFrameElement | undefined {
  const frame = document.querySelector<HTMLIFrameElement>(`body > iframe[${mark}]`);
  if (frame?.getAttribute("src") !== brokerUrl) return undefined;
  frame.removeAttribute(mark);
  return frame;
}
