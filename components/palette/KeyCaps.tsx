"use client";

import type { Command } from "../notebook/command";
import { isSingleLetter, writtenChord } from "../notebook/keys";
import { useNotebook } from "../notebook/store";
import styles from "./palette.module.css";

/** A command's keys; those that the reader has turned off are left out. */
export function KeyCaps({ command, of }: { command: Command; of?: readonly string[] }) {
  const letters = useNotebook((state) => state.settings.letterKeys);
  const chords = of ?? Object.values(command.keys ?? {}).flat();
  return (
    <span className={styles.caps}>
      {chords
        .filter((chord) => letters || !isSingleLetter(chord))
        .map((chord) => (
          <kbd key={chord}>{writtenChord(chord, isMac())}</kbd>
        ))}
    </span>
  );
}

const isMac = () => /mac|iphone|ipad/i.test(navigator.platform);
