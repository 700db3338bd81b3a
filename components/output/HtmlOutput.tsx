"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { useNotebook } from "../notebook/store";
import { useWords, Words } from "../notebook/words";
import { framed, harmless, sheetFor } from "./framedHtml";
import { measuredCopy } from "./measuredCopy";
import styles from "./output.module.css";
import type { Rendered } from "./renderers";

const tallest = 640;

/**
 * HTML in a frame with `sandbox=""`: no scripts, no forms, no popups, an origin that is nobody's, and a policy without
 * network. Its height is that of a copy which the page measures; the reader can draw the frame larger.
 */
export default function HtmlOutput({ data }: Pick<Rendered, "data">) {
  const say = useWords();
  const look = useNotebook((state) => state.look);
  const ruler = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(48);
  const page = useMemo(() => framed(String(data), look), [data, look]);

  useEffect(() => {
    const element = ruler.current;
    if (!element) return;
    const shadow = element.shadowRoot ?? element.attachShadow({ mode: "open" }); // the page's styles stay outside
    const copy = measuredCopy(harmless(String(data)).body);
    if (!copy) return setHeight(tallest);
    const style = document.createElement("style");
    style.textContent = sheetFor("light", ":host > div");
    const body = document.createElement("div");
    body.append(copy);
    shadow.replaceChildren(style, body);
    const fit = () => setHeight(Math.min(tallest, Math.max(24, Math.ceil(body.getBoundingClientRect().height) + 1)));
    const watch = new ResizeObserver(fit);
    watch.observe(body);
    fit();
    return () => {
      watch.disconnect();
      shadow.replaceChildren();
    };
  }, [data]);

  return (
    <div className={styles.html}>
      <div ref={ruler} className={styles.ruler} aria-hidden="true" inert />
      <div className={styles.frame} style={{ height }}>
        <iframe title={say("htmlOutput")} sandbox="" srcDoc={page} />
      </div>
      <span className={styles.isolated} title={say("isolatedHint")}>
        <Words of="isolated" />
      </span>
    </div>
  );
}
