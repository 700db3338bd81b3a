"use client";

import type { ComponentType } from "react";
import type { Json } from "../notebook/nbformat";
import { useWords } from "../notebook/words";
import styles from "./output.module.css";
import { TextOutput } from "./TextOutput";

/** Richest first: the first type that the bundle holds is shown. */
const renderers: { [mime: string]: ComponentType<{ data: unknown }> } = {
  "text/plain": ({ data }) => <TextOutput text={String(data)} />,
};

/** One of the forms of a mime bundle; where none can be shown, the names of the forms. */
export function BundleOutput({ bundle }: { bundle: Json }) {
  const say = useWords();
  for (const [mime, Renderer] of Object.entries(renderers)) if (mime in bundle) return <Renderer data={bundle[mime]} />;
  return <p className={styles.cut}>{say("onlyAs", Object.keys(bundle).join(", ") || "–")}</p>;
}
