"use client";

import { useMemo, useState } from "react";
import { useWords } from "../notebook/words";
import { isDrawable } from "./expansion";
import HtmlOutput from "./HtmlOutput";
import styles from "./output.module.css";
import { Fallback, type Rendered } from "./renderers";

const quoted = (text: string) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/** A drawing, as a picture in a frame with `sandbox=""`: as a picture it runs, loads and links nothing; the frame is the second wall. */
export default function SvgOutput({ data, about, plain }: Rendered) {
  const say = useWords();
  const [isBroken, setBroken] = useState(false);
  const source = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(String(data))}`;
  const fits = useMemo(() => isDrawable(new DOMParser().parseFromString(String(data), "image/svg+xml")), [data]);
  if (isBroken || !fits) return <Fallback of="brokenImage" plain={plain} />;
  const alt = typeof about.alt === "string" ? about.alt : plain || say("picture");
  const size = (name: "width" | "height") => {
    const value = about[name];
    return typeof value === "number" && value > 0 && value <= 10_000 ? ` ${name}="${value}"` : "";
  };
  return (
    <>
      <img className={styles.probe} src={source} alt="" aria-hidden="true" onError={() => setBroken(true)} />
      <HtmlOutput data={`<img src="${quoted(source)}" alt="${quoted(alt)}"${size("width")}${size("height")}>`} />
    </>
  );
}
