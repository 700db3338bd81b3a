"use client";

import { useNotebook, useNotebookStore } from "../notebook/store";
import { useWords } from "../notebook/words";
import styles from "./output.module.css";
import type { TraceLine } from "./tracebacks";
import { lineOf, tracedCell } from "./tracedCells";

type Props = { of: Extract<TraceLine, { link: string }>; session?: number };

/** A frame of a traceback: a link, as long as it is certain which cell it means. */
export function FrameLink({ of: frame, session }: Props) {
  const say = useWords();
  const store = useNotebookStore();
  const id = useNotebook((state) => tracedCell(state, frame.count, session));
  const source = useNotebook((state) => (id === undefined ? undefined : state.cells[id]?.source));
  const number = useNotebook((state) => (id === undefined ? 0 : state.order.indexOf(id) + 1));
  const { before, link, after } = frame;
  if (id === undefined || source === undefined) return `${before}${link}${after}`;
  const { line, isEdited } = lineOf(source, frame);
  return (
    <>
      {before}
      <button
        type="button"
        className={styles.frameLink}
        aria-label={say("goToLine", line, number)}
        title={say("goToLine", line, number)}
        onClick={() => store.getState().revealLine(id, line)}
      >
        {link}
      </button>
      {after}
      {isEdited && <span className={styles.editedNote}>{`  ← ${say("frameEdited")}`}</span>}
    </>
  );
}
