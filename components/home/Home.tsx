"use client";

import Link from "next/link";
import { useState } from "react";
import { Logo } from "../Logo";
import { OpenField } from "../link/OpenField";
import { deskOf } from "../notebook/files";
import { Choices } from "../notebook/Masthead";
import { NoticeBar } from "../notebook/NoticeBar";
import { emptyNotebook } from "../notebook/nbformat";
import { createNotebookStore, StoreContext } from "../notebook/store";
import { useReader } from "../notebook/useReader";
import { Words } from "../notebook/words";
import { NewVersion } from "../offline/NewVersion";
import { OfflineState } from "../offline/OfflineState";
import { useOffline } from "../offline/useOffline";
import { BundledList } from "./BundledList";
import styles from "./Home.module.css";
import { OwnList } from "./OwnList";
import { Storage } from "./Storage";
import { useShelf } from "./useShelf";

/** Where one begins: the notebooks that come with the site, and the reader's own. */
export function Home() {
  // the page's language, theme and notices; the notebook in it is never seen
  const [store] = useState(() =>
    createNotebookStore({ desk: deskOf(emptyNotebook(), "notebook.ipynb"), bundled: null, published: null }),
  );
  return (
    <StoreContext value={store}>
      <HomePage />
    </StoreContext>
  );
}

function HomePage() {
  useReader();
  useOffline(true);
  const { listed, refresh } = useShelf();
  return (
    <div className={styles.page}>
      <header className={styles.masthead}>
        <p className={styles.brand}>
          <Logo />
          <span>Sporebook</span>
        </p>
        <Choices />
      </header>
      <NewVersion />
      <main>
        <div className={styles.welcome}>
          <h1>
            <Words of="homeTitle" />
          </h1>
          <p>
            <Words of="homeLead" />
          </p>
        </div>
        <BundledList shelf={listed.shelf} />
        <OwnList listed={listed} refresh={refresh} />
        <OpenField />
      </main>
      <footer className={styles.footer}>
        <Link href="/names/" prefetch={false}>
          <Words of="names" />
        </Link>
        <Storage listed={listed} />
        <OfflineState />
      </footer>
      <NoticeBar />
    </div>
  );
}
