"use client";

import {
  type CSSProperties,
  type FocusEvent,
  type MouseEvent,
  memo,
  type ReactNode,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { type Language, say, type texts } from "../text";
import styles from "./Cell.module.css";
import { CellTools } from "./CellTools";
import { CodeCell } from "./CodeCell";
import type { CellBody } from "./cells";
import { languageOf } from "./language";
import { isSelected } from "./selection";
import { type NotebookState, type NotebookStore, useCell, useNotebook, useNotebookStore } from "./store";
import { TextCell } from "./TextCell";
import { useLater } from "./useLater";
import { useNear } from "./useNear";

/** The tutorial's prose, set in advance, by language and cell. */
export type SetProse = { [L in Language]: { [id: string]: ReactNode } };

const labels = { code: "codeCell", markdown: "textCell", raw: "rawCell" } as const satisfies {
  [type: string]: keyof typeof texts;
};

function labelOf(cell: CellBody, frame: NotebookState["frame"]) {
  const isTypeScript = cell.cell_type === "code" && languageOf(cell, frame) === "typescript";
  return isTypeScript ? "typescriptCell" : labels[cell.cell_type];
}

/** Cells that are drawn whole before anybody knows where the window is. */
const drawnAtOnce = 12;

/** About how high a cell is that was never drawn, in pixels: what the scroll bar goes by. */
const heightOf = (source: string) => `${source.split("\n").length * 22 + 26}px`;

/**
 * The last turn at which focus was moved. A cell that becomes active because something in it was clicked must not take the
 * focus from there, nor move the page under the pointer: the click would miss.
 */
const turns = new WeakMap<NotebookStore, number>();

/** `number` counts from 1; hidden is what stands in a folded section. */
type Props = { id: string; number: number; isHidden: boolean; prose: SetProse };

/** One cell with its tools. It takes the focus itself; Enter goes into its editor, Escape comes back. */
export const Cell = memo(function Cell({ id, number, isHidden, prose }: Props) {
  const store = useNotebookStore();
  const type = useCell(id, (cell) => cell.cell_type);
  const isMeant = useNotebook((state) => isSelected(state, id));
  const isActive = useNotebook((state) => state.active === id);
  const isEditing = useNotebook((state) => state.editing === id);
  const isStop = useNotebook((state) => (state.active ?? state.order[0]) === id); // where Tab comes in
  const focusTurn = useNotebook((state) => (state.active === id ? state.focusTurn : 0));
  const language = useNotebook((state) => state.language);
  const isLinked = useNotebook((state) => state.linked !== null);
  const frame = useRef<HTMLLIElement>(null);
  const isNear = useNear(frame, isActive || number <= drawnAtOnce);
  const isLater = useLater();
  const [height] = useState(() => heightOf(store.getState().cells[id]!.source));
  const words = useCell(id, (cell, state) => labelOf(cell, state.frame));
  const label = say(language, words, number);

  useLayoutEffect(() => {
    if (focusTurn === 0 || turns.get(store) === focusTurn) return;
    turns.set(store, focusTurn);
    if (store.getState().editing !== id) frame.current?.focus({ preventScroll: true });
    frame.current?.scrollIntoView({ block: "nearest" });
  }, [store, id, focusTurn]);

  const onFocus = (event: FocusEvent) => {
    const state = store.getState();
    if (state.active !== id || (event.target !== frame.current && state.anchor !== null)) state.select(id);
    if (event.target === frame.current && state.editing !== null) store.setState({ editing: null });
  };

  /** Shift and a click select from the active cell to this one. */
  const onMouseDown = (event: MouseEvent) => {
    const target = event.target as HTMLElement;
    const { active, extendTo } = store.getState();
    if (!event.shiftKey || active === null || active === id || target.closest("button, input, textarea, a")) return;
    event.preventDefault();
    extendTo(id);
  };

  return (
    <li
      ref={frame}
      className={styles.cell}
      data-cell={id}
      data-type={type}
      data-speaks={words === "typescriptCell" ? "typescript" : undefined}
      hidden={isHidden}
      data-selected={isMeant || undefined}
      data-active={isActive || undefined}
      data-editing={isEditing || undefined}
      style={{ "--height": height } as CSSProperties}
      tabIndex={isStop ? 0 : -1}
      aria-label={label}
      aria-current={isActive || undefined}
      onFocus={onFocus}
      onMouseDown={onMouseDown}
    >
      {type === "code" ? (
        <CodeCell id={id} label={label} isNear={isNear} isEditing={isEditing} isStop={isStop} />
      ) : (
        <TextCell id={id} label={label} isNear={isNear} isEditing={isEditing} prose={prose} />
      )}
      {isNear && !isLinked && (isLater || isActive) && (
        <CellTools id={id} type={type} isEditing={isEditing} isStop={isStop} />
      )}
    </li>
  );
});
