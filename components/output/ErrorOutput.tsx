"use client";

import { useMemo, useState } from "react";
import { Icon } from "../Icon";
import { useNotebook, useNotebookStore } from "../notebook/store";
import { useWords } from "../notebook/words";
import { texts } from "../text";
import { langOf } from "../text/proseLanguage";
import { withoutEscapes } from "./ansi";
import { FrameLink } from "./FrameLink";
import { hintOf, undefinedName } from "./hints";
import styles from "./output.module.css";
import { TextOutput } from "./TextOutput";
import { type TraceLine, traceLines, withoutRepeated } from "./tracebacks";
import { definedIn } from "./tracedCells";

/** Lines of a traceback that are always shown, at its start and at its end. */
const shown = { head: 12, tail: 16 } as const;

type Props = { name: string; message: string; traceback: string[]; session?: number };

/** An exception: what it says first, then help where that is certain, then where it came from. */
export function ErrorOutput({ name, message, traceback, session }: Props) {
  const say = useWords();
  const language = useNotebook((state) => state.language);
  const [first, ...rest] = withoutEscapes(message).split("\n");
  const lines = useMemo(
    () => withoutRepeated(traceLines(traceback), name, withoutEscapes(message)),
    [traceback, name, message],
  );
  return (
    <section className={styles.error} aria-label={say("errors")}>
      <p className={styles.headline}>
        <Icon name="error" />
        <span lang={langOf(message, language)} translate="no">
          <strong>{name}</strong>
          {first ? `: ${first}` : ""}
        </span>
      </p>
      {rest.length > 0 && <TextOutput text={rest.join("\n")} />}
      <Help name={name} message={message} session={session} />
      {lines.some((line) => !("text" in line) || line.text !== "") && <Trace lines={lines} session={session} />}
    </section>
  );
}

/** A sentence of help, if what went wrong is certain. */
function Help({ name, message, session }: Pick<Props, "name" | "message" | "session">) {
  const say = useWords();
  const store = useNotebookStore();
  const language = useNotebook((state) => state.language);
  const missing = undefinedName(name, message);
  const home = useNotebook((state) => (missing && session === state.session ? definedIn(state, missing) : undefined));
  if (missing && home) {
    const number = store.getState().order.indexOf(home) + 1;
    return (
      <div className={styles.hint}>
        {say("definedIn", missing, number)}{" "}
        <button type="button" className={styles.frameLink} onClick={() => store.getState().goTo(home)}>
          {say("definedInGo", number)}
        </button>
      </div>
    );
  }
  const hint = hintOf(name, withoutEscapes(message));
  if (!hint) return null;
  const words = texts.hints[hint.key][language] as (...parts: string[]) => string;
  return <div className={styles.hint}>{words(...hint.parts)}</div>;
}

/** A traceback as it was printed; its frames lead to the lines of the notebook's cells. */
function Trace({ lines, session }: { lines: TraceLine[]; session?: number }) {
  const say = useWords();
  const [isOpen, setOpen] = useState(false);
  const hidden = lines.length - shown.head - shown.tail;
  const isLong = hidden > 4;
  const part = (some: TraceLine[]) =>
    some.map((line, index) => (
      <span key={index}>
        {"text" in line ? line.text.slice(0, 2_000) : <FrameLink of={line} session={session} />}
        {"\n"}
      </span>
    ));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled with the keys
    <pre className={styles.trace} tabIndex={0}>
      {isLong && !isOpen ? (
        <>
          {part(lines.slice(0, shown.head))}
          <button type="button" className={styles.frameLink} onClick={() => setOpen(true)}>
            {say("moreFrames", hidden.toLocaleString("en"))}
          </button>
          {"\n"}
          {part(lines.slice(-shown.tail))}
        </>
      ) : (
        part(lines)
      )}
    </pre>
  );
}
