"use client";

import Link from "next/link";
import { useState } from "react";
import { sizeText } from "../data/names";
import { Icon, type IconName } from "../Icon";
import { bundledAddress } from "../library/bundled";
import { NameField } from "../library/NameField";
import type { Header } from "../library/records";
import { useNotebook } from "../notebook/store";
import { useWords } from "../notebook/words";
import styles from "./Home.module.css";
import { shownTitle } from "./shownTitle";
import type { Act } from "./useActs";
import { momentText, whenText } from "./when";

type Props = {
  header: Header;
  /** The line that was searched for. */
  line?: string;
  /** The bundled notebook's own address opens it. */
  isPrimary: boolean;
  act: Act;
};

/** One notebook: its name, what it holds, and what can be done to it. */
export function Row({ header, line, isPrimary, act }: Props) {
  const say = useWords();
  const language = useNotebook((state) => state.language);
  const [isNaming, setNaming] = useState(false);
  const title = shownTitle(header, language);
  const address = isPrimary && header.slug ? bundledAddress(header.slug) : `/notebook/#${header.id}`;
  return (
    <li className={styles.row} data-notebook={header.id}>
      <div className={styles.about}>
        {isNaming ? (
          <NameField
            className={styles.name}
            title={title}
            done={() => setNaming(false)}
            rename={(next) => act.rename(header, next)}
          />
        ) : (
          <Link href={address} prefetch={false}>
            {title}
          </Link>
        )}
        {line !== undefined && <q className={styles.line}>{line}</q>}
        <p>
          <span>{say("cellCount", header.order.length)}</span>
          <span>{sizeText(header.size.text + header.size.outputs)}</span>
          <time dateTime={new Date(header.changedAt).toISOString()} title={momentText(header.changedAt, language)}>
            {say("changed", whenText(header.changedAt, Date.now(), language))}
          </time>
        </p>
      </div>
      <div className={styles.acts}>
        <Tool icon="edit" words={say("rename", title)} act={() => setNaming(true)} />
        <Tool icon="copy" words={say("duplicate", title)} act={() => act.duplicate(header, say("copyOf", title))} />
        <Tool icon="remove" words={say("deleteNotebook", title)} act={() => act.trash(header)} />
      </div>
    </li>
  );
}

function Tool({ icon, words, act }: { icon: IconName; words: string; act: () => void }) {
  return (
    <button type="button" title={words} aria-label={words} onClick={act}>
      <Icon name={icon} />
    </button>
  );
}
