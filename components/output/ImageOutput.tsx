"use client";

import { useState } from "react";
import { useWords } from "../notebook/words";
import styles from "./output.module.css";
import { Fallback, type Rendered } from "./renderers";

/** A picture as an `img`, out of its own bytes. */
export function ImageOutput({ mime, data, about, plain }: Rendered & { mime: string }) {
  const say = useWords();
  const [broken, setBroken] = useState<string>();
  if (typeof data !== "string" || data === broken) return <Fallback of="brokenImage" plain={plain} />;
  const size = (value: unknown) => (typeof value === "number" && value > 0 && value <= 10_000 ? value : undefined);
  const [width, height] = [size(about.width), size(about.height)];
  const alt = typeof about.alt === "string" ? about.alt : plain || say("picture");
  return (
    <div className={styles.picture} data-paper={about.needs_background === "light" || undefined}>
      <img
        src={`data:${mime};base64,${data}`} // the browser itself says best what is no picture
        alt={alt}
        width={width}
        height={height}
        style={width && height ? { aspectRatio: `${width} / ${height}`, height: "auto" } : undefined}
        decoding="async"
        onError={() => setBroken(data)}
      />
    </div>
  );
}
