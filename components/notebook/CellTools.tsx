"use client";

import { Icon, type IconName } from "../Icon";
import { isPinnable, pin, unpin } from "../reproduction/commands";
import { expectedOf } from "../reproduction/expected";
import { texts } from "../text";
import styles from "./Cell.module.css";
import { LanguageTool } from "./CellLanguage";
import { startDrag } from "./drag";
import type { CellType } from "./nbformat";
import { type NotebookState, useCell, useNotebook, useNotebookStore } from "./store";
import { useWords, Words } from "./words";

type Tool = {
  icon: IconName;
  words: ToolWords;
  act(state: NotebookState, id: string): void;
  shows?: "addCode" | "addText";
};
type ToolWords = "moveUp" | "moveDown" | "remove" | "addCode" | "addText" | "editCell" | "renderCell";

const tools: readonly Tool[] = [
  { icon: "up", words: "moveUp", act: (state, id) => state.move(-1, [id]) },
  { icon: "down", words: "moveDown", act: (state, id) => state.move(1, [id]) },
  { icon: "code", words: "addCode", shows: "addCode", act: (state, id) => state.insert("below", id, "code") },
  { icon: "text", words: "addText", shows: "addText", act: (state, id) => state.insert("below", id, "markdown") },
  { icon: "remove", words: "remove", act: (state, id) => state.remove([id]) },
];
const editTool: Tool = { icon: "edit", words: "editCell", act: (state, id) => state.edit(id) };
const renderTool: Tool = { icon: "check", words: "renderCell", act: (state) => state.leave() };

type Props = { id: string; type: CellType; isEditing: boolean; isStop: boolean };

/** What can be done to a cell; stands back until the cell is pointed at or has the focus. */
export function CellTools({ id, type, isEditing, isStop }: Props) {
  const store = useNotebookStore();
  const say = useWords();
  const first = type === "code" ? [] : [isEditing ? renderTool : editTool];
  return (
    <div className={styles.tools} role="toolbar" aria-label={say("cellTools")}>
      {type === "code" && <LanguageTool id={id} isStop={isStop} />}
      <button
        type="button"
        className={styles.grip}
        tabIndex={-1}
        title={say("drag")}
        aria-label={say("drag")}
        onMouseDown={(event) => event.preventDefault()} // the focus, and with it the selection, stays
        onPointerDown={(event) => startDrag(event, id, store)}
      >
        <Icon name="grip" />
      </button>
      {[...first, ...tools].map(({ icon, words, shows, act }) => (
        <button
          key={words}
          type="button"
          tabIndex={isStop ? 0 : -1}
          title={shows ? `${say("addBelow")}: ${say(shows)}` : say(words)}
          aria-label={shows ? `${say("addBelow")}: ${say(shows)}` : say(words)}
          onClick={() => act(store.getState(), id)}
        >
          <Icon name={icon} />
          {shows && (
            <span>
              + <Words of={shows} />
            </span>
          )}
        </button>
      ))}
      {type === "code" && <PinTool id={id} isStop={isStop} />}
    </div>
  );
}

/** Makes what the cell has put out what is expected of it, or takes that back. */
function PinTool({ id, isStop }: { id: string; isStop: boolean }) {
  const store = useNotebookStore();
  const language = useNotebook((state) => state.language);
  const isPinned = useCell(id, (cell) => expectedOf(cell) !== null);
  const canPin = useNotebook((state) => isPinnable(state, id));
  if (!isPinned && !canPin) return null;
  return (
    <button
      type="button"
      tabIndex={isStop ? 0 : -1}
      title={texts.pinTitles[isPinned ? "unpin" : "pin"][language]}
      aria-label={texts.pinTool[language]}
      aria-pressed={isPinned}
      onClick={() => (isPinned ? unpin : pin)(store.getState(), [id])}
    >
      <Icon name="pin" />
    </button>
  );
}
