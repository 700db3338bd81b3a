"use client";

import { useId } from "react";
import { useWords } from "../notebook/words";
import styles from "./lens.module.css";
import { extentOf, suitable, withPart } from "./picks";
import type { ViewProps } from "./views";

/** Which two axes are the rows and the columns, and where on the others the slice is taken. */
export function Axes({ form, choice, choose }: ViewProps) {
  const say = useWords();
  const id = useId();
  const { shape } = form;
  if (shape.length < 3) return null;
  const picks = suitable(choice.picks ?? form.picks, shape);
  const pick = (next: ReturnType<typeof withPart>) => {
    const { rows, columns } = extentOf(next, shape);
    const [row, column] = choice.at ?? [0, 0];
    choose({ picks: next, at: choice.at && [Math.min(row, rows - 1), Math.min(column, columns - 1)] });
  };
  return (
    <fieldset className={styles.axes}>
      <legend>{say("lensAxes")}</legend>
      {(["rows", "columns"] as const).map((part) => (
        <label key={part}>
          <span>{say(part === "rows" ? "lensRows" : "lensColumns")}</span>
          <select
            value={picks.indexOf(part)}
            onChange={(event) => pick(withPart(picks, Number(event.target.value), part))}
          >
            {shape.map((length, axis) => (
              <option key={axis} value={axis}>
                {say("lensAxis", axis, length.toLocaleString("en"))}
              </option>
            ))}
          </select>
        </label>
      ))}
      {picks.map((at, axis) =>
        typeof at !== "number" ? null : (
          <div key={axis} className={styles.index}>
            <label htmlFor={`${id}-${axis}`}>{say("lensAxis", axis, shape[axis]!.toLocaleString("en"))}</label>
            <input
              type="range"
              tabIndex={-1}
              aria-hidden="true"
              min={0}
              max={shape[axis]! - 1}
              value={at}
              onChange={(event) => pick(picks.with(axis, Number(event.target.value)))}
            />
            <input
              id={`${id}-${axis}`}
              type="number"
              aria-label={say("lensIndexOf", axis)}
              title={say("lensUpTo", (shape[axis]! - 1).toString())}
              min={0}
              max={shape[axis]! - 1}
              step={1}
              value={at}
              style={{ width: `${String(shape[axis]! - 1).length + 5}ch` }}
              onChange={(event) => {
                const next = event.target.valueAsNumber;
                if (Number.isInteger(next) && next >= 0 && next < shape[axis]!) pick(picks.with(axis, next));
              }}
            />
          </div>
        ),
      )}
    </fieldset>
  );
}
