"use client";

import { useEffect, useState } from "react";
import { BarePage } from "../components/link/BarePage";
import { decodeLink, type Linked } from "../components/link/decode";
import { fetchEdition } from "../components/link/editions";
import { OpenField } from "../components/link/OpenField";
import { createLinkedStore } from "../components/link/open";
import { linkIn } from "../components/link/paste";
import { LinkError, type LinkProblem, linkProblemText } from "../components/link/problems";
import type { Origin, View } from "../components/link/slice";
import { Notebook } from "../components/notebook/Notebook";
import { Both } from "../components/notebook/words";
import { texts } from "../components/text";
import { lendKernel } from "./lendKernel";
import { OpenAddress } from "./OpenAddress";

type Read = { linked: Linked; origin: Origin } | { problem: LinkProblem };

/** A notebook that is in the link itself, or at the address that it names. Opening it runs nothing and writes nothing. */
export function LinkedNotebook({ fragment }: { fragment: string }) {
  const link = linkIn(fragment);
  return link?.kind === "open" ? <OpenAddress text={link.address} /> : <InLink fragment={fragment} />;
}

function InLink({ fragment }: { fragment: string }) {
  const [read, setRead] = useState<Read>();
  useEffect(() => {
    let isWanted = true;
    void readLink(fragment).then((next) => isWanted && setRead(next));
    return () => {
      isWanted = false;
    };
  }, [fragment]);
  if (!read) return null; // for a moment; there is nothing to read yet
  if ("problem" in read) return <BrokenLink problem={read.problem} />;
  return <LinkedBench linked={read.linked} origin={read.origin} />;
}

async function readLink(fragment: string): Promise<Read> {
  const link = linkIn(fragment);
  if (!link || link.kind === "open") return { problem: { code: "nothing" } };
  try {
    const linked = await decodeLink(link, fetchEdition);
    return { linked, origin: { kind: "link", changes: linked.changes } };
  } catch (error) {
    return { problem: error instanceof LinkError ? error.problem : { code: "damaged" } };
  }
}

/** Shows the notebook; the kernel comes with the first cell that somebody runs. */
export function LinkedBench({ linked, origin }: { linked: Linked; origin: Origin }) {
  const [store] = useState(() => createLinkedStore(linked, origin, viewInAddress()));
  useEffect(() => {
    let takeBack = () => {};
    let isLent = false;
    const unwatch = store.subscribe(({ queue }) => {
      if (isLent || queue.length === 0) return;
      isLent = true; // before: what lending tells the store is heard here too
      takeBack = lendKernel(store);
    });
    return () => {
      unwatch();
      takeBack();
    };
  }, [store]);
  return <Notebook store={store} prose={noProse} />;
}

const noProse = { zh: {}, en: {} };

/** Inside of another page's frame it is always embedded: there nothing of the reader's is in reach of a click. */
function viewInAddress(): View {
  const asked = new URLSearchParams(location.search);
  return { isReading: asked.has("read"), isEmbedded: asked.has("embed") || window.top !== window };
}

function BrokenLink({ problem }: { problem: LinkProblem }) {
  return (
    <BarePage title={texts.linkNotOpened}>
      <p role="alert">
        <Both of={{ en: linkProblemText(problem, "en"), zh: linkProblemText(problem, "zh") }} />
      </p>
      <OpenField />
    </BarePage>
  );
}
