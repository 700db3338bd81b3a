import type { StateCreator } from "zustand";
import { bundledName } from "../library/bundled";
import { defaultSettings, parseSettings, type SettingName, type Settings } from "../settings/settings";
import { type Language, languages } from "../text";
import { translated } from "./files";
import type { Problem } from "./problems";
import { retold } from "./retold";
import type { NotebookState } from "./store";
import { stored } from "./stored";

export type Theme = "auto" | "light" | "dark";

/** What the page has to say beside the notebook; one at a time, until it is put away. */
export type Notice =
  | { kind: "removed"; count: number }
  | { kind: "notNotebook"; name: string; problem: Problem }
  | { kind: "unreadable"; name: string }
  /** Pictures that were not attached to a text cell. */
  | { kind: "pictureTooLarge"; names: readonly string[] }
  /** May the kernel be started anew, and shall all cells run then? */
  | { kind: "restartQuestion"; runsAll?: boolean }
  /** The kernel had to be started anew, and nobody had asked for it. */
  | { kind: "kernelLost" }
  /** The notebook is written in another tab; here it can only be read. */
  | { kind: "reader" }
  /** The notebook came by a link; a copy of it can be changed. */
  | { kind: "linked" }
  /** Another tab had written first; what this one had is kept as a version. */
  | { kind: "conflict" }
  /** Much was replaced; it can be undone. */
  | { kind: "replaced" };

export type PageSlice = {
  language: Language;
  theme: Theme;
  /** Names the colours that are on the page now. */
  look: "light" | "dark";
  /** The reader's language and theme are known: false in the page's HTML, which holds the words of both languages. */
  isSettled: boolean;
  settings: Settings;
  notice: Notice | null;
  settle(language: Language, theme: Theme): void;
  setLanguage(language: Language): void;
  setTheme(theme: Theme): void;
  setSetting(name: SettingName, isOn: boolean): void;
  /** The page has taken on other colours. */
  setLook(look: "light" | "dark"): void;
  notify(notice: Notice | null): void;
  /** What was said last to those who hear the page; each `turn` once. */
  said: { words: { readonly [L in Language]: string }; turn: number } | null;
  announce(words: { readonly [L in Language]: string }): void;
};

export const createPageSlice: StateCreator<NotebookState, [], [], PageSlice> = (set, get) => {
  const speak = (language: Language) => {
    const { cells, past, future, bundled, fileName, language: old } = get();
    if (language === old || !bundled) return set({ language });
    const { slug, texts } = bundled;
    set({
      language,
      cells: translated(cells, texts[old], texts[language]),
      past: retold(past, texts[old], texts[language]),
      future: retold(future, texts[old], texts[language]),
      fileName: fileName === bundledName(slug, old) ? bundledName(slug, language) : fileName,
    });
  };
  return {
    language: "en",
    theme: "auto",
    look: "light",
    isSettled: false,
    settings: defaultSettings,
    notice: null,
    settle: (language, theme) => {
      speak(language);
      set({ theme, settings: parseSettings(recall("settings")), isSettled: true });
    },
    setLanguage: (language) => {
      remember("language", language);
      document.documentElement.lang = languages[language];
      document.documentElement.dataset.language = language;
      speak(language);
    },
    setTheme: (theme) => {
      remember("theme", theme);
      document.documentElement.dataset.theme = theme;
      set({ theme });
    },
    setSetting: (name, isOn) => {
      const settings = { ...get().settings, [name]: isOn };
      remember("settings", JSON.stringify(settings));
      set({ settings });
    },
    setLook: (look) => set({ look }),
    notify: (notice) => set({ notice }),
    said: null,
    announce: (words) => set(({ said }) => ({ said: { words, turn: (said?.turn ?? 0) + 1 } })),
  };
};

function remember(what: keyof typeof stored, value: string): void {
  try {
    localStorage.setItem(stored[what], value);
  } catch {
    // storage is closed to us: the choice lasts as long as the page
  }
}

function recall(what: keyof typeof stored): string | null {
  try {
    return localStorage.getItem(stored[what]);
  } catch {
    return null;
  }
}
