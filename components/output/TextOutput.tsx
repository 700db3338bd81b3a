"use client";

import { memo, type ReactNode, useMemo, useState } from "react";
import type { Earlier } from "../notebook/earlier";
import type { Cut } from "../notebook/outputs";
import { Words } from "../notebook/words";
import { folded, shown } from "./lines";
import { longText } from "./longText";
import styles from "./output.module.css";
import { Pages } from "./Pages";
import { TakeAway } from "./TakeAway";
import { TerminalText } from "./Terminal";
import { useOverflow } from "./useOverflow";

type Props = {
  text: string;
  isError?: boolean;
  /** What has left the text at its top, and where that is kept. */
  cut?: Cut;
  earlier?: Earlier;
};

/** Text as printed. The middle of long text is folded away until it is asked for. */
export const TextOutput = memo(function TextOutput({ text, isError = false, cut, earlier }: Props) {
  const [isOpen, setOpen] = useState(false);
  const whole = useMemo(() => longText(text, cut, earlier), [text, cut, earlier]);
  const fold = useMemo(() => folded(text), [text]);
  const isLong = fold.tail !== null || cut !== undefined;
  const start = useMemo(() => (isLong ? headOf(whole.pages[0]!.read()) : fold.head), [isLong, whole, fold]);
  const hidden = whole.lines - shown.head - shown.tail;

  return (
    <div className={styles.text} data-stream={isError ? "stderr" : undefined}>
      {isError && <span className={styles.tag}>stderr</span>}
      {isLong && isOpen ? (
        <Pages of={whole} />
      ) : (
        <Scrollable>
          <TerminalText text={start} />
        </Scrollable>
      )}
      {isLong && (
        <p className={styles.gap}>
          {!isOpen && (
            <span>
              <Words of="hiddenLines" parts={[number(hidden)]} />
            </span>
          )}
          <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? (
              <Words of="showFewer" />
            ) : (
              <Words of="showAll" parts={[number(whole.lines - whole.lost.lines)]} />
            )}
          </button>
          <TakeAway of={whole} />
          {whole.lost.characters > 0 && (
            <span>
              {whole.lost.lines > 0 ? (
                <Words of="lostLines" parts={[number(whole.lost.lines)]} />
              ) : (
                <Words of="lostCharacters" parts={[number(whole.lost.characters)]} />
              )}
            </span>
          )}
        </p>
      )}
      {isLong && !isOpen && (
        <Scrollable>
          <TerminalText text={fold.tail ?? text} />
        </Scrollable>
      )}
    </div>
  );
});

const headOf = (text: string) => text.split("\n", shown.head).join("\n");

function Scrollable({ children }: { children: ReactNode }) {
  const { ref, overflows } = useOverflow<HTMLPreElement>();
  return (
    <pre ref={ref} translate="no" tabIndex={overflows ? 0 : undefined}>
      {children}
    </pre>
  );
}

const number = (value: number) => value.toLocaleString("en");
