"use client";

import type { OneForm, Statistics } from "../../workers/protocol";
import { useNotebook } from "../notebook/store";
import { useWords } from "../notebook/words";
import { type Language, texts } from "../text";
import styles from "./lens.module.css";
import { Note } from "./Note";
import { numeralText, shortText } from "./numerals";
import { shapeText } from "./shapeText";
import { useAnswer } from "./useAnswer";
import type { ViewProps } from "./views";

type Fact = keyof typeof texts.lensFacts;

/** What is known of all elements together. */
export function StatisticsView({ form, ask }: ViewProps) {
  const say = useWords();
  const language = useNotebook((state) => state.language);
  const { answer, trouble } = useAnswer(ask, { kind: "statistics", of: { handle: form.handle ?? "" } });
  const facts = { ...ofForm(form), ...ofElements(form, answer, language) };
  return (
    <div className={styles.facts} aria-busy={!answer} data-lens="statistics">
      <dl>
        {(Object.keys(texts.lensFacts) as Fact[]).map((fact) => (
          <div key={fact}>
            <dt>{texts.lensFacts[fact][language]}</dt>
            <dd translate="no" data-fact={fact}>
              {facts[fact] ?? <span className={styles.dash}>–</span>}
            </dd>
          </div>
        ))}
      </dl>
      {!answer && (trouble ? <Note trouble={trouble} /> : <p className={styles.note}>{say("lensPending")}</p>)}
      {/^complex/.test(form.dtype) && <p className={styles.rule}>{say("lensMagnitudes")}</p>}
    </div>
  );
}

type Facts = { [F in Fact]?: string };

const ofForm = ({ shape, dtype, bytes }: OneForm): Facts => ({
  shape: shapeText(shape),
  dtype,
  size: count(shape.reduce((product, length) => product * length, 1)),
  bytes: count(bytes),
});

function ofElements({ dtype }: OneForm, statistics: Statistics | undefined, language: Language): Facts {
  if (!statistics) return {};
  const { size, distinct, distinctLimit, hash } = statistics;
  const extreme = (value: Statistics["min"]) => numeralText(value, /^complex/.test(dtype) ? "float64" : dtype);
  const average = (value: Statistics["mean"]) => (typeof value === "number" ? shortText(value, 8) : (value ?? "–"));
  const part = (of: number) =>
    of === 0 || size === 0 ? count(of) : `${count(of)} (${shortText((100 * of) / size, 3)} %)`;
  return {
    ...{ min: extreme(statistics.min), max: extreme(statistics.max) },
    ...{ mean: average(statistics.mean), std: average(statistics.std) },
    ...{ zeros: part(statistics.zeros), negative: part(statistics.negative), nan: part(statistics.nan) },
    ...{ positiveInf: part(statistics.positiveInf), negativeInf: part(statistics.negativeInf) },
    distinct: distinct === null ? texts.lensMoreThan[language](count(distinctLimit)) : count(distinct),
    hash,
  };
}

const count = (value: number) => value.toLocaleString("en");
