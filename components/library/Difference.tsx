"use client";

import { Fragment, useMemo } from "react";
import { useWords } from "../notebook/words";
import { differenceOf, shortened, type Text } from "./difference";
import styles from "./library.module.css";

const words = { added: "cellAdded", removed: "cellRemoved", changed: "cellChanged", moved: "cellMoved" } as const;
const signs = { same: " ", added: "+", removed: "−" } as const;

/** What differs between two texts, cell by cell; of changed cells the lines, with a sign before each. */
export function Difference({ before, after, edited }: { before: Text; after: Text; edited?: (id: string) => boolean }) {
  const say = useWords();
  const cells = useMemo(() => differenceOf(before, after), [before, after]);
  if (cells.length === 0) return <p className={styles.hint}>{say("noDifference")}</p>;
  return (
    <ol className={styles.difference}>
      {cells.map(({ id, kind, at, lines }) => (
        <li key={id} data-kind={kind}>
          <h3>
            {say(words[kind], at + 1)}
            {edited?.(id) && <em>{say("youEdited")}</em>}
          </h3>
          {lines.length > 0 && (
            <pre>
              {shortened(lines).map(({ gap, line }, index) => (
                <Fragment key={index}>
                  {gap > 0 && <span className={styles.gap}>⋯</span>}
                  <span data-line={line.kind}>
                    <i aria-hidden="true">{signs[line.kind]}</i>
                    {line.kind !== "same" && (
                      <span className={styles.spoken}>{say(line.kind === "added" ? "lineAdded" : "lineRemoved")} </span>
                    )}
                    {line.text || " "}
                  </span>
                </Fragment>
              ))}
            </pre>
          )}
        </li>
      ))}
    </ol>
  );
}
