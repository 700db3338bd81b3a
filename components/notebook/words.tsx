"use client";

import type { ReactNode } from "react";
import { type Language, languages, say, texts } from "../text";
import { useNotebook } from "./store";

/** `say` in the reader's language. */
export function useWords() {
  const language = useNotebook((state) => state.language);
  return <K extends Parameters<typeof say>[1]>(key: K, ...parts: ParametersOf<K>) => say(language, key, ...parts);
}
type ParametersOf<K extends Parameters<typeof say>[1]> = (typeof texts)[K] extends {
  en: (...parts: infer P) => string;
}
  ? P
  : [];

type Both = { [L in Language]: ReactNode };

/**
 * Something that there is in both languages. In the page's HTML both stand, and the style sheet shows the reader's, so
 * that the first paint is right without any script; afterwards only that one is left.
 */
export function InLanguage({ of: both, as: Tag = "span" }: { of: Both; as?: "span" | "div" }) {
  const language = useNotebook((state) => state.language);
  const isSettled = useNotebook((state) => state.isSettled);
  if (isSettled) return Tag === "span" ? both[language] : <Tag lang={languages[language]}>{both[language]}</Tag>;
  return (["zh", "en"] as const).map((each) => (
    <Tag key={each} data-only={each} lang={languages[each]}>
      {both[each]}
    </Tag>
  ));
}

type PlainKey = { [K in keyof typeof texts]: (typeof texts)[K] extends { en: string } ? K : never }[keyof typeof texts];

/** A row of the table of words. */
export function Words({ of }: { of: PlainKey }) {
  return <InLanguage of={texts[of]} />;
}
