"use client";

import Link from "next/link";
import { Logo } from "../Logo";
import { bundledAddress, bundledNotebooks } from "../library/bundled";
import { Both } from "../notebook/words";
import styles from "./Home.module.css";

/** Where one begins: the notebooks that come with the site, and the reader's own. */
export function Home() {
  return (
    <main className={styles.page}>
      <p className={styles.brand}>
        <Logo />
        <span>Sporebook</span>
      </p>
      <ul className={styles.bundled}>
        {bundledNotebooks.map(({ slug, title, about }) => (
          <li key={slug}>
            <Link href={bundledAddress(slug)} prefetch={false}>
              <Both of={title} />
            </Link>
            <p>
              <Both of={about} />
            </p>
          </li>
        ))}
      </ul>
    </main>
  );
}
