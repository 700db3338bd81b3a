"use client";

import { useMemo } from "react";
import { useWords } from "../notebook/words";
import { pieces } from "./ansi";
import { clipped } from "./lines";

/** Lines as a terminal shows them, the longest ones cut. */
export function TerminalText({ text }: { text: string }) {
  const say = useWords();
  const parts = useMemo(() => pieces(text), [text]);
  const clip = (part: string) => clipped(part, (more) => say("longLine", more.toLocaleString("en")));
  if (parts.length === 1 && !parts[0]!.style) return clip(parts[0]!.text);
  return parts.map(({ text, style }, index) => (
    <span key={index} style={style}>
      {clip(text)}
    </span>
  ));
}
