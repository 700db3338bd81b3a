"use client";

import type { ReactNode } from "react";
import { type Language, languages, say, type texts } from "../text";
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

/** Words in both languages on a page that knows no reader; the style sheet shows the reader's. */
export function Both({ of: words }: { of: { [L in Language]: string } }) {
  return (["zh", "en"] as const).map((each) => (
    <span key={each} data-only={each} lang={languages[each]}>
      {words[each]}
    </span>
  ));
}

type InBoth = { [L in Language]: ReactNode };

/**
 * Something that there is in both languages. In the page's HTML both stand, and the style sheet shows the reader's, so
 * that the first paint is right without any script; afterwards only that one is left.
 */
export function InLanguage({ of: both, as: Tag = "span" }: { of: InBoth; as?: "span" | "div" }) {
  const language = useNotebook((state) => state.language);
  const isSettled = useNotebook((state) => state.isSettled);
  if (isSettled) return Tag === "span" ? both[language] : <Tag lang={languages[language]}>{both[language]}</Tag>;
  return (["zh", "en"] as const).map((each) => (
    <Tag key={each} data-only={each} lang={languages[each]}>
      {both[each]}
    </Tag>
  ));
}

/** A row of the table of words, with its places filled. */
export function Words<K extends Parameters<typeof say>[1]>({ of: key, parts }: WordsProps<K>) {
  const filled = (parts ?? []) as ParametersOf<K>;
  return <InLanguage of={{ zh: say("zh", key, ...filled), en: say("en", key, ...filled) }} />;
}
type WordsProps<K extends Parameters<typeof say>[1]> =
  ParametersOf<K> extends [] ? { of: K; parts?: undefined } : { of: K; parts: ParametersOf<K> };
