"use client";

import { lazy, Suspense, useEffect, useId, useState } from "react";
import { downloadAs } from "../export/formats";
import { Icon } from "../Icon";
import { titleOf } from "../library/shelf";
import { useNotebook, useNotebookStore } from "../notebook/store";
import { useWords } from "../notebook/words";
import { texts } from "../text";
import { type Channel, channels } from "./channels";
import { LinkError, type LinkProblem, linkProblemText } from "./problems";
import { addressOf, embedCode, sharedFragment } from "./share";
import styles from "./share.module.css";

const QrCode = lazy(() => import("./QrCode"));

type Made = { fragment: string } | { problem: LinkProblem };
type Both = { with: Made; without: Made };

/** The notebook as a link: with its outputs or without, for a whole page, a reading view or another page's frame. */
export function Share() {
  const say = useWords();
  const store = useNotebookStore();
  const language = useNotebook((state) => state.language);
  const name = useNotebook((state) => titleOf(state.fileName));
  const both = useBoth();
  const [wants, setWants] = useState<{ outputs?: boolean; isReading: boolean }>({ isReading: false });
  if (!both) return <p className={styles.waiting}>{say("makingLink")}</p>;

  const withOutputs = wants.outputs ?? "fragment" in both.with;
  const made = withOutputs ? both.with : both.without;
  const link = "fragment" in made ? addressOf(made.fragment, wants.isReading ? "read" : "page") : "";
  return (
    <div className={styles.share}>
      <fieldset className={styles.choice}>
        <legend>{say("shareOutputs")}</legend>
        {([true, false] as const).map((outputs) => (
          <label key={String(outputs)}>
            <input
              type="radio"
              name="outputs"
              checked={withOutputs === outputs}
              onChange={() => setWants({ ...wants, outputs })}
            />
            <span>
              {say(outputs ? "withOutputs" : "withoutOutputs")} <Length of={outputs ? both.with : both.without} />
            </span>
          </label>
        ))}
      </fieldset>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={wants.isReading}
          onChange={(event) => setWants({ ...wants, isReading: event.target.checked })}
        />
        <span>{say("shareReading")}</span>
      </label>
      {"problem" in made ? (
        <p className={styles.problem} role="alert">
          {linkProblemText(made.problem, language)} {say("shareFileInstead")}
        </p>
      ) : (
        <>
          <Copyable label={say("theLink")} text={link} copy={say("copyLink")} isFirst />
          <p className={styles.hint}>{say("linkHolds", link.length.toLocaleString(language))}</p>
          <div className={styles.halves}>
            <Channels length={link.length} />
            {link.length <= channels.qr.limit && (
              <Suspense fallback={<div className={styles.qr} />}>
                <QrCode link={link} />
              </Suspense>
            )}
          </div>
          <details className={styles.more}>
            <summary>{say("embedCode")}</summary>
            <Copyable label={say("embedCode")} text={embedCode(made.fragment, name)} copy={say("copyEmbed")} />
          </details>
        </>
      )}
      <button type="button" className={styles.button} onClick={() => void downloadAs(store, "ipynb")}>
        <Icon name="save" />
        {texts.downloadAs.ipynb[language]}
      </button>
    </div>
  );
}

/** The links of the notebook as it is now, made once the dialog stands. */
function useBoth(): Both | undefined {
  const store = useNotebookStore();
  const [both, setBoth] = useState<Both>();
  useEffect(() => {
    let isWanted = true;
    const make = (withOutputs: boolean): Promise<Made> =>
      sharedFragment(store.getState(), withOutputs).then(
        (fragment) => ({ fragment }),
        (error) => ({ problem: error instanceof LinkError ? error.problem : { code: "damaged" } }),
      );
    void Promise.all([make(true), make(false)]).then(
      ([first, second]) => isWanted && setBoth({ with: first, without: second }),
    );
    return () => {
      isWanted = false;
    };
  }, [store]);
  return both;
}

/** How long the link would be, or that there is none. */
function Length({ of: made }: { of: Made }) {
  const say = useWords();
  const language = useNotebook((state) => state.language);
  const words =
    "problem" in made
      ? say("noLink")
      : say("characters", addressOf(made.fragment, "page").length.toLocaleString(language));
  return <small>{words}</small>;
}

function Copyable({ label, text, copy, isFirst }: { label: string; text: string; copy: string; isFirst?: boolean }) {
  const say = useWords();
  const id = useId();
  const [copied, setCopied] = useState<{ text: string; isDone: boolean }>();
  const act = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied({ text, isDone: true }),
      () => {
        setCopied({ text, isDone: false });
        (document.getElementById(id) as HTMLInputElement | null)?.select();
      },
    );
  return (
    <div className={styles.copyable}>
      <input id={id} readOnly value={text} aria-label={label} onFocus={(event) => event.target.select()} />
      <button type="button" className={styles.button} data-main={isFirst} onClick={() => void act()}>
        <Icon name="copy" />
        {copy}
      </button>
      <span role="status">{copied?.text === text && say(copied.isDone ? "linkCopied" : "linkNotCopied")}</span>
    </div>
  );
}

/** Through which programs a link of this length comes whole. */
function Channels({ length }: { length: number }) {
  const say = useWords();
  const language = useNotebook((state) => state.language);
  return (
    <table className={styles.channels}>
      <caption>{say("channelsLead")}</caption>
      <tbody>
        {(Object.keys(channels) as Channel[]).map((name) => {
          const { limit, source } = channels[name];
          const fits = length <= limit;
          return (
            <tr key={name} data-channel={name} data-fits={fits}>
              <th scope="row">{texts.channels[name][language]}</th>
              <td>
                <Icon name={fits ? "check" : "close"} />
                {say(fits ? "fits" : "tooLongFor")}
              </td>
              <td title={source}>{say("atMost", limit.toLocaleString(language))}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
