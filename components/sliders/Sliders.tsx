"use client";

import { type KeyboardEvent, type PointerEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { languageOf } from "../notebook/language";
import { useCell, useNotebook, useNotebookStore } from "../notebook/store";
import { textIdOf } from "../notebook/twin";
import { useWords } from "../notebook/words";
import { isSlidable } from "./commands";
import { type Box, boxOf, literalUnder } from "./geometry";
import { type Literal, literalsIn, stepped, withNumber } from "./number";
import styles from "./sliders.module.css";

/** Pixels of dragging for one step; with Shift, ten steps. */
const pixels = 4;

/** A number that is being moved: where it began, and by how many steps it has moved. */
type Slide = { literal: Literal; source: string; steps: number; by: "pointer" | "keys" };

/**
 * Under a number of code that has run, when it is pointed at, stands a handle: dragging it changes the number, and the cell
 * runs along. By key, the handle takes the focus and is a slider.
 */
export function Sliders({ id }: { id: string }) {
  const store = useNotebookStore();
  const say = useWords();
  const isOn = useNotebook((state) => isSlidable(state, id));
  const source = useCell(id, (cell) => cell.source);
  const language = useCell(id, (cell, state) => languageOf(cell, state.frame));
  const textId = useCell(id, (cell, state) => textIdOf(cell, state.frame));
  const asked = useNotebook((state) => (state.numberTurn?.id === id ? state.numberTurn : null));
  const anchor = useRef<HTMLSpanElement>(null);
  const handle = useRef<HTMLSpanElement>(null);
  const slide = useRef<Slide | null>(null);
  const from = useRef({ x: 0, hasMoved: false });
  const [shown, setShown] = useState<Literal | null>(null);
  const [box, setBox] = useState<Box | null>(null);
  const literals = useMemo(() => (isOn ? literalsIn(source, language) : []), [isOn, source, language]);
  const latest = useRef(literals);
  latest.current = literals;

  // the handle stands where the number stands now
  const current = shown && (literals.find(({ start }) => start === shown.start || start === shown.start - 1) ?? null);
  useLayoutEffect(() => {
    const frame = anchor.current?.parentElement;
    if (!frame || !current) return setBox(null);
    const place = boxOf(frame, textId, current);
    const { left, top } = frame.getBoundingClientRect();
    setBox(place && { ...place, left: place.left - left, top: place.top - top });
  }, [current?.start, current?.end, source, textId]);

  useEffect(() => {
    const frame = anchor.current?.parentElement;
    if (!frame || !isOn) return setShown(null);
    const look = (event: globalThis.PointerEvent) => {
      if (slide.current || event.buttons > 0 || event.pointerType === "touch") return;
      if (handle.current?.contains(event.target as Node)) return;
      setShown(literalUnder(frame, textId, latest.current, event));
    };
    const leave = () => !slide.current && setShown(null);
    frame.addEventListener("pointermove", look);
    frame.addEventListener("pointerleave", leave);
    return () => {
      frame.removeEventListener("pointermove", look);
      frame.removeEventListener("pointerleave", leave);
    };
  }, [isOn, textId]);

  const begin = (literal: Literal, by: Slide["by"]) => {
    const state = store.getState();
    state.beginSlide(id);
    slide.current = { literal, by, source: state.cells[id]!.source, steps: 0 };
  };
  const move = (steps: number) => {
    const now = slide.current;
    if (!now || now.steps === steps) return;
    now.steps = steps;
    const text = stepped(now.literal, steps);
    store.getState().slide(withNumber(now.source, now.literal, text));
    if (now.by === "keys") store.getState().announce({ en: text, zh: text });
  };
  const end = (how: "keep" | "restore") => {
    if (!slide.current) return;
    slide.current = null;
    store.getState().endSlide(how);
  };

  useEffect(() => {
    const restore = (event: globalThis.KeyboardEvent) => {
      if (event.key !== "Escape" || slide.current?.by !== "pointer") return;
      event.preventDefault();
      event.stopPropagation();
      end("restore");
    };
    window.addEventListener("keydown", restore, true);
    return () => {
      window.removeEventListener("keydown", restore, true);
      end("keep");
    };
  }, []);

  const wantsFocus = useRef(false);
  useLayoutEffect(() => {
    if (!box || !wantsFocus.current) return;
    wantsFocus.current = false;
    handle.current?.focus();
  }, [box]);
  const turn = useRef(0);
  useEffect(() => {
    if (!asked || asked.turn === turn.current) return;
    turn.current = asked.turn;
    const at = asked.at[0];
    const near = latest.current.find(({ start, end }) => at !== undefined && at >= start && at <= end);
    setShown(near ?? latest.current[0] ?? null);
    wantsFocus.current = true;
  }, [asked]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (!current) return;
    const sizes: { [key: string]: number } = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 };
    const size = sizes[event.key];
    if (size !== undefined) {
      if (!slide.current) begin(current, "keys");
      move(slide.current!.steps + size * (event.shiftKey ? 10 : 1));
    } else if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
      end("keep");
      const at = literals.indexOf(current) + (event.key === "ArrowLeft" ? -1 : 1);
      setShown(literals[(at + literals.length) % literals.length]!);
    } else if (event.key === "Enter" || event.key === "Escape") {
      const isNew = slide.current !== null;
      end(event.key === "Enter" ? "keep" : "restore");
      setShown(null);
      if (!isNew || event.key === "Escape") store.getState().goTo(id);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const onPointerDown = (event: PointerEvent) => {
    if (!current || event.button !== 0) return;
    event.preventDefault(); // the focus stays, no text is selected
    event.currentTarget.setPointerCapture(event.pointerId);
    from.current = { x: event.clientX, hasMoved: false };
    begin(current, "pointer");
  };
  const onPointerMove = (event: PointerEvent) => {
    if (slide.current?.by !== "pointer") return;
    const way = event.clientX - from.current.x;
    if (Math.abs(way) > 2) from.current.hasMoved = true;
    if (from.current.hasMoved) move(Math.round(way / pixels) * (event.shiftKey ? 10 : 1));
  };

  const line = current ? source.slice(0, current.start).split("\n").length : 0;
  return (
    <>
      <span ref={anchor} hidden />
      {current && box && (
        <span
          ref={handle}
          className={styles.handle}
          data-testid="number-handle"
          style={{ left: box.left - 1, top: box.top + box.height - 5, width: Math.max(14, box.width + 2) }}
          role="slider"
          tabIndex={-1}
          title={say("dragNumber")}
          aria-label={say("numberSlider", line)}
          aria-valuenow={Number(current.text.replaceAll("_", ""))}
          aria-valuetext={current.text}
          onPointerDown={onPointerDown}
          onPointerMove={onPointerMove}
          onPointerUp={() => end("keep")}
          onPointerCancel={() => end("restore")}
          onKeyDown={onKeyDown}
          onBlur={() => slide.current?.by === "keys" && end("keep")}
        />
      )}
    </>
  );
}
