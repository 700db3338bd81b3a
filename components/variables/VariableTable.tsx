"use client";

import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Variable } from "../../workers/protocol";
import { languageNames } from "../notebook/CellLanguage";
import { useNotebook, useNotebookStore } from "../notebook/store";
import { useWords } from "../notebook/words";
import { columnNames, columns, type Order, windowOf } from "./rows";
import { isSame } from "./slice";
import styles from "./variables.module.css";

/** Of a row, in px, as the style sheet has it. */
const rowHeight = 32;

type Props = { rows: readonly Variable[]; order: Order; onOrder(order: Order): void; isBusy: boolean };

/** One row a variable; only those in sight are drawn. Arrow keys go from row to row, Enter shows the value. */
export function VariableTable({ rows, order, onOrder, isBusy }: Props) {
  const store = useNotebookStore();
  const say = useWords();
  const shown = useNotebook((state) => state.value?.of);
  const box = useRef<HTMLDivElement>(null);
  const [sight, setSight] = useState({ scroll: 0, height: 320 });
  const [current, setCurrent] = useState(0);
  const wantsFocus = useRef(false);
  const { from, to } = windowOf(rows.length, rowHeight, sight.scroll, sight.height);
  const stop = Math.min(current, rows.length - 1); // where Tab comes in

  useEffect(() => {
    const element = box.current!;
    const look = () => setSight({ scroll: element.scrollTop, height: element.clientHeight });
    look();
    const resize = new ResizeObserver(look);
    resize.observe(element);
    element.addEventListener("scroll", look, { passive: true });
    return () => {
      resize.disconnect();
      element.removeEventListener("scroll", look);
    };
  }, []);
  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    const button = box.current?.querySelector<HTMLElement>(`[data-row="${stop}"]`);
    if (!button) return; // it is drawn after the box has been scrolled
    wantsFocus.current = false;
    button.focus({ preventScroll: true });
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor(sight.height / rowHeight) - 1);
    const last = rows.length - 1;
    const to = {
      ArrowDown: stop + 1,
      ArrowUp: stop - 1,
      PageDown: stop + page,
      PageUp: stop - page,
      Home: 0,
      End: last,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(last, to));
    wantsFocus.current = true;
    setCurrent(next);
    const element = box.current!;
    const top = next * rowHeight;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + 2 * rowHeight > element.scrollTop + element.clientHeight)
      element.scrollTop = top + 2 * rowHeight - element.clientHeight; // the head stands over the first row
  };

  return (
    <div ref={box} className={styles.box}>
      <table className={styles.table} aria-rowcount={rows.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {columnNames.map((name) => {
              const isSorted = order.by === name;
              return (
                <th key={name} scope="col" aria-sort={isSorted ? (order.isDown ? "descending" : "ascending") : "none"}>
                  <button type="button" onClick={() => onOrder({ by: name, isDown: isSorted && !order.isDown })}>
                    {say(headings[name])}
                    <span aria-hidden="true" className={styles.arrow}>
                      {isSorted ? (order.isDown ? "↓" : "↑") : ""}
                    </span>
                  </button>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody onKeyDown={onKeyDown} translate="no">
          {from > 0 && <tr style={{ height: from * rowHeight }} />}
          {rows.slice(from, to).map((variable, index) => {
            const row = from + index;
            const isShown = shown !== undefined && isSame(shown, variable);
            return (
              <tr
                key={`${variable.language} ${variable.name}`}
                aria-rowindex={row + 2}
                data-shown={isShown || undefined}
              >
                {columnNames.map((name) =>
                  name === "name" ? (
                    <th key={name} scope="row">
                      <button
                        type="button"
                        data-row={row}
                        tabIndex={row === stop ? 0 : -1}
                        aria-expanded={isShown}
                        aria-disabled={isBusy || undefined}
                        title={say("variableShow", variable.name)}
                        onFocus={() => setCurrent(row)}
                        onClick={() => store.getState().showValue(isShown ? null : variable)}
                      >
                        {variable.name}
                      </button>
                    </th>
                  ) : (
                    <td key={name} data-column={name} title={columns[name].text(variable)}>
                      {name === "language" ? (
                        <abbr title={languageNames[variable.language]}>{columns.language.text(variable)}</abbr>
                      ) : (
                        columns[name].text(variable)
                      )}
                    </td>
                  ),
                )}
              </tr>
            );
          })}
          {to < rows.length && <tr style={{ height: (rows.length - to) * rowHeight }} />}
        </tbody>
      </table>
    </div>
  );
}

const headings = {
  name: "variableName",
  language: "variableLanguage",
  type: "variableType",
  shape: "variableShape",
  dtype: "variableDtype",
  bytes: "variableBytes",
} as const;
