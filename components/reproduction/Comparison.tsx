"use client";

import { Fragment, useEffect, useMemo, useRef } from "react";
import { useNotebook } from "../notebook/store";
import { useWords } from "../notebook/words";
import { texts } from "../text";
import { expectedOf, printedOf } from "./expected";
import styles from "./reproduction.module.css";
import { placeOf, type Row, rowsOf, type Side } from "./rows";
import { reproductionOf } from "./standing";

/** Rows that are drawn at most; an output of more lines is no exercise. */
const most = 2_000;

/** The expected output and the printed one, side by side, with the first difference marked and in sight. */
export function Comparison() {
  const say = useWords();
  const language = useNotebook((state) => state.language);
  const id = useNotebook((state) => state.compared);
  const cell = useNotebook((state) => (id === null ? undefined : state.cells[id]));
  const outputs = useNotebook((state) => (id === null ? undefined : state.runs[id]?.outputs));
  const reproduction = useNotebook(({ runs }) => (id !== null && cell ? reproductionOf(cell, runs[id]) : null));
  const expected = cell ? expectedOf(cell) : null;
  const isRun = reproduction !== null && reproduction.grade !== "notRun" && reproduction.grade !== "pending";
  const at = isRun ? reproduction.at : undefined;
  const rows = useMemo(() => {
    const wanted = trimmed(expected?.text ?? "");
    return rowsOf(wanted, isRun ? trimmed(printedOf(outputs ?? [])) : wanted, at).slice(0, most);
  }, [expected, outputs, isRun, at]);
  const first = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    first.current?.scrollIntoView({ block: "center" }); // gives a promise, which an effect must not return
  }, []);
  if (!expected || !reproduction) return null;

  const grade = isRun ? reproduction.grade : "notRun";
  const place = at && placeOf(expected.text, at.expected[0]);
  return (
    <div className={styles.comparison} data-grade={grade}>
      <p>
        {texts.gradeWords[grade as keyof typeof texts.gradeWords][language]}
        {place && ` ${say("firstDifference", place.line + 1, place.column + 1)}`}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key */}
      <section className={styles.scroller} tabIndex={0} data-first aria-label={say("compareOutput")}>
        <table>
          <thead>
            <tr>
              <th scope="col">
                <span className={styles.unseen}>{say("lineNumber")}</span>
              </th>
              <th scope="col">{say("expectedOutput")}</th>
              {isRun && <th scope="col">{say("printedOutput")}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => {
              const isFirst = row.expected?.mark !== undefined || row.printed?.mark !== undefined;
              return (
                <Fragment key={index}>
                  {row.gap > 0 && (
                    <tr className={styles.gap}>
                      <td />
                      <td colSpan={2}>{say("sameLines", row.gap)}</td>
                    </tr>
                  )}
                  {(row.expected ?? row.printed) && (
                    <tr ref={isFirst ? first : undefined} data-same={row.isSame || undefined}>
                      <LineOf row={row} isRun={isRun} />
                    </tr>
                  )}
                </Fragment>
              );
            })}
          </tbody>
        </table>
      </section>
      {isRun && printedOf(outputs ?? []) === "" && <p>{say("nothingPrinted")}</p>}
    </div>
  );
}

function LineOf({ row: { expected, printed }, isRun }: { row: Row; isRun: boolean }) {
  return (
    <>
      <th scope="row">{(expected ?? printed)?.number}</th>
      <td data-side="expected">{expected && <Marked {...expected} />}</td>
      {isRun && <td data-side="printed">{printed && <Marked {...printed} />}</td>}
    </>
  );
}

function Marked({ text, mark }: Side) {
  if (!mark) return text || " ";
  const [from, to] = mark;
  return (
    <>
      {text.slice(0, from)}
      <mark data-testid="first-difference">{text.slice(from, to) || " "}</mark>
      {text.slice(to)}
    </>
  );
}

const trimmed = (text: string) => text.replace(/[\r\n]+$/, "");
