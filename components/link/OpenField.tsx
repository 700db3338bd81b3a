"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Both } from "../notebook/words";
import { texts } from "../text";
import styles from "./link.module.css";
import { linkIn } from "./paste";

/** Takes a link as it was pasted, whatever programs have made of it, or the address of a notebook file, and goes there. */
export function OpenField({ onOpen }: { onOpen?: () => void }) {
  const router = useRouter();
  const [isMissing, setMissing] = useState(false);
  const open = (text: string) => {
    const fragment = fragmentIn(text);
    setMissing(fragment === undefined);
    if (fragment === undefined) return;
    onOpen?.();
    if (location.pathname.endsWith("/notebook/")) location.hash = fragment;
    else router.push(`/notebook/#${fragment}`);
  };
  return (
    <form
      className={styles.field}
      onSubmit={(event) => {
        event.preventDefault();
        open(String(new FormData(event.currentTarget).get("link")));
      }}
    >
      <label htmlFor="open-link">
        <Both of={texts.pasteAgain} />
      </label>
      <input id="open-link" name="link" type="text" autoComplete="off" spellCheck={false} required />
      <button type="submit" className={styles.button} data-main="true">
        <Both of={texts.openLink} />
      </button>
      {isMissing && (
        <p role="alert" className={styles.missing}>
          <Both of={texts.linkProblems.nothing} />
        </p>
      )}
    </form>
  );
}

/** What belongs behind the `#` to open what was pasted. */
function fragmentIn(text: string): string | undefined {
  const link = linkIn(text.trim());
  if (link && link.kind !== "open") return link.kind + link.version + link.body;
  const address = link ? link.address : /https:\/\/[^\s<>"]+/i.exec(text)?.[0];
  return address && `open=${address}`;
}
