"use client";

import type { KeyboardEvent } from "react";
import styles from "./lens.module.css";

type Props<K extends string> = {
  label: string;
  options: readonly { key: K; words: string }[];
  value: K;
  onChange(key: K): void;
  /** The panel that the options show in turn; without it they are one choice of several. */
  panel?: string;
  /** What begins the options' ids. */
  id?: string;
};

/** One of a few, side by side. Tab comes to the chosen one; the arrow keys choose. */
export function Switch<K extends string>({ label, options, value, onChange, panel, id }: Props<K>) {
  const at = options.findIndex(({ key }) => key === value);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const to = {
      ArrowRight: at + 1,
      ArrowDown: at + 1,
      ArrowLeft: at - 1,
      ArrowUp: at - 1,
      Home: 0,
      End: options.length - 1,
    }[event.key];
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    const next = (to + options.length) % options.length;
    onChange(options[next]!.key);
    event.currentTarget.querySelectorAll("button")[next]?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it has one role or the other
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both take a name
    <div role={panel ? "tablist" : "radiogroup"} aria-label={label} className={styles.switch} onKeyDown={onKeyDown}>
      {options.map(({ key, words }) => {
        const isChosen = key === value;
        return (
          // biome-ignore lint/a11y/useAriaPropsSupportedByRole: each role has its own
          <button
            key={key}
            id={id && `${id}-${key}`}
            type="button"
            role={panel ? "tab" : "radio"}
            aria-selected={panel ? isChosen : undefined}
            aria-checked={panel ? undefined : isChosen}
            aria-controls={panel && isChosen ? panel : undefined}
            tabIndex={isChosen ? 0 : -1}
            onClick={() => onChange(key)}
          >
            {words}
          </button>
        );
      })}
    </div>
  );
}
