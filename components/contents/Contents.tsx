"use client";

import { useEffect, useRef, useState } from "react";
import { useShallow } from "zustand/react/shallow";
import { type Heading, headingsOf } from "../notebook/sections";
import { type NotebookState, useNotebook, useNotebookStore } from "../notebook/store";
import { useWords } from "../notebook/words";
import styles from "./contents.module.css";

/** The headings of the text cells; a press goes there. The section that is read now is marked. */
export function Contents() {
  const store = useNotebookStore();
  const say = useWords();
  const flat = useNotebook(useShallow(flatOutline));
  const entries = pairs(flat);
  const [current, stayAt] = useCurrent(entries.length);
  const top = Math.min(...entries.map(({ heading }) => heading.level));

  if (entries.length === 0) return <p className={styles.nothing}>{say("noHeadings")}</p>;
  const go = (index: number) => {
    const { id, place } = entries[index]!;
    store.getState().goTo(id);
    requestAnimationFrame(() => {
      elementOf(id, place)?.scrollIntoView({ block: "start" });
      stayAt(index);
    });
    if (matchMedia("(max-width: 760px)").matches) store.getState().closePanel("side");
  };
  return (
    <nav className={styles.contents} aria-label={say("contentsList")}>
      <ul>
        {entries.map(({ id, place, heading }, index) => (
          <li key={`${id}-${place}`} style={{ paddingInlineStart: (heading.level - top) * 16 }}>
            <button
              type="button"
              data-first={index === Math.max(0, current) || undefined}
              aria-current={index === current ? "location" : undefined}
              onClick={() => go(index)}
            >
              {heading.text}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

type Entry = { id: string; place: number; heading: Heading };

/** Cell ids and headings in turn: values that stay the same while the texts do. */
function flatOutline({ order, cells }: NotebookState): (string | Heading)[] {
  return order.flatMap((id) => headingsOf(cells[id]!).flatMap((heading) => [id, heading]));
}

function pairs(flat: readonly (string | Heading)[]): Entry[] {
  const entries: Entry[] = [];
  for (let at = 0; at < flat.length; at += 2) {
    const id = flat[at] as string;
    const last = entries.at(-1);
    entries.push({ id, place: last?.id === id ? last.place + 1 : 0, heading: flat[at + 1] as Heading });
  }
  return entries;
}

const elementOf = (id: string, place: number): Element | undefined => {
  const cell = document.querySelector(`[data-cell="${id}"]`);
  return cell?.querySelectorAll("h1, h2, h3, h4, h5, h6")[place] ?? cell ?? undefined;
};

/**
 * Which entry's heading stands at the top of the window or was the last to leave it; -1 before the first. And a way to
 * say that it is this one, however far the page could be scrolled, until it is scrolled elsewhere.
 */
function useCurrent(count: number): [current: number, stayAt: (index: number) => void] {
  const store = useNotebookStore();
  const [current, setCurrent] = useState(-1);
  const chosen = useRef({ index: -1, scroll: -1 });
  useEffect(() => {
    let frame = 0;
    const find = () => {
      frame = 0;
      if (Math.abs(window.scrollY - chosen.current.scroll) < 2) return setCurrent(chosen.current.index);
      chosen.current.scroll = -1;
      const entries = pairs(flatOutline(store.getState()));
      const isAbove = ({ id, place }: Entry) => (elementOf(id, place)?.getBoundingClientRect().top ?? 0) < 120;
      let [low, high] = [0, entries.length]; // headings stand in order: halve
      while (low < high) {
        const middle = (low + high) >> 1;
        if (isAbove(entries[middle]!)) low = middle + 1;
        else high = middle;
      }
      setCurrent(low - 1);
    };
    const later = () => {
      frame ||= requestAnimationFrame(find);
    };
    find();
    window.addEventListener("scroll", later, { passive: true });
    return () => {
      window.removeEventListener("scroll", later);
      cancelAnimationFrame(frame);
    };
  }, [store, count]);
  const stayAt = (index: number) => {
    chosen.current = { index, scroll: window.scrollY };
    setCurrent(index);
  };
  return [current, stayAt];
}
