"use client";

import * as z from "zod/mini";
import { nearest } from "../notebook/exactJson";
import { useNotebook } from "../notebook/store";
import { useWords } from "../notebook/words";
import { texts } from "../text";
import styles from "./output.module.css";
import { Fallback, type Rendered } from "./renderers";

const count = z.number().check(z.minimum(0));
/** What a bar knows. Times are in milliseconds. */
const schema = z.object({
  done: count,
  total: z.optional(z.nullable(count)),
  label: z.optional(z.nullable(z.string())),
  elapsedMs: count,
  state: z.enum(["running", "done", "stopped"]),
});

/** How far a loop is: a bar, the count, the rate, and the time that is left. */
export function ProgressOutput({ data, plain }: Rendered) {
  const say = useWords();
  const language = useNotebook((state) => state.language);
  const read = schema.safeParse(nearest(data));
  if (!read.success) return <Fallback of="damaged" plain={plain} />;
  const { done, total, label, elapsedMs, state } = read.data;
  const part = total ? Math.min(1, done / total) : state === "done" ? 1 : undefined;
  const perSecond = elapsedMs > 0 ? (done / elapsedMs) * 1_000 : 0;
  const left = total && perSecond > 0 && state === "running" ? Math.max(0, total - done) / perSecond : undefined;
  const facts = [
    total ? `${number(done)} / ${number(total)}` : number(done),
    perSecond > 0 && say("perSecond", shortNumber(perSecond)),
    elapsedMs >= 50 && clock(elapsedMs / 1_000),
    left !== undefined && elapsedMs >= 500 && say("timeLeft", clock(left)),
    state === "stopped" && texts.runStatus.interrupted[language],
  ];
  return (
    <div className={styles.progress} data-state={state}>
      {label && <span className={styles.progressLabel}>{label.slice(0, 200)}</span>}
      <div
        role="progressbar"
        className={styles.bar}
        aria-label={label || say("progress")}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={part === undefined ? undefined : Math.round(part * 100)}
        data-unknown={part === undefined || undefined}
      >
        <span style={{ inlineSize: `${(part ?? 1) * 100}%` }} />
      </div>
      {part !== undefined && <span className={styles.percent}>{`${Math.floor(part * 100)}%`}</span>}
      <span className={styles.facts}>{facts.filter(Boolean).join(" · ")}</span>
    </div>
  );
}

const number = (value: number) => value.toLocaleString("en", { maximumFractionDigits: 2 });
const shortNumber = (value: number) =>
  value >= 100 ? Math.round(value).toLocaleString("en") : value.toLocaleString("en", { maximumSignificantDigits: 3 });

/** 3.2 s, 1:05, 2:00:07 */
function clock(seconds: number): string {
  if (seconds < 59.5) return `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`;
  const whole = Math.round(seconds);
  const two = (value: number) => String(value).padStart(2, "0");
  const [hours, minutes] = [Math.floor(whole / 3_600), Math.floor(whole / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}
