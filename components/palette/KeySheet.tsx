"use client";

import type { Command, Place } from "../notebook/command";
import { commands } from "../notebook/commands";
import { useNotebook } from "../notebook/store";
import { useWords } from "../notebook/words";
import { KeyCaps } from "./KeyCaps";
import styles from "./palette.module.css";

const places = ["command", "edit", "cells", "page"] as const satisfies Place[];
const names = { command: "keysCell", edit: "keysEditor", cells: "keysBoth", page: "keysPage" } as const;

/** All keys, by where they hold. */
export function KeySheet() {
  const say = useWords();
  const letters = useNotebook((state) => state.settings.letterKeys);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div className={styles.sheet} tabIndex={0} data-first>
      {!letters && <p className={styles.hint}>{say("lettersOff")}</p>}
      <div className={styles.columns}>
        {places.map((place) => (
          <section key={place} aria-label={say(names[place])}>
            <h3>{say(names[place])}</h3>
            <Rows place={place} />
          </section>
        ))}
      </div>
    </div>
  );
}

function Rows({ place }: { place: Place }) {
  const language = useNotebook((state) => state.language);
  const rows = (Object.entries(commands) as [string, Command][]).filter(([, { keys }]) => keys?.[place]);
  return (
    <dl>
      {rows.map(([id, command]) => (
        <div key={id}>
          <dt>
            <KeyCaps command={command} of={command.keys?.[place] ?? []} />
          </dt>
          <dd>{command.title[language]}</dd>
        </div>
      ))}
    </dl>
  );
}
