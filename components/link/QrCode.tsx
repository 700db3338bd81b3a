"use client";

import { useMemo } from "react";
import { encode } from "uqr";
import { useWords } from "../notebook/words";
import styles from "./share.module.css";

/** The link as a square that cameras read; dark on light in every theme, as they expect it. */
export default function QrCode({ link }: { link: string }) {
  const say = useWords();
  const { size, path } = useMemo(() => {
    const { data, size } = encode(link, { ecc: "L", border: 4 });
    const dots = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : "")));
    return { size, path: dots.join("") };
  }, [link]);
  return (
    <svg
      className={styles.qr}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={say("qrCode")}
      shapeRendering="crispEdges"
      data-modules={size - 8}
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
