"use client";

import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useNotebook } from "../notebook/store";
import { useWords } from "../notebook/words";
import { offerCarets } from "./carets";
import type { EditorLanguage } from "./colours";
import styles from "./editor.module.css";
import type { EditorHelp } from "./help";
import { loadMonaco, type Monaco } from "./load";
import { readLook } from "./look";
import { offerLive } from "./marks";
import type { Editor } from "./monaco";
import { editors } from "./pool";
import { StaticCode } from "./StaticCode";
import { bringIntoSight, rangeIn } from "./sight";

type Props = {
  /** Names the text whose editing steps are remembered. */
  id: string;
  value: string;
  onChange(value: string): void;
  language: EditorLanguage;
  /** What the cell is called; the accessible name begins with it. */
  label: string;
  /** Whether focus belongs into the editor; each `focusTurn` moves it there once. */
  isEditing: boolean;
  focusTurn: number;
  /** Changes when the page's colours do. */
  theme: string;
  /** Somebody is near it: it gets its colours. */
  isNear?: boolean;
  help?: EditorHelp;
  /** A stretch of the text that comes into sight once for each `turn`; `takesFocus`: it is selected for writing. */
  shown?: { start: number; end: number; takesFocus: boolean; turn: number } | null;
  onFocus(): void;
  onLeave(): void;
};

/**
 * A cell's text: still, coloured code under a plain text field that is there from the first paint, and Monaco in its
 * place once somebody edits it, until a handful of others were edited. On touch screens, for which Monaco is not made,
 * the text field stays.
 */
export function CodeEditor(props: Props) {
  const { value, language, isEditing, focusTurn, label, isNear = true } = props;
  const host = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const say = useWords();
  const [tab, setTab] = useState({ leaves: false, isNew: false });
  const live = useMonaco(props, host, field, (leaves) =>
    setTab((before) => ({ leaves, isNew: before.leaves !== leaves || before.isNew })),
  );

  const isReader = useNotebook((state) => state.isReader); // another tab writes
  useEffect(() => live?.editor.updateOptions({ readOnly: isReader }), [live, isReader]);

  useEffect(() => {
    live?.editor.updateOptions({ tabIndex: isEditing ? 0 : -1 }); // Tab goes from cell to cell, past editors that rest
  }, [live, isEditing]);
  useEffect(() => {
    const hint = tab.leaves ? "tabLeavesHint" : "editorHint";
    live?.editor.updateOptions({ ariaLabel: say(hint, label, live.monaco.tabKey) });
  }, [live, label, tab.leaves]);

  useShown(props.shown ?? null, host, field, live);

  useLayoutEffect(() => {
    if (isEditing && focusTurn > 0) (live?.editor ?? field.current)?.focus();
  }, [isEditing, focusTurn]);

  return (
    <div className={styles.editor} data-language={language} translate="no" onPointerEnter={prepare}>
      {!live && (
        <div className={styles.layers} style={language === "markdown" ? undefined : { height: heightOf(value) }}>
          <StaticCode source={value} language={language} isColoured={isNear} />
          <textarea
            ref={field}
            className={styles.field}
            value={value}
            aria-label={say("fieldHint", label)}
            tabIndex={isEditing ? 0 : -1}
            readOnly={isReader}
            spellCheck={false}
            autoCapitalize="off"
            autoComplete="off"
            autoCorrect="off"
            wrap={language === "markdown" ? "soft" : "off"}
            rows={1}
            onChange={(event) => props.onChange(event.target.value)}
            onFocus={props.onFocus}
            onKeyDown={(event) => {
              if (event.key === "Escape" && !event.nativeEvent.isComposing) props.onLeave();
            }}
          />
        </div>
      )}
      <div ref={host} className={styles.host} data-ready={live !== null} />
      {live && (
        <span role="status" className={styles.tab}>
          {tab.isNew && isEditing && say(tab.leaves ? "tabLeaves" : "tabIndents")}
        </span>
      )}
    </div>
  );
}

/** Of text that does not wrap; a scroll bar, where there is one, stands in the padding as Monaco's does. */
const heightOf = (text: string) => `calc(${text.split("\n").length} * var(--code-line) + 24px)`;

/** Brings what is to be shown into sight, in the still text or in the editor, whichever stands there. */
function useShown(
  shown: Props["shown"] | null,
  host: React.RefObject<HTMLDivElement | null>,
  field: React.RefObject<HTMLTextAreaElement | null>,
  live: Live | null,
): void {
  const turn = useRef(0);
  useLayoutEffect(() => {
    if (!shown || shown.turn === turn.current) return;
    const { start, end, takesFocus } = shown;
    if (live) {
      turn.current = shown.turn;
      if (takesFocus) live.monaco.selectRange(live.editor, start, end);
      const top = host.current!.getBoundingClientRect().top + live.monaco.topOf(live.editor, start, end);
      bringIntoSight({ top, bottom: top + 22 });
      return;
    }
    const still = field.current?.parentElement;
    if (!still) return;
    turn.current = shown.turn;
    if (takesFocus) field.current?.setSelectionRange(start, end);
    const place = rangeIn(still, start, end)?.getBoundingClientRect();
    if (!place) return;
    bringIntoSight(place);
    const { left, right } = still.getBoundingClientRect();
    if (place.left < left || place.right > right) still.scrollLeft += place.left - left - 80;
  }, [shown, live]);
}

