"use client";

import Link from "next/link";
import { bundledAddress, bundledNotebooks } from "../library/bundled";
import type { Shelf } from "../library/shelf";
import { useNotebook } from "../notebook/store";
import { InLanguage, Words } from "../notebook/words";
import styles from "./Home.module.css";
import { whenText } from "./when";

/** The notebooks that come with the site; for one that the reader has a copy of, the way back to that. */
export function BundledList({ shelf }: { shelf: Shelf | undefined }) {
  const language = useNotebook((state) => state.language);
  return (
    <section aria-labelledby="bundled-title">
      <h2 id="bundled-title">
        <Words of="bundledTitle" />
      </h2>
      <ul className={styles.bundled}>
        {bundledNotebooks.map(({ slug, title, about }) => {
          const copy = shelf?.notebooks.find((header) => header.slug === slug);
          return (
            <li key={slug}>
              <Link href={bundledAddress(slug)} prefetch={false} className={styles.card}>
                <strong>
                  <InLanguage of={title} />
                </strong>
                <span>
                  <InLanguage of={about} />
                </span>
                <em>
                  {copy ? (
                    <Words of="continueCopy" parts={[whenText(copy.changedAt, Date.now(), language)]} />
                  ) : (
                    <Words of="readBundled" />
                  )}
                </em>
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
