"use client";

import { useRef } from "react";
import { useWords } from "../notebook/words";

type Props = { title: string; className?: string; done: () => void; rename: (title: string) => void };

/** A notebook's name, to be written over: Enter or leaving takes it, Escape lets it be. */
export function NameField({ title, className, done, rename }: Props) {
  const say = useWords();
  const isGivenUp = useRef(false);
  const take = (text: string) => {
    if (!isGivenUp.current && text.trim() !== "" && text.trim() !== title) rename(text);
    done();
  };
  return (
    <input
      className={className}
      defaultValue={title}
      aria-label={say("newName", title)}
      // biome-ignore lint/a11y/noAutofocus: the reader has just asked to write here
      autoFocus
      onFocus={(event) => event.target.select()}
      onBlur={(event) => take(event.target.value)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || (event.key !== "Enter" && event.key !== "Escape")) return;
        isGivenUp.current = event.key === "Escape";
        event.currentTarget.blur();
      }}
    />
  );
}
