import Markdown, { type Components } from "react-markdown";
import rehypeKatex from "rehype-katex";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import type { EditorLanguage } from "../editor/colours";
import { Coloured } from "../editor/StaticCode";
import type { Json } from "../notebook/nbformat";
import { proseLanguage } from "../text/proseLanguage";
import { languages } from "../text/table";
import { displayFormulas } from "./displayFormulas";
import { decoded, headingNames } from "./headings";
import { hasTooManyFormulas, isSettable } from "./limits";
import styles from "./prose.module.css";

/**
 * Markdown as prose: tables, formulas, code in our colours. Raw HTML is left out; links lead to https pages or to
 * places on this page; pictures come out of the notebook itself (`attachments`, by file name) and from nowhere else.
 * A text that nobody can have written by hand stands as it is.
 */
export function Prose({ source, attachments }: { source: string; attachments?: Json }) {
  if (!isSettable(source)) return <pre className={styles.unset}>{source}</pre>;
  const isPlain = hasTooManyFormulas(source);
  return (
    <div className={styles.prose} data-prose lang={langOf(source)}>
      <Markdown
        skipHtml
        remarkPlugins={isPlain ? [remarkGfm] : [remarkGfm, remarkMath, displayFormulas]}
        rehypePlugins={isPlain ? [headingNames] : [headingNames, [rehypeKatex, katexLimits]]}
        urlTransform={(url) => safeUrl(url, attachments)}
        components={components}
      >
        {source}
      </Markdown>
    </div>
  );
}

/** A formula is no program: it expands a little, draws no larger than the page, and loads nothing. */
const katexLimits = { strict: "ignore", maxExpand: 1000, maxSize: 50, trust: false } as const;

/** The `lang` of a text; none where it has too few words to tell. */
const langOf = (source: string) => {
  const language = proseLanguage(source);
  return language && languages[language];
};

/** Where a link leads, said beside it by the page. */
const hostOf = (href: string) => {
  try {
    return new URL(href).host;
  } catch {
    return undefined;
  }
};

const pictures = ["image/png", "image/jpeg", "image/gif", "image/webp"];

function safeUrl(url: string, attachments: Json = {}): string {
  if (/^(https:\/\/|#)/i.test(url) || /^data:image\/(png|jpeg|gif|webp);base64,/i.test(url)) return url;
  const bundle = url.startsWith("attachment:") ? attachments[decoded(url.slice(11))] : undefined;
  for (const [mime, data] of Object.entries((bundle ?? {}) as Json))
    if (pictures.includes(mime) && typeof data === "string") return `data:${mime};base64,${data}`;
  return "";
}

/** The class names that Markdown's fenced code gets, by the language that colours it. */
const fenced: { [className: string]: EditorLanguage } = {
  "language-python": "python",
  "language-py": "python",
  "language-typescript": "typescript",
  "language-ts": "typescript",
  "language-javascript": "typescript",
  "language-js": "typescript",
};

const components: Components = {
  a: ({ href, children }) =>
    href?.startsWith("https:") ? (
      <a href={href} target="_blank" rel="noopener noreferrer nofollow" data-host={hostOf(href)}>
        {children}
      </a>
    ) : href?.startsWith("#") ? (
      <a href={href}>{children}</a>
    ) : (
      <span>{children}</span>
    ),
  img: ({ src, alt }) =>
    typeof src === "string" && src.startsWith("data:") ? (
      <img src={src} alt={alt ?? ""} />
    ) : (
      <span className={styles.noPicture}>{alt}</span>
    ),
  table: ({ children }) => (
    <div className={styles.table}>
      <table>{children}</table>
    </div>
  ),
  code: ({ className, children }) => {
    const language = typeof children === "string" && fenced[className ?? ""];
    if (!language) return <code translate="no">{children}</code>;
    return (
      <code translate="no">
        <Coloured source={children.replace(/\n$/, "")} language={language} />
      </code>
    );
  },
};
