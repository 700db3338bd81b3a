"use client";

import { useState } from "react";
import { type FileAddress, fileAddress } from "../components/link/addresses";
import { BarePage } from "../components/link/BarePage";
import type { Linked } from "../components/link/decode";
import { type FetchProblem, fetchFile } from "../components/link/fetchFile";
import styles from "../components/link/link.module.css";
import { OpenField } from "../components/link/OpenField";
import { readNotebook } from "../components/notebook/background";
import { NotebookError, type Problem, problemText } from "../components/notebook/problems";
import { Both } from "../components/notebook/words";
import { texts } from "../components/text";
import { LinkedBench } from "./LinkedNotebook";

type Now =
  | { phase: "asking" | "fetching" }
  | { phase: "failed"; words: { en: string; zh: string } }
  | { phase: "opened"; linked: Linked };

/** A notebook at an address elsewhere: names the host, and fetches it if the reader agrees. Nothing of it runs. */
export function OpenAddress({ text }: { text: string }) {
  const [now, setNow] = useState<Now>({ phase: "asking" });
  const file = fileAddress(text);
  if (typeof file === "string") return <Failed words={texts.addressProblems[file]} />;
  const { host, address } = file;
  const open = async () => {
    setNow({ phase: "fetching" });
    setNow(await opened(file));
  };
  if (now.phase === "opened") return <LinkedBench linked={now.linked} origin={{ kind: "address", host, address }} />;
  if (now.phase === "failed") return <Failed words={now.words} />;
  return (
    <BarePage title={texts.openAddressTitle}>
      <p className={styles.host}>
        <strong data-testid="host">{host}</strong>
        <span>{address}</span>
      </p>
      <p>
        <Both of={texts.openAddressWords} />
      </p>
      <p>
        <button
          type="button"
          className={styles.button}
          data-main="true"
          aria-disabled={now.phase === "fetching"}
          onClick={() => now.phase === "asking" && void open()}
        >
          <Both of={now.phase === "fetching" ? texts.fetching : texts.fetchAndOpen} />
        </button>
      </p>
    </BarePage>
  );
}

async function opened(file: FileAddress): Promise<Now> {
  const got = await fetchFile(file);
  if (!(got instanceof Uint8Array)) return { phase: "failed", words: fetchWords(got, file.host) };
  try {
    const notebook = await readNotebook(got);
    const linked = { notebook, fileName: file.name, bundled: null, language: null, changes: null };
    return { phase: "opened", linked };
  } catch (error) {
    if (!(error instanceof NotebookError)) throw error;
    return { phase: "failed", words: notebookWords(error.problem) };
  }
}

const notebookWords = (problem: Problem) => ({ en: problemText(problem, "en"), zh: problemText(problem, "zh") });

function fetchWords(found: FetchProblem, host: string): { en: string; zh: string } {
  const { problem } = found;
  const rows = texts.addressProblems;
  if (problem === "refused") return { en: rows.refused.en(host), zh: rows.refused.zh(host) };
  if (problem === "status" || problem === "elsewhere")
    return { en: rows[problem].en(host, found.detail), zh: rows[problem].zh(host, found.detail) };
  return rows[problem];
}

function Failed({ words }: { words: { en: string; zh: string } }) {
  return (
    <BarePage title={texts.addressNotOpened}>
      <p role="alert">
        <Both of={words} />
      </p>
      <OpenField />
    </BarePage>
  );
}
