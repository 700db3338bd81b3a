"use client";

import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import { useWords } from "../notebook/words";
import styles from "./json.module.css";
import type { Rendered } from "./renderers";
import { firstOpen, glimpse, type Row, rowsOf } from "./tree";

const rowHeight = 24;
/** Rows above and below those in view that are drawn too. */
const margin = 10;
const mostRows = 20;

/** JSON as a tree that is folded and walked with the mouse or the arrow keys; only the rows in view are drawn. */
export default function JsonOutput({ data, about }: Rendered) {
  const say = useWords();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(() => firstOpen(data, about.expanded === true));
  const [active, setActive] = useState(0);
  const [top, setTop] = useState(0);
  const rows = useMemo(() => rowsOf(data, open), [data, open]);
  const at = Math.min(active, rows.length - 1);
  const first = Math.max(0, Math.floor(top / rowHeight) - margin);
  const drawn = rows.slice(first, first + mostRows + 2 * margin + 1);

  useEffect(() => {
    const box = scroller.current;
    if (!box || at < 0) return;
    const y = at * rowHeight;
    if (y < box.scrollTop) box.scrollTop = y;
    else if (y + rowHeight > box.scrollTop + box.clientHeight) box.scrollTop = y + rowHeight - box.clientHeight;
  }, [at]);

  const toggle = (path: string) =>
    setOpen((before) => {
      const next = new Set(before);
      if (!next.delete(path)) next.add(path);
      return next;
    });

  const parentOf = (index: number) => rows.findLastIndex((row, i) => i < index && row.depth < rows[index]!.depth);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = rows[at]!;
    const steps: { [key: string]: () => void } = {
      ArrowDown: () => setActive(Math.min(rows.length - 1, at + 1)),
      ArrowUp: () => setActive(Math.max(0, at - 1)),
      ArrowRight: () => (row.size && !row.isOpen ? toggle(row.path) : setActive(Math.min(rows.length - 1, at + 1))),
      ArrowLeft: () => (row.isOpen ? toggle(row.path) : setActive(Math.max(0, parentOf(at)))),
      Home: () => setActive(0),
      End: () => setActive(rows.length - 1),
      PageDown: () => setActive(Math.min(rows.length - 1, at + mostRows)),
      PageUp: () => setActive(Math.max(0, at - mostRows)),
      Enter: () => row.size && toggle(row.path),
      " ": () => row.size && toggle(row.path),
    };
    if (!Object.hasOwn(steps, event.key)) return;
    steps[event.key]!();
    event.preventDefault();
    event.stopPropagation(); // the notebook has uses of its own for these keys
  };

  return (
    <div
      ref={scroller}
      role="tree"
      tabIndex={0}
      aria-label="JSON"
      aria-activedescendant={`${id}-${at}`}
      className={styles.tree}
      onKeyDown={onKeyDown}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
    >
      <div role="none" style={{ height: rows.length * rowHeight }} className={styles.whole}>
        {drawn.map((row, index) => (
          <Line
            key={row.path}
            id={`${id}-${first + index}`}
            row={row}
            top={(first + index) * rowHeight}
            isActive={first + index === at}
            count={row.size === undefined ? "" : say("jsonCount", row.size.toLocaleString("en"))}
            onClick={() => {
              setActive(first + index);
              if (row.size && !document.getSelection()?.toString()) toggle(row.path);
            }}
          />
        ))}
      </div>
    </div>
  );
}

type LineProps = { id: string; row: Row; top: number; isActive: boolean; count: string; onClick(): void };

function Line({ id, row, top, isActive, count, onClick }: LineProps) {
  const { depth, label, value, size, isOpen, place } = row;
  const kind = size !== undefined ? "branch" : value === null ? "null" : typeof value;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree around it hears the keys
    <div
      id={id}
      role="treeitem"
      tabIndex={-1}
      aria-level={depth + 1}
      aria-posinset={place[0]}
      aria-setsize={place[1]}
      aria-expanded={size ? isOpen : undefined}
      aria-selected={isActive}
      className={styles.row}
      style={{ top, paddingInlineStart: 16 + depth * 16 }}
      onClick={onClick}
    >
      <span className={styles.mark} data-open={isOpen || undefined} data-branch={size ? true : undefined} aria-hidden />
      {label !== null && <span className={styles.key}>{label}</span>}
      <span className={styles.value} data-kind={kind === "object" ? "number" : kind}>
        {isOpen ? "" : glimpse(value)}
      </span>
      {size !== undefined && size > 0 && <span className={styles.count}>{count}</span>}
    </div>
  );
}
