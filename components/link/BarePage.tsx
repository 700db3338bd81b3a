import Link from "next/link";
import type { ReactNode } from "react";
import { Logo } from "../Logo";
import { Both } from "../notebook/words";
import { texts } from "../text";
import styles from "./link.module.css";

/** A page with a few words and no notebook; there is always a way home. */
export function BarePage({ title, children }: { title: { en: string; zh: string }; children: ReactNode }) {
  return (
    <div className={styles.page}>
      <header className={styles.brand}>
        <Link href="/" prefetch={false}>
          <Logo />
          <span>Sporebook</span>
        </Link>
      </header>
      <main>
        <h1>
          <Both of={title} />
        </h1>
        {children}
        <p>
          <Link href="/" className={styles.home}>
            <Both of={texts.toHome} />
          </Link>
        </p>
      </main>
    </div>
  );
}
