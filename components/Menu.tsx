"use client";

import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import styles from "./menu.module.css";

type Item = { key: string; words: string; detail?: string; act(): void };

/** A button that opens a short list of things to do. Arrow keys walk through it, Escape closes it. */
export function Menu({ children, className, items }: { children: ReactNode; className?: string; items: Item[] }) {
  const [isOpen, setOpen] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const rows = () => [...(frame.current?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [])];

  useEffect(() => {
    if (!isOpen) return;
    frame.current?.querySelector<HTMLElement>("[role=menuitem]")?.focus();
    const beside = (event: PointerEvent) => !frame.current?.contains(event.target as Node) && setOpen(false);
    document.addEventListener("pointerdown", beside, true);
    return () => document.removeEventListener("pointerdown", beside, true);
  }, [isOpen]);

  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const all = rows();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const steps: { [key: string]: number } = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
    const step = steps[event.key];
    if (event.key === "Escape") close();
    else if (event.key === "Tab") return setOpen(false);
    else if (step !== undefined) all.at(step % all.length)?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div ref={frame} className={styles.frame}>
      <button
        ref={button}
        type="button"
        className={className}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown") return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {children}
      </button>
      {isOpen && (
        <div id={id} className={styles.list} role="menu" tabIndex={-1} onKeyDown={onKeyDown}>
          {items.map(({ key, words, detail, act }) => (
            <button
              key={key}
              type="button"
              role="menuitem"
              tabIndex={-1}
              onClick={() => {
                close();
                act();
              }}
            >
              <span>{words}</span>
              {detail && <span className={styles.detail}>{detail}</span>}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
