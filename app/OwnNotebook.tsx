"use client";

import Link from "next/link";
import { useEffect, useState, useSyncExternalStore } from "react";
import { StorageError, type StorageProblem } from "../components/library/database";
import type { Place } from "../components/library/keeper";
import { findNotebook } from "../components/library/library";
import { linkIn } from "../components/link/paste";
import type { Opened } from "../components/notebook/files";
import { Both } from "../components/notebook/words";
import { texts } from "../components/text";
import { LinkedNotebook } from "./LinkedNotebook";
import { Workbench } from "./Workbench";

type Found = { id: string; opened: Opened; place: Place } | { id: string; opened: null; problem?: StorageProblem };

/** The notebook that the address names behind its `#`: one of the reader's own by its id, or one that is in the link. */
export function OwnNotebook() {
  const fragment = useSyncExternalStore(watchFragment, inAddress, () => undefined);
  if (fragment === undefined) return null;
  return linkIn(fragment) ? <LinkedNotebook key={fragment} fragment={fragment} /> : <KeptNotebook id={fragment} />;
}

/** A notebook of the library. */
function KeptNotebook({ id }: { id: string }) {
  const [found, setFound] = useState<Found>();
  useEffect(() => {
    let isWanted = true;
    const show = (next: Found) => isWanted && setFound(next);
    find(id).then(show, (error) => show({ id, opened: null, problem: problemOf(error) }));
    return () => {
      isWanted = false;
    };
  }, [id]);

  if (!found || found.id !== id) return null; // for a moment; there is nothing to read yet
  if (found.opened) return <Workbench key={id} opened={found.opened} prose={noProse} place={found.place} />;
  return (
    <main style={{ padding: "96px 24px", textAlign: "center" }}>
      <h1 style={{ font: "600 28px / 36px var(--font-heading)" }}>
        <Both of={found.problem ? texts.notOpenedHere : texts.noSuchNotebook} />
      </h1>
      {found.problem && (
        <p>
          <Both of={texts.unsavedBecause[found.problem]} />
        </p>
      )}
      <p>
        <Link href="/" style={{ color: "var(--accent)" }}>
          <Both of={texts.toHome} />
        </Link>
      </p>
    </main>
  );
}

const problemOf = (error: unknown) => (error instanceof StorageError ? error.problem : "broken");

const noProse = { zh: {}, en: {} };

async function find(id: string): Promise<Found> {
  const found = await findNotebook(id);
  if (!found) return { id, opened: null };
  if (!("stored" in found)) return { id, opened: { desk: found.desk, bundled: null, published: null }, place: { id } };
  const { header, desk, published } = found.stored;
  const bundled = header.slug && published ? { slug: header.slug, texts: published } : null;
  return { id, opened: { desk, bundled, published: null }, place: { id, found } };
}

const inAddress = () => location.hash.slice(1);

function watchFragment(listener: () => void): () => void {
  window.addEventListener("hashchange", listener);
  return () => window.removeEventListener("hashchange", listener);
}
