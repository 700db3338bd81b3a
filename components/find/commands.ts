import type { Command } from "../notebook/command";
import type { NotebookState } from "../notebook/store";
import { texts } from "../text";

/** Opens the bar; if it is open already, its field takes the focus again. */
function open(state: NotebookState, isReplacing: boolean): void {
  const picked = pickedText();
  if (picked) state.setQuery({ text: picked });
  state.setFind({ isReplacing: isReplacing || (state.panels.bar === "find" && state.find.isReplacing) });
  state.openPanel("find");
  document.querySelector<HTMLInputElement>("[data-panel=find] [data-first]")?.select();
}

/** What is selected, if it is a piece of a line. */
function pickedText(): string | undefined {
  const field = document.activeElement;
  const inField = field instanceof HTMLTextAreaElement && field.value.slice(field.selectionStart, field.selectionEnd);
  const text = inField || String(getSelection() ?? "");
  return text.length > 0 && text.length <= 200 && !text.includes("\n") ? text.replaceAll("\u00a0", " ") : undefined;
}

const isOpen = (state: NotebookState) => state.panels.bar === "find" && state.find.query.text !== "";

/** Find and replace over all cells. */
export const findCommands = {
  find: {
    title: texts.findTitle,
    keys: { page: ["Mod+F"] },
    aliases: "search 搜索",
    act: (state) => open(state, false),
  },
  replace: {
    title: texts.replaceTitle,
    keys: { page: ["Mod+H"] },
    aliases: "search substitute 搜索",
    act: (state) => open(state, true),
  },
  nextHit: {
    title: texts.nextHit,
    keys: { page: ["Mod+G", "F3"] },
    isAvailable: isOpen,
    act: (state) => state.goToHit(1),
  },
  lastHit: {
    title: texts.lastHit,
    keys: { page: ["Mod+Shift+G", "Shift+F3"] },
    isAvailable: isOpen,
    act: (state) => state.goToHit(-1),
  },
} as const satisfies { [id: string]: Command };
