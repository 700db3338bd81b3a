import katex from "katex";
import Plotly from "plotly.js-cartesian-dist-min";
import type { OutputAttack } from "./outputAttacks";

/** A page that shows what it is given as a careless one would; the attacks must succeed on it. */
const ways: { [W in OutputAttack["unsafe"]]: (payload: unknown, place: HTMLElement) => unknown } = {
  page: (payload, place) => {
    place.innerHTML = String(payload).startsWith("x:") ? `<img src="${payload}">` : String(payload);
  },
  frame: (payload, place) => {
    const frame = document.createElement("iframe");
    frame.srcdoc = String(payload);
    place.append(frame);
    return new Promise((done) => {
      frame.onload = () => {
        frame.onload = null;
        for (const element of frame.contentDocument?.querySelectorAll<HTMLElement>("[data-press]") ?? [])
          element.click();
        done(undefined);
      };
    });
  },
  latex: (payload, place) => {
    place.innerHTML = katex.renderToString(String(payload).slice(1, -1), {
      trust: true,
      strict: false,
      throwOnError: false,
    });
    for (const link of place.querySelectorAll<HTMLElement>("a")) link.click();
  },
  figure: (payload, place) => {
    const { data, layout } = payload as { data: never[]; layout: object };
    return Plotly.react(place, data, layout, { displaylogo: false }).then(() => {
      for (const link of place.querySelectorAll("a"))
        link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    });
  },
  merge: (payload) => merge({}, JSON.parse(String(payload))),
  script: (payload) => {
    const script = document.createElement("script");
    script.textContent = String(payload);
    document.body.append(script);
  },
};

function merge(target: Record<string, unknown>, from: Record<string, unknown>): Record<string, unknown> {
  for (const key in from) {
    const value = from[key];
    if (typeof value === "object" && value !== null)
      merge((target[key] ??= {}) as Record<string, unknown>, value as Record<string, unknown>);
    else target[key] = value;
  }
  return target;
}

async function show(payload: unknown, way: OutputAttack["unsafe"]): Promise<void> {
  const place = document.createElement("div");
  document.querySelector("main")?.append(place);
  await Promise.resolve(ways[way](payload, place)).catch(() => {});
  for (const element of place.querySelectorAll<HTMLElement>("[data-press]")) element.click();
}

declare global {
  interface Window {
    show: typeof show;
  }
}
window.show = show;
