"use client";

import { useWords } from "../notebook/words";
import styles from "./lab.module.css";
import { probabilityText, shortNumber } from "./numbers";
import type { Shown } from "./useLab";

/** What was drawn, in numbers, each over what the theory says. */
export function Table({ shown: { task, answer } }: { shown: Shown }) {
  const say = useWords();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls sideways must be reachable by keys
    <section className={styles.tableBox} tabIndex={0} aria-label={say("labTable")}>
      <table className={styles.table} aria-label={say("labTable")}>
        <thead>
          <tr>
            <th scope="col">{say("labInitializer")}</th>
            <th scope="col">{say("labMean")}</th>
            <th scope="col">{say("labStd")}</th>
            <th scope="col">
              <abbr title={say("labDistance")}>D</abbr>
            </th>
            <th scope="col">{say("labP")}</th>
          </tr>
        </thead>
        <tbody>
          {answer.drawn.map((drawn, i) => {
            const { name } = task.choices[i]!;
            return (
              <tr key={name} data-row={name}>
                <th scope="row" translate="no">
                  <Swatch name={name} />
                  {name}
                </th>
                {"refused" in drawn ? (
                  <td colSpan={4} className={styles.refused} translate="no" lang="en">
                    {drawn.refused}
                  </td>
                ) : (
                  <>
                    <td data-value="mean" translate="no">
                      {drawn.mean}
                      <Ideal value={drawn.theory?.mean} />
                    </td>
                    <td data-value="std" translate="no">
                      {drawn.std}
                      <Ideal value={drawn.theory?.deviation} />
                    </td>
                    <td translate="no">{drawn.theory ? shortNumber(drawn.theory.distance, 3) : "–"}</td>
                    <td translate="no" data-low={(drawn.theory?.p ?? 1) < 0.01 || undefined}>
                      {drawn.theory ? probabilityText(drawn.theory.p) : "–"}
                    </td>
                  </>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function Ideal({ value }: { value: number | undefined }) {
  const say = useWords();
  if (value === undefined) return null;
  return (
    <small>
      {say("labTheory")} {shortNumber(value, 5)}
    </small>
  );
}

/** The look of an initializer's line. */
export function Swatch({ name }: { name: string }) {
  return (
    <svg className={styles.swatch} width="20" height="12" viewBox="0 0 20 12" aria-hidden="true" data-series={name}>
      <rect className={styles.area} data-series={name} x="0" y="0" width="20" height="12" rx="2" />
      <path className={styles.theory} data-series={name} d="M0 6H20" />
    </svg>
  );
}
