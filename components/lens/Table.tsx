"use client";

import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef } from "react";
import { useWords } from "../notebook/words";
import styles from "./lens.module.css";
import { MarkedNote } from "./MarkedNote";
import { isInRange } from "./numerals";
import { extentOf, indexText, suitable } from "./picks";
import { Readout } from "./Readout";
import { aheadOf, boxOf, heldTo, showing, stepsAt, type Track } from "./track";
import { useAnswer } from "./useAnswer";
import { useScroller, useSight } from "./useScroller";
import type { ViewProps } from "./views";
import { Waiting } from "./Waiting";
import { widthOf } from "./width";

const rowHeight = 24;
const mostRows = 14;
/** What is asked for begins and ends at multiples of these. */
const blocks = { rows: 32, columns: 8 } as const;

/** A slice as a table with every element exact. Only what is in sight is drawn, and what is around it is fetched. */
export function TableView({ form, ask, choice, choose }: ViewProps) {
  const say = useWords();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLTableElement>(null);
  const picks = suitable(choice.picks, form.shape);
  const extent = extentOf(picks, form.shape);
  const sight = useSight(box);
  const cellWidth = widthOf(form);
  const headWidth = 24 + 8 * String(Math.max(0, extent.rows - 1)).length;

  const across: Track = { count: extent.columns, step: cellWidth, sight: Math.max(0, (sight?.width ?? 0) - headWidth) };
  const down: Track = { count: extent.rows, step: rowHeight, sight: Math.max(0, (sight?.height ?? 0) - rowHeight) };
  const { offset, goTo } = useScroller(box, across, down);

  const wanted = { rows: stepsAt(down, offset.y), columns: stepsAt(across, offset.x) };
  const rows = aheadOf(down, wanted.rows, blocks.rows);
  const columns = aheadOf(across, wanted.columns, blocks.columns);
  const { answer, trouble } = useAnswer(
    ask,
    sight && { kind: "slice", of: { handle: form.handle ?? "" }, picks, rows, columns },
  );

  const at = choice.at ?? [0, 0];
  const [row, column] = [Math.min(at[0], extent.rows - 1), Math.min(at[1], extent.columns - 1)];
  const moveTo = (nextRow: number, nextColumn: number) => {
    const next = [clamp(nextRow, extent.rows), clamp(nextColumn, extent.columns)] as const;
    choose({ at: next });
    goTo({ x: showing(across, offset.x, next[1]), y: showing(down, offset.y, next[0]) });
  };

  // where another view has left the cursor
  const isMeasured = sight !== null;
  // only when the box is first measured
  useEffect(() => {
    if (isMeasured && choice.at) goTo({ x: showing(across, offset.x, column), y: showing(down, offset.y, row) });
  }, [isMeasured]);

  const shown = answer && {
    x: heldTo(across, offset.x, answer.columns),
    y: heldTo(down, offset.y, answer.rows),
  };
  const drawn = shown && { rows: stepsAt(down, shown.y), columns: stepsAt(across, shown.x) };
  useLayoutEffect(() => {
    if (!shown || !drawn || !stage.current) return;
    stage.current.scrollTop = shown.y - drawn.rows[0] * rowHeight;
    stage.current.scrollLeft = shown.x - drawn.columns[0] * cellWidth;
  });

  const textAt = (r: number, c: number) => answer?.texts[r - answer.rows[0]]?.[c - answer.columns[0]];
  const isMarked = (text: string | undefined) =>
    choice.range != null && text !== undefined && isInRange(text, choice.range);
  const cellId = (r: number, c: number) => `${id}-${r}-${c}`;
  const isDrawn = drawn && isWithin(row, drawn.rows) && isWithin(column, drawn.columns);

  const onKeyDown = (event: KeyboardEvent) => {
    const isFar = event.ctrlKey || event.metaKey;
    if (isFar && event.key.toLowerCase() === "c" && !document.getSelection()?.toString()) {
      void navigator.clipboard.writeText(textAt(row, column) ?? "").catch(() => {});
      event.preventDefault();
      return;
    }
    const [page, wide] = [
      Math.max(1, Math.floor(down.sight / rowHeight)),
      Math.max(1, Math.floor(across.sight / cellWidth)),
    ];
    const steps: { [key: string]: [number, number] } = {
      ArrowDown: [row + 1, column],
      ArrowUp: [row - 1, column],
      ArrowRight: [row, column + 1],
      ArrowLeft: [row, column - 1],
      PageDown: event.altKey ? [row, column + wide] : [row + page, column],
      PageUp: event.altKey ? [row, column - wide] : [row - page, column],
      Home: [isFar ? 0 : row, 0],
      End: [isFar ? extent.rows - 1 : row, extent.columns - 1],
    };
    if (!Object.hasOwn(steps, event.key)) return;
    moveTo(...steps[event.key]!);
    event.preventDefault();
    event.stopPropagation();
  };

  const height = rowHeight * (Math.min(extent.rows, mostRows) + 1) + 2 + Math.max(0, sight?.bar ?? 0);
  const list = ([from, to]: readonly [number, number]) => Array.from({ length: to - from }, (_, index) => from + index);
  const value = textAt(row, column);
  return (
    <>
      <MarkedNote {...{ form, ask, choice, choose, picks }} />
      <div ref={box} className={styles.scroller} style={{ height }} aria-busy={!answer} data-lens="table">
        <div style={{ width: headWidth + boxOf(across), height: rowHeight + boxOf(down) }}>
          <div ref={stage} className={styles.stage} style={{ width: sight?.width, height: sight?.height }}>
            {answer && drawn && (
              <table
                ref={grid}
                // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table that is walked
                role="grid"
                tabIndex={0}
                className={styles.grid}
                aria-label={say("lensTable", number(extent.rows), number(extent.columns))}
                aria-rowcount={extent.rows + 1}
                aria-colcount={extent.columns + 1}
                aria-activedescendant={isDrawn ? cellId(row, column) : undefined}
                style={{ width: headWidth + cellWidth * (drawn.columns[1] - drawn.columns[0]) }}
                onKeyDown={onKeyDown}
                translate="no"
              >
                <colgroup>
                  <col style={{ width: headWidth }} />
                  {list(drawn.columns).map((c) => (
                    <col key={c} style={{ width: cellWidth }} />
                  ))}
                </colgroup>
                <thead>
                  <tr aria-rowindex={1}>
                    <td role="presentation" className={styles.corner} />
                    {list(drawn.columns).map((c) => (
                      <th key={c} scope="col" aria-colindex={c + 2}>
                        {c}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {list(drawn.rows).map((r) => (
                    <tr key={r} aria-rowindex={r + 2}>
                      <th scope="row" aria-colindex={1}>
                        {r}
                      </th>
                      {list(drawn.columns).map((c) => {
                        const text = textAt(r, c);
                        return (
                          // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around it hears the keys
                          <td
                            key={c}
                            id={cellId(r, c)}
                            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid
                            role="gridcell"
                            tabIndex={-1}
                            aria-colindex={c + 2}
                            aria-selected={isMarked(text)}
                            data-at={(r === row && c === column) || undefined}
                            onClick={() => {
                              choose({ at: [r, c] });
                              grid.current?.focus({ preventScroll: true });
                            }}
                          >
                            {text}
                          </td>
                        );
                      })}
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
            {!answer && <Waiting trouble={trouble} size={{ width: sight?.width, height: sight?.height ?? 0 }} />}
          </div>
        </div>
      </div>
      <Readout
        words={value === undefined ? "" : `${indexText(picks, row, column)} = ${value}`}
        note={answer ? trouble : undefined}
        copied={() => answer?.texts.map((line) => line.join("\t")).join("\n") ?? ""}
      />
    </>
  );
}

const clamp = (value: number, count: number) => Math.max(0, Math.min(count - 1, value));
const isWithin = (value: number, [from, to]: readonly [number, number]) => value >= from && value < to;
const number = (value: number) => value.toLocaleString("en");
