"use client";

import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { Command } from "../notebook/command";
import { type CommandId, carryOut, commands } from "../notebook/commands";
import { useNotebook, useNotebookStore } from "../notebook/store";
import { useWords } from "../notebook/words";
import { languages } from "../text";
import { type Found, foundCommands } from "./found";
import { KeyCaps } from "./KeyCaps";
import styles from "./palette.module.css";

/** Commands that were carried out from here, the latest first; they lead the list. */
let recent: readonly CommandId[] = [];

/** Every command by name: type, choose with the arrows, Enter. */
export function Palette() {
  const store = useNotebookStore();
  const say = useWords();
  const language = useNotebook((state) => state.language);
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const listId = useId();
  const found = foundCommands(query, language, recent);

  useEffect(() => {
    list.current?.children[chosen]?.scrollIntoView({ block: "nearest" });
  }, [chosen]);

  const state = store.getState(); // nothing changes under an open palette
  const isAvailable = ({ id }: Found) => (commands[id] as Command).isAvailable?.(state) ?? true;
  const carry = (row: Found | undefined) => {
    if (!row || !isAvailable(row)) return;
    recent = [row.id, ...recent.filter((id) => id !== row.id)].slice(0, 20);
    flushSync(() => store.getState().closePanel("dialog")); // the focus is back in the page before the command moves it
    carryOut(row.id, store);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const steps: { [key: string]: number } = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
    const step = steps[event.key];
    if (step) setChosen(Math.max(0, Math.min(found.length - 1, chosen + step)));
    else if (event.key === "Enter") carry(found[chosen]);
    else return;
    event.preventDefault();
  };

  return (
    <div className={styles.palette}>
      <input
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={found[chosen] && `${listId}-${found[chosen].id}`}
        aria-label={say("paletteField")}
        placeholder={say("paletteField")}
        autoComplete="off"
        spellCheck={false}
        data-first
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={list} id={listId} role="listbox" className={styles.list} aria-label={say("commandList")}>
        {found.map((row, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
          <div
            key={row.id}
            id={`${listId}-${row.id}`}
            data-command={row.id}
            role="option"
            className={styles.row}
            aria-selected={index === chosen}
            aria-disabled={!isAvailable(row)}
            tabIndex={-1}
            onMouseMove={() => setChosen(index)}
            onClick={() => carry(row)}
          >
            <span className={styles.title}>
              <Marked text={row.title} at={row.at} />
              {row.other && (
                <span className={styles.other} lang={languages[language === "zh" ? "en" : "zh"]}>
                  {row.other}
                </span>
              )}
            </span>
            <KeyCaps command={commands[row.id]} />
          </div>
        ))}
      </div>
      {found.length === 0 && (
        <p className={styles.nothing} role="status">
          {say("noCommand", query)}
        </p>
      )}
    </div>
  );
}

function Marked({ text, at }: { text: string; at: readonly number[] }) {
  return (
    <span>
      {[...text].map((character, index) => (at.includes(index) ? <b key={index}>{character}</b> : character))}
    </span>
  );
}
