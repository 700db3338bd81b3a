"use client";

import { useEffect, useRef } from "react";
import { Icon } from "../Icon";
import { saveCopy } from "../link/save";
import styles from "./Notebook.module.css";
import { problemText } from "./problems";
import { useNotebook, useNotebookStore } from "./store";
import { useWords } from "./words";

/** What the page has to say or to ask, over the lower edge; it waits and blocks nothing. */
export function NoticeBar() {
  const say = useWords();
  const store = useNotebookStore();
  const notice = useNotebook((state) => state.notice);
  const language = useNotebook((state) => state.language);
  const main = useRef<HTMLButtonElement>(null);
  const { notify, undo, restart, run } = store.getState();

  const isQuestion = notice?.kind === "restartQuestion";
  useEffect(() => {
    if (isQuestion) main.current?.focus();
  }, [isQuestion]);

  const close = () => {
    notify(null);
    if (isQuestion) backToCell(store.getState().active);
  };
  const button = (words: string, act: () => void) => (
    <button ref={main} type="button" className={styles.button} data-main="true" onClick={act}>
      {words}
    </button>
  );
  const isProblem =
    notice?.kind === "notNotebook" || notice?.kind === "unreadable" || notice?.kind === "pictureTooLarge";

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape puts the notice away, as its button does
    <section
      className={styles.notice}
      data-kind={notice?.kind}
      role={isProblem ? "alert" : "status"}
      onKeyDown={(event) => event.key === "Escape" && close()}
    >
      {notice && (
        <div className={styles.message} data-problem={isProblem || undefined}>
          {isProblem && <Icon name="error" />}
          <p>
            {notice.kind === "removed" && say("removed", notice.count)}
            {notice.kind === "linked" && button(say("saveCopy"), () => void saveCopy(store))}
            {notice.kind === "kernelLost" && say("kernelLost")}
            {notice.kind === "restartQuestion" && say("restartQuestion")}
            {notice.kind === "reader" && say("readerNotice")}
            {notice.kind === "linked" && say("linkedNotice")}
            {notice.kind === "conflict" && say("conflictNotice")}
            {notice.kind === "replaced" && say("replacedNotice")}
            {isProblem && "name" in notice && <strong>{say("notOpened", notice.name)} </strong>}
            {notice.kind === "pictureTooLarge" && say("pictureTooLarge", notice.names.join(", "))}
            {notice.kind === "notNotebook" && problemText(notice.problem, language)}
            {notice.kind === "unreadable" && say("unreadable")}
          </p>
          {(notice.kind === "removed" || notice.kind === "replaced") && button(say("undo"), undo)}
          {notice.kind === "conflict" &&
            button(say("showVersions"), () => {
              notify(null);
              store.getState().openPanel("versions");
            })}
          {notice.kind === "kernelLost" &&
            button(say("runAll"), () => {
              notify(null);
              run(store.getState().order);
            })}
          {notice.kind === "restartQuestion" &&
            button(say("restartYes"), () => {
              close();
              void restart().then(() => notice.runsAll && run(store.getState().order));
            })}
          {isQuestion ? (
            <button type="button" className={styles.button} onClick={close}>
              {say("restartNo")}
            </button>
          ) : (
            <button
              type="button"
              className={styles.button}
              aria-label={say("close")}
              title={say("close")}
              onClick={close}
            >
              <Icon name="close" />
            </button>
          )}
        </div>
      )}
    </section>
  );
}

function backToCell(id: string | null): void {
  if (id) document.querySelector<HTMLElement>(`[data-cell="${id}"]`)?.focus();
}
