"use client";

import { useState } from "react";
import { useWords } from "../notebook/words";
import { save } from "./download";
import { type LongText, partsOf } from "./longText";

/** What a clipboard takes without a long wait. */
const copiedAtMost = 20_000_000;

/** A long text as a whole, for the clipboard or as a file, though only a part of it is laid out. */
export function TakeAway({ of: whole }: { of: LongText }) {
  const say = useWords();
  const [state, setState] = useState<"copy" | "copied" | "copyTooLong">("copy");
  const parts = () => partsOf(whole, say("lostLines", whole.lost.lines.toLocaleString("en")));
  const copy = async () => {
    const text = parts().join("");
    const isCopied =
      text.length <= copiedAtMost &&
      (await navigator.clipboard.writeText(text).then(
        () => true,
        () => false,
      ));
    setState(isCopied ? "copied" : "copyTooLong");
  };
  return (
    <>
      <button type="button" onClick={copy} onBlur={() => setState("copy")}>
        <span role="status">{say(state)}</span>
      </button>
      <button type="button" onClick={() => save(new Blob(parts(), { type: "text/plain;charset=utf-8" }), "output.txt")}>
        {say("download")}
      </button>
    </>
  );
}
