"use client";

import Link from "next/link";
import { useEffect, useState, useSyncExternalStore } from "react";
import { findNotebook } from "../components/library/library";
import type { Opened } from "../components/notebook/files";
import { Both } from "../components/notebook/words";
import { texts } from "../components/text";
import { Workbench } from "./Workbench";

/** The notebook whose id stands behind the `#` of the address. */
export function OwnNotebook() {
  const id = useSyncExternalStore(watchFragment, idInAddress, () => undefined);
  const [found, setFound] = useState<{ id: string; opened: Opened | null }>();
  useEffect(() => {
    if (id === undefined) return;
    let isWanted = true;
    void findNotebook(id).then((desk) => {
      if (isWanted) setFound({ id, opened: desk ? { desk, bundled: null } : null });
    });
    return () => {
      isWanted = false;
    };
  }, [id]);

  if (!found || found.id !== id) return null; // for a moment; there is nothing to read yet
  if (found.opened) return <Workbench key={id} opened={found.opened} prose={{ zh: {}, en: {} }} />;
  return (
    <main style={{ padding: "96px 24px", textAlign: "center" }}>
      <h1 style={{ font: "600 28px / 36px var(--font-heading)" }}>
        <Both of={texts.noSuchNotebook} />
      </h1>
      <p>
        <Link href="/" style={{ color: "var(--accent)" }}>
          <Both of={texts.toHome} />
        </Link>
      </p>
    </main>
  );
}

const idInAddress = () => location.hash.slice(1);

function watchFragment(listener: () => void): () => void {
  window.addEventListener("hashchange", listener);
  return () => window.removeEventListener("hashchange", listener);
}
