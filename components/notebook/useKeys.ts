import { useEffect } from "react";
import type { Command } from "./command";
import { type CommandId, carryOut, commands } from "./commands";
import { chordOf, keymapOf, keyReader, type Spot } from "./keys";
import { useNotebook, useNotebookStore } from "./store";

/** The page's keys. What an editor may want for itself first (Escape) comes here only if it left it alone. */
export function useKeys(): void {
  const store = useNotebookStore();
  const letters = useNotebook((state) => state.settings.letterKeys);
  useEffect(() => {
    const read = keyReader();
    const map = keymapOf(commands, { letters });
    let left: CommandId | undefined; // meant by the latest press, but the editor's first

    const first = (event: KeyboardEvent) => {
      left = undefined;
      if (event.isComposing || isModifier(event)) return;
      const spot = spotOf(event.target as HTMLElement);
      const id = spot && (read(event, spot, event.timeStamp, map) as CommandId | undefined);
      if (!id) return;
      const command: Command = commands[id];
      if (command.afterEditor) left = id;
      else if (carryOut(id, store)) take(event);
    };
    const second = (event: KeyboardEvent) => {
      if (left && !event.defaultPrevented && carryOut(left, store)) take(event);
    };
    window.addEventListener("keydown", first, true);
    window.addEventListener("keydown", second);
    return () => {
      window.removeEventListener("keydown", first, true);
      window.removeEventListener("keydown", second);
    };
  }, [store, letters]);
}

/** Where the press happened; null where no key of the page holds. */
function spotOf(target: HTMLElement): Spot | null {
  if (target.closest("dialog")) return null;
  if (target.hasAttribute("data-cell")) return "cell";
  const isInCell = target.closest("[data-cell]") !== null;
  if (!isInCell || target.closest("form")) return "page";
  return target.closest(".monaco-editor") || target.matches("textarea") ? "editor" : "tools";
}

const isModifier = (event: KeyboardEvent) => /^(Control|Shift|Alt|Meta)$/.test(event.key) || chordOf(event) === "";

function take(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}
