"use client";

import Link from "next/link";
import { Fragment } from "react";
import { texts } from "../text";
import { type Command, keys } from "./keys";
import styles from "./Notebook.module.css";
import { InLanguage, Words } from "./words";

/** The table of keys, for the eye. */
export function KeyHelp() {
  return (
    <footer className={styles.footer}>
      <details>
        <summary>
          <Words of="keys" />
        </summary>
        <div className={styles.keys}>
          <KeyTable of={keys.anywhere} title={<Words of="keysAnywhere" />} />
          <KeyTable of={keys.cell} title={<Words of="keysCell" />} />
        </div>
      </details>
      <Link href="/names/" prefetch={false}>
        <Words of="names" />
      </Link>
    </footer>
  );
}

type Rows = readonly (readonly [string, Command])[];

function KeyTable({ of: rows, title }: { of: Rows; title: React.ReactNode }) {
  const commands = [...new Set(rows.map(([, command]) => command))];
  return (
    <section>
      <h2>{title}</h2>
      <dl>
        {commands.map((command) => (
          <Fragment key={command}>
            <dt>
              {rows
                .filter(([, of]) => of === command)
                .map(([chord]) => (
                  <kbd key={chord}>{written(chord)}</kbd>
                ))}
            </dt>
            <dd>
              <InLanguage of={texts.keyHelp[command]} />
            </dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}

const written = (chord: string) =>
  chord.replace("Mod", "Ctrl").replace("ArrowUp", "↑").replace("ArrowDown", "↓").replaceAll("+", " + ");
