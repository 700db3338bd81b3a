"use client";

import { useRef } from "react";
import type { Histogram } from "../../workers/protocol";
import { useWords } from "../notebook/words";
import { Bars } from "./Bars";
import { countIn, rangeOf, spanOf } from "./bins";
import styles from "./lens.module.css";
import { rangeText } from "./MarkedNote";
import { sizeOf } from "./schema";
import { useAnswer } from "./useAnswer";
import { useSight } from "./useScroller";
import type { ViewProps } from "./views";
import { Waiting } from "./Waiting";

/** How the elements are spread, and a range of them to be marked in the other views. */
export function HistogramView({ form, ask, choice, choose }: ViewProps) {
  const say = useWords();
  const box = useRef<HTMLDivElement>(null);
  const sight = useSight(box);
  const of = { handle: form.handle ?? "" };
  const { answer: histogram, trouble } = useAnswer(ask, { kind: "histogram", of });
  const { range } = choice;
  const mark = useAnswer(ask, range ? { kind: "mark", of, range, rows: 1, columns: 1 } : null);
  const span = histogram ? spanOf(histogram, range, form.dtype) : null;
  const total = sizeOf(form.shape);
  const counted = mark.isFresh
    ? mark.answer?.total
    : mark.trouble && histogram && span
      ? countIn(histogram, span)
      : undefined;
  const hasBars = histogram && histogram.counts.length > 0;

  return (
    <div ref={box} className={styles.histogram} aria-busy={!histogram} data-lens="histogram">
      {hasBars && sight ? (
        <Bars
          histogram={histogram}
          dtype={form.dtype}
          width={sight.width}
          span={span}
          onSpan={(next) => choose({ range: next && rangeOf(histogram, next, form.dtype) })}
        />
      ) : histogram ? (
        !hasBars && <p className={styles.note}>{say("lensNoFinite")}</p>
      ) : (
        <Waiting trouble={trouble} size={{ height: 232 }} />
      )}
      {histogram && <Specials {...{ histogram, range, choose }} />}
      <p className={styles.marked}>
        {range ? (
          <>
            <span className={styles.swatch} aria-hidden="true" />
            <span title={rangeText(range, form.dtype)}>{say("lensMarked", rangeText(range, form.dtype, 6))}</span>
            <span role="status" data-lens="count">
              {counted !== undefined &&
                say("lensMarkedCount", counted.toLocaleString("en"), total.toLocaleString("en"), share(counted, total))}
            </span>
            <button type="button" className={styles.button} onClick={() => choose({ range: null })}>
              {say("lensUnmark")}
            </button>
          </>
        ) : (
          hasBars && <span className={styles.hint}>{say("lensMarkHow")}</span>
        )}
      </p>
      {/^complex/.test(form.dtype) && <p className={styles.rule}>{say("lensMagnitudes")}</p>}
    </div>
  );
}

const share = (part: number, all: number) => `${((100 * part) / Math.max(1, all)).toPrecision(3)} %`;

const specials = [
  ["nan", "nan", "NaN"],
  ["positiveInf", "inf", "+∞"],
  ["negativeInf", "-inf", "−∞"],
] as const;

/** What no bin holds, to be marked too. */
function Specials({
  histogram,
  range,
  choose,
}: { histogram: Histogram } & { range: ViewProps["choice"]["range"]; choose: ViewProps["choose"] }) {
  const say = useWords();
  const there = specials.filter(([key]) => histogram[key] > 0);
  if (there.length === 0) return null;
  return (
    <p className={styles.signs}>
      {there.map(([key, text, words]) => {
        const isMarked = range?.[0] === text;
        return (
          <button
            key={key}
            type="button"
            className={styles.button}
            aria-pressed={isMarked}
            title={say("lensMark", words)}
            onClick={() => choose({ range: isMarked ? null : [text, text] })}
          >
            {words} {histogram[key].toLocaleString("en")}
          </button>
        );
      })}
    </p>
  );
}
