"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { useNotebook } from "../notebook/store";
import { useWords, Words } from "../notebook/words";
import { framed } from "./framedHtml";
import styles from "./output.module.css";
import type { Rendered } from "./renderers";

const tallest = 640;

/**
 * HTML in a frame without scripts, forms, popups and network, as high as it needs to be up to a limit.
 *
 * The frame has our origin, for the page to measure it; nothing in it can make use of that, because no script runs: the
 * sandbox forbids it, the frame's policy forbids it, and the page's policy, which the frame inherits, knows no inline script.
 */
export default function HtmlOutput({ data }: Rendered) {
  const say = useWords();
  const look = useNotebook((state) => state.look);
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(48);
  const page = useMemo(() => framed(String(data), look), [data, look]);

  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    let watch: ResizeObserver | undefined;
    const measure = () => {
      const body = element.contentDocument?.body;
      if (!body) return;
      const fit = () => setHeight(Math.min(tallest, Math.max(24, Math.ceil(body.getBoundingClientRect().height) + 1)));
      watch?.disconnect();
      watch = new ResizeObserver(fit);
      watch.observe(body);
      fit();
    };
    element.addEventListener("load", measure);
    if (page) measure();
    return () => {
      element.removeEventListener("load", measure);
      watch?.disconnect();
    };
  }, [page]);

  return (
    <div className={styles.html}>
      <iframe ref={frame} title={say("htmlOutput")} sandbox="allow-same-origin" srcDoc={page} style={{ height }} />
      <span className={styles.isolated} title={say("isolatedHint")}>
        <Words of="isolated" />
      </span>
    </div>
  );
}
