import { useEffect } from "react";
import type { Language } from "../text";
import type { Theme } from "./page";
import { useNotebook, useNotebookStore } from "./store";

/** Takes over what the reader wants: language and theme, as app/layout.tsx found them before the first paint. */
export function useReader(): void {
  const store = useNotebookStore();
  const theme = useNotebook((state) => state.theme);
  const isUnsafe = useNotebook((state) => state.edited && state.saving.phase === "unsaved");

  useEffect(() => {
    const { language, theme } = document.documentElement.dataset;
    store.getState().settle((language ?? "en") as Language, (theme ?? "auto") as Theme);
  }, [store]);

  useEffect(() => {
    const prefersDark = matchMedia("(prefers-color-scheme: dark)");
    const tell = () => {
      const isDark = theme === "auto" ? prefersDark.matches : theme === "dark";
      store.getState().setLook(isDark ? "dark" : "light");
    };
    tell();
    prefersDark.addEventListener("change", tell);
    return () => prefersDark.removeEventListener("change", tell);
  }, [store, theme]);

  useEffect(() => {
    if (!isUnsafe) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isUnsafe]);
}
