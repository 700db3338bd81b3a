"use client";

import { useWords } from "../notebook/words";
import styles from "./lens.module.css";
import { isFloat, numberOf, numeralText, type Range, shortText } from "./numerals";
import type { Picks } from "./picks";
import { useAnswer } from "./useAnswer";
import type { ViewProps } from "./views";

/** What is marked, how much of it is in sight, and how to end it. */
export function MarkedNote({ form, ask, choice, choose, picks }: ViewProps & { picks: Picks }) {
  const say = useWords();
  const { range } = choice;
  const { answer, isFresh } = useAnswer(
    ask,
    range ? { kind: "mark", of: { handle: form.handle ?? "" }, picks: [...picks], range, rows: 1, columns: 1 } : null,
  );
  if (!range) return null;
  return (
    <p className={styles.marked}>
      <span className={styles.swatch} aria-hidden="true" />
      <span title={rangeText(range, form.dtype)}>{say("lensMarked", rangeText(range, form.dtype, 6))}</span>
      {answer && isFresh && (
        <span className={styles.hint}>{say("lensMarkedHere", answer.count.toLocaleString("en"))}</span>
      )}
      <button type="button" className={styles.button} onClick={() => choose({ range: null })}>
        {say("lensUnmark")}
      </button>
    </p>
  );
}

/** "0.1 ≤ x ≤ 0.3", with so many digits if they are not all wanted, or the one value that both ends are. */
export function rangeText([low, high]: Range, dtype: string, digits?: number): string {
  const [from, to] = [low, high].map(
    (end) => named.get(end) ?? (isFloat(dtype) && digits ? shortText(numberOf(end), digits) : numeralText(end, dtype)),
  );
  return from === to ? String(from) : `${from} ≤ x ≤ ${to}`;
}
const named: ReadonlyMap<unknown, string> = new Map([
  ["nan", "NaN"],
  ["inf", "+∞"],
  ["-inf", "−∞"],
]);
