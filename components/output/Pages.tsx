"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { Icon } from "../Icon";
import { useWords, Words } from "../notebook/words";
import { blocks } from "./lines";
import type { LongText } from "./longText";
import styles from "./output.module.css";
import { TerminalText } from "./Terminal";

/** Every line: a page of some thousand at a time, in blocks that the browser lays out only when they come into view. */
export function Pages({ of: { pages, lines } }: { of: LongText }) {
  const say = useWords();
  const [at, setAt] = useState(0);
  const last = pages.length - 1;
  const index = Math.min(at, last);
  const page = pages[index]!;
  const scroller = useRef<HTMLElement>(null);
  const text = useMemo(() => page.read(), [page]);
  useEffect(() => {
    if (index >= 0) scroller.current?.scrollTo(0, 0);
  }, [index]);
  const steps = [
    ["firstPage", 0, "first"],
    ["pageBack", index - 1, "back"],
    ["pageOn", index + 1, "on"],
    ["lastPage", last, "last"],
  ] as const;

  return (
    <>
      <section
        ref={scroller}
        className={styles.all}
        data-tall={page.lines > 400 || undefined}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled with the keys
        tabIndex={0}
        aria-label={say("output")}
      >
        {blocks(text, 200).map((block, row) => (
          <pre
            key={row}
            translate="no"
            className={styles.block}
            style={{ containIntrinsicBlockSize: `${block.lines * 20}px` }}
          >
            <TerminalText text={block.text} />
          </pre>
        ))}
      </section>
      {last > 0 && (
        <nav className={styles.pager} aria-label={say("pages")}>
          {steps.slice(0, 2).map(([title, target, icon]) => (
            <PageButton key={title} title={say(title)} icon={icon} isOff={index === 0} go={() => setAt(target)} />
          ))}
          <span role="status">
            <Words of="pageLines" parts={[number(page.first + 1), number(page.first + page.lines), number(lines)]} />
          </span>
          {steps.slice(2).map(([title, target, icon]) => (
            <PageButton key={title} title={say(title)} icon={icon} isOff={index === last} go={() => setAt(target)} />
          ))}
        </nav>
      )}
    </>
  );
}

type ButtonProps = { title: string; icon: "first" | "back" | "on" | "last"; isOff: boolean; go(): void };

function PageButton({ title, icon, isOff, go }: ButtonProps) {
  return (
    <button type="button" title={title} aria-label={title} aria-disabled={isOff} onClick={() => !isOff && go()}>
      <Icon name={icon} />
    </button>
  );
}

const number = (value: number) => value.toLocaleString("en");
