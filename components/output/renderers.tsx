"use client";

import { type ComponentType, lazy, Suspense } from "react";
import { tensorMime } from "../lens/mime";
import { TensorOutput } from "../lens/TensorOutput";
import type { Json } from "../notebook/nbformat";
import { useWords } from "../notebook/words";
import { Failsafe } from "./Failsafe";
import { ImageOutput } from "./ImageOutput";
import styles from "./output.module.css";
import { ProgressOutput } from "./ProgressOutput";
import { TextOutput } from "./TextOutput";

/** `data` is of the renderer's own type, `about` what the metadata says of it, `plain` the same content as text. */
export type Rendered = { data: unknown; about: Json; plain: string };
type Renderer = ComponentType<Rendered>;

const image =
  (mime: string): Renderer =>
  (props) => <ImageOutput mime={mime} {...props} />;

/** Richest first: the first type that the bundle holds is shown. What few outputs need is loaded with the first of them. */
const renderers: { [mime: string]: Renderer } = {
  "application/vnd.sporebook.progress+json": ProgressOutput,
  [tensorMime]: TensorOutput,
  "application/vnd.plotly.v1+json": lazy(() => import("./PlotOutput")),
  "application/vnd.jupyter.widget-view+json": ({ plain }) => <Fallback of="widget" plain={plain} />,
  "image/png": image("image/png"),
  "image/jpeg": image("image/jpeg"),
  "image/webp": image("image/webp"),
  "image/gif": image("image/gif"),
  "image/svg+xml": lazy(() => import("./SvgOutput")),
  "text/html": lazy(() => import("./HtmlOutput")),
  "text/markdown": lazy(() => import("./MarkdownOutput")),
  "text/latex": lazy(() => import("./LatexOutput")),
  "application/json": lazy(() => import("./JsonOutput")),
  "text/plain": ({ data }) => <TextOutput text={String(data)} />,
};

/** One of the forms of a mime bundle; where none can be shown, the names of the forms. */
export function BundleOutput({ bundle, metadata }: { bundle: Json; metadata: Json }) {
  const say = useWords();
  const plain = typeof bundle["text/plain"] === "string" ? bundle["text/plain"] : "";
  const mime = Object.keys(renderers).find((mime) => mime in bundle);
  if (!mime) return <p className={styles.cut}>{say("onlyAs", Object.keys(bundle).join(", ") || "–")}</p>;
  const Renderer = renderers[mime]!;
  const about = (metadata[mime] ?? {}) as Json;
  const asText = <TextOutput text={plain} />;
  return (
    <Failsafe fallback={<Fallback of="damaged" plain={plain} />} key={mime}>
      <Suspense fallback={plain ? asText : null}>
        <Renderer data={bundle[mime]} about={typeof about === "object" ? about : {}} plain={plain} />
      </Suspense>
    </Failsafe>
  );
}

/** A sentence that says why, and the text instead. */
export function Fallback({ of: key, plain }: { of: "widget" | "damaged" | "brokenImage"; plain: string }) {
  const say = useWords();
  return (
    <>
      <p className={styles.cut}>{say(key)}</p>
      {plain && <TextOutput text={plain} />}
    </>
  );
}
