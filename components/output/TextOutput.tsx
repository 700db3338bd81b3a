"use client";

import { memo, type ReactNode, useMemo, useState } from "react";
import { useWords, Words } from "../notebook/words";
import { blocks, clipped, folded, withoutEscapes } from "./lines";
import styles from "./output.module.css";
import { useOverflow } from "./useOverflow";

type Props = { text: string; isError?: boolean };

/** Text as printed. The middle of long text is folded away until it is asked for. */
export const TextOutput = memo(function TextOutput({ text, isError = false }: Props) {
  const say = useWords();
  const [isOpen, setOpen] = useState(false);
  const clean = useMemo(() => withoutEscapes(text).replace(/\r$/, ""), [text]);
  const { count, head, tail, hidden } = useMemo(() => folded(clean), [clean]);
  const clip = (part: string) => clipped(part, (more) => say("longLine", number(more)));
  const isLong = tail !== null;

  return (
    <div className={styles.text} data-stream={isError ? "stderr" : undefined}>
      {isError && <span className={styles.tag}>stderr</span>}
      {isLong && isOpen ? <AllLines text={clean} count={count} clip={clip} /> : <Scrollable>{clip(head)}</Scrollable>}
      {isLong && (
        <p className={styles.gap}>
          {!isOpen && (
            <span>
              <Words of="hiddenLines" parts={[number(hidden)]} />
            </span>
          )}
          <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? <Words of="showFewer" /> : <Words of="showAll" parts={[number(count)]} />}
          </button>
        </p>
      )}
      {isLong && !isOpen && <Scrollable>{clip(tail)}</Scrollable>}
    </div>
  );
});

function Scrollable({ children }: { children: ReactNode }) {
  const { ref, overflows } = useOverflow<HTMLPreElement>();
  return (
    <pre ref={ref} tabIndex={overflows ? 0 : undefined}>
      {children}
    </pre>
  );
}

/** Every line, in blocks that the browser lays out only when they come into view. */
function AllLines({ text, count, clip }: { text: string; count: number; clip(part: string): string }) {
  const say = useWords();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled with the keys
    <section className={styles.all} data-tall={count > 400 || undefined} tabIndex={0} aria-label={say("output")}>
      {blocks(text, 200).map((block, index) => (
        <pre key={index} className={styles.block} style={{ containIntrinsicBlockSize: `${block.lines * 20}px` }}>
          {clip(block.text)}
        </pre>
      ))}
    </section>
  );
}

const number = (value: number) => value.toLocaleString("en");
