"use client";

import { useEffect, useLayoutEffect, useRef, useState } from "react";
import styles from "./editor.module.css";
import { readLook } from "./look";
import type { Editor, Language } from "./monaco";
import { StaticCode } from "./StaticCode";

type Props = {
  /** Names the text whose editing steps are remembered. */
  id: string;
  value: string;
  onChange(value: string): void;
  language: Language;
  /** The accessible name. */
  label: string;
  /** Monaco takes the place of the still code; it is loaded now if it was not yet. */
  isLive: boolean;
  /** Whether focus belongs into the editor; each `focusTurn` moves it there once. */
  isEditing: boolean;
  focusTurn: number;
  /** Changes when the page's colours do. */
  theme: string;
  onFocus(): void;
  onLeave(): void;
};

/**
 * A cell's text: still, coloured code under a plain text field that is there from the first paint, and Monaco in its
 * place where somebody edits. On touch screens, for which Monaco is not made, the text field stays.
 */
export function CodeEditor(props: Props) {
  const { id, value, language, isLive, isEditing, focusTurn, label } = props;
  const host = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const hadFocus = useRef(false);
  const [editor, setEditor] = useState<Editor | null>(null);

  useLayoutEffect(() => {
    if (editor && hadFocus.current) editor.focus(); // it can take the focus only now that it is visible
  }, [editor]);

  useEffect(() => {
    if (!isLive || window.matchMedia("(pointer: coarse)").matches) return;
    let isWanted = true;
    let dispose = () => {};
    import("./monaco")
      .then((monaco) => {
        if (!isWanted || !host.current) return;
        const { value, language, label } = latest.current;
        const made = monaco.createEditor(host.current, {
          key: id,
          value,
          language,
          label,
          look: readLook(host.current),
        });
        dispose = follow(made, monaco, host.current, latest);
        hadFocus.current = takeSelection(made, monaco, field.current);
        setEditor(made);
      })
      .catch(() => {}); // without Monaco the text field goes on working
    return () => {
      isWanted = false;
      dispose();
      setEditor(null);
    };
  }, [id, isLive]);

  useEffect(() => {
    if (editor) import("./monaco").then((monaco) => monaco.replaceText(editor, value));
  }, [editor, value]);

  useEffect(() => {
    if (editor && host.current) {
      const look = readLook(host.current);
      import("./monaco").then((monaco) => monaco.applyLook(look));
    }
  }, [editor, props.theme]);

  useLayoutEffect(() => {
    if (isEditing && focusTurn > 0) (editor ?? field.current)?.focus();
  }, [isEditing, focusTurn]);

  return (
    <div className={styles.editor} data-language={language}>
      {!editor && (
        <div className={styles.layers}>
          <StaticCode source={value} isPython={language === "python"} />
          <textarea
            ref={field}
            className={styles.field}
            value={value}
            aria-label={label}
            tabIndex={isEditing ? 0 : -1}
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
      <div ref={host} className={styles.host} data-ready={editor !== null} />
    </div>
  );
}

type Monaco = typeof import("./monaco");

/** Keeps Monaco as high as its text and the page's state equal to it. Returns what ends both and the editor. */
function follow(editor: Editor, monaco: Monaco, host: HTMLElement, latest: { current: Props }): () => void {
  const fit = () => {
    const height = editor.getContentHeight();
    host.style.height = `${height}px`;
    editor.layout({ width: host.clientWidth, height });
  };
  fit();
  const resize = new ResizeObserver(fit);
  resize.observe(host);
  editor.onDidContentSizeChange(fit);
  editor.onDidChangeModelContent(() => latest.current.onChange(editor.getValue()));
  editor.onDidFocusEditorText(() => latest.current.onFocus());
  monaco.onEscape(editor, "Leave the editor", () => latest.current.onLeave());
  return () => {
    resize.disconnect();
    editor.dispose();
    host.style.height = "";
  };
}

/** Puts the caret where the text field has it. Returns whether the field had the focus. */
function takeSelection(editor: Editor, monaco: Monaco, field: HTMLTextAreaElement | null): boolean {
  if (!field) return false;
  monaco.selectRange(editor, field.selectionStart, field.selectionEnd);
  return document.activeElement === field;
}