type Live = { editor: Editor; monaco: Monaco };

const isTouch = () => window.matchMedia("(pointer: coarse)").matches;

/** Loads Monaco when a pointer comes near code, so that it is there for the click. */
function prepare(): void {
  if (!isTouch()) loadMonaco().catch(() => {});
}

/** Monaco in `host`, from the first editing on until others need it more; null while the text field stands there. */
function useMonaco(
  props: Props,
  host: React.RefObject<HTMLDivElement | null>,
  field: React.RefObject<HTMLTextAreaElement | null>,
  onTab: (leaves: boolean) => void,
): Live | null {
  const { id, value, language, isEditing, theme } = props;
  const say = useWords();
  const latest = useRef(props);
  latest.current = props;
  const hadFocus = useRef(false);
  const [isWanted, setWanted] = useState(false);
  const [live, setLive] = useState<Live | null>(null);

  useEffect(() => {
    if (!isEditing || isTouch()) return;
    editors.use(latest, () => setWanted(false));
    setWanted(true);
  }, [isEditing]);
  useEffect(() => () => editors.leave(latest), []);

  useEffect(() => {
    if (!isWanted) return;
    let isStillWanted = true;
    let end = () => {};
    loadMonaco()
      .then((monaco) => {
        if (!isStillWanted || !host.current) return;
        const { value, language, label, help } = latest.current;
        const look = readLook(host.current);
        const editor = monaco.createEditor(host.current, { key: id, value, language, label, look, help });
        const unfollow = follow(editor, monaco, host.current, latest);
        const words = { leave: say("leaveEditor"), docs: say("showDocs") };
        monaco.setKeys(editor, words, () => latest.current.onLeave());
        monaco.setTabKey(editor, say("tabLeaves"), onTab);
        end = () => {
          unfollow();
          monaco.endEditor(editor, id);
        };
        hadFocus.current = takeSelection(editor, monaco, field.current);
        flushSync(() => setLive({ editor, monaco })); // at once: a key pressed in between would be lost
      })
      .catch(() => {}); // without Monaco the text field goes on working
    return () => {
      isStillWanted = false;
      end();
      setLive(null);
    };
  }, [id, isWanted]);

  useLayoutEffect(() => {
    if (live && hadFocus.current) live.editor.focus(); // it can take the focus only now that it is visible
  }, [live]);
  useLayoutEffect(() => live?.monaco.replaceText(live.editor, value), [live, value]);
  useEffect(() => live?.monaco.speak(live.editor, language), [live, language]);
  useEffect(() => {
    if (live && host.current) live.monaco.applyLook(readLook(host.current));
  }, [live, theme]);
  return live;
}

/** Keeps Monaco as high as its text and the page's state equal to it. Returns what ends both. */
function follow(editor: Editor, monaco: Monaco, host: HTMLElement, latest: { current: Props }): () => void {
  let width = host.clientWidth; // remembered, since asking while a line is added has the page laid out once more
  const fit = () => {
    const height = editor.getContentHeight();
    host.style.height = `${height}px`;
    editor.layout({ width, height });
  };
  fit();
  const resize = new ResizeObserver(() => {
    if (host.clientWidth === width) return;
    width = host.clientWidth;
    fit();
  });
  resize.observe(host);
  editor.onDidContentSizeChange(fit);
  editor.onDidChangeModelContent(() => latest.current.onChange(editor.getValue()));
  editor.onDidFocusEditorText(() => latest.current.onFocus());
  const withdraw = offerCarets(latest.current.id, () => caretsOf(editor));
  const unmark = offerLive(latest.current.id, monaco.markerOf(editor));
  return () => {
    withdraw();
    unmark();
    resize.disconnect();
    host.style.height = "";
  };
}

function caretsOf(editor: Editor): number[] {
  const model = editor.getModel();
  if (!model) return [];
  const ends = (editor.getSelections() ?? []).flatMap((range) => [range.getStartPosition(), range.getEndPosition()]);
  return ends.map((position) => model.getOffsetAt(position));
}

/** Puts the caret where the text field has it. Returns whether the field had the focus. */
function takeSelection(editor: Editor, monaco: Monaco, field: HTMLTextAreaElement | null): boolean {
  if (!field || document.activeElement !== field) return false;
  monaco.selectRange(editor, field.selectionStart, field.selectionEnd);
  editor.setScrollLeft(field.parentElement?.scrollLeft ?? 0);
  return true;
}
