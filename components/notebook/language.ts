import type { CellLanguage } from "../../workers/protocol";
import { isObject } from "./exactJson";
import type { Json } from "./nbformat";

/** A notebook, whatever else it holds. */
export type Frame = { readonly metadata?: unknown };
type Spoken = { source?: string; metadata: Json };

/** First lines that say what a cell is written in, as IPython and other notebooks write them. */
const magics: { readonly [name: string]: CellLanguage } = {
  ts: "typescript",
  typescript: "typescript",
  js: "typescript",
  javascript: "typescript",
  py: "python",
  python: "python",
  python3: "python",
};
const magic = /^%%(\w+)[^\S\n]*(?=\n|$)/;

/** Names of `languageId` and of a notebook's language that are ours; the compiler reads JavaScript as TypeScript without types. */
const names: { readonly [name: string]: CellLanguage } = {
  python: "python",
  typescript: "typescript",
  javascript: "typescript",
};

const magicOf = (source = "") => magics[magic.exec(source)?.[1]?.toLowerCase() ?? ""];
const member = (metadata: Json, key: string): Json => {
  const value = metadata[key];
  return isObject(value) ? value : {};
};
const named = (name: unknown) => (typeof name === "string" ? names[name.toLowerCase()] : undefined);

/** What a notebook's cells are written in unless they say otherwise: its `language_info`, or the language of its kernel. */
export function defaultLanguage({ metadata }: Frame): CellLanguage {
  const of = (key: string) => (isObject(metadata) ? member(metadata, key) : {});
  return named(of("language_info").name) ?? named(of("kernelspec").language) ?? "python";
}

/**
 * What a code cell is written in: its first line `%%ts` or `%%python` if it has one, then `metadata.vscode.languageId`, as
 * VS Code keeps it, then the notebook's own language.
 */
export function languageOf(cell: Spoken, notebook: Frame = nothing): CellLanguage {
  const known = spokenIn.get(cell); // asked for every cell at every key; a cell is never changed, only replaced
  if (known?.notebook === notebook && known.source === cell.source) return known.language;
  const { languageId } = member(cell.metadata, "vscode");
  const language = magicOf(cell.source) ?? named(languageId) ?? defaultLanguage(notebook);
  spokenIn.set(cell, { notebook, source: cell.source, language });
  return language;
}

const nothing: Frame = {};
const spokenIn = new WeakMap<Spoken, { notebook: Frame; source: string | undefined; language: CellLanguage }>();

/** The cell's text as a compiler may read it: a first line that names the language is blank. */
export function codeOf(source: string): string {
  return magicOf(source) ? source.replace(magic, (line) => " ".repeat(line.length)) : source;
}

/** The cell in another language. A first line that says otherwise goes; the language stands in the metadata from now on. */
export function spoken<T extends Spoken & { source: string }>(cell: T, language: CellLanguage): T {
  const source = magicOf(cell.source) ? cell.source.replace(magic, "").replace(/^\n/, "") : cell.source;
  return { ...cell, source, metadata: withLanguage(cell.metadata, language) };
}

/** Metadata that name the language, whatever else they hold. */
export function withLanguage(metadata: Json, language: CellLanguage): Json {
  return { ...metadata, vscode: { ...member(metadata, "vscode"), languageId: language } };
}

/** Metadata that leave the language to the notebook. */
export function withoutLanguage(metadata: Json): Json {
  const { languageId: _, ...vscode } = member(metadata, "vscode");
  const { vscode: __, ...rest } = metadata;
  return Object.keys(vscode).length > 0 ? { ...rest, vscode } : rest;
}

/** The cell as a file keeps it: other programs find in the metadata what its first line says. */
export function withMagicNoted<T extends Spoken>(cell: T, notebook: Frame): T {
  const language = magicOf(cell.source);
  if (!language || language === languageOf({ metadata: cell.metadata }, notebook)) return cell;
  return { ...cell, metadata: withLanguage(cell.metadata, language) };
}

type Around = {
  order: readonly string[];
  cells: { readonly [id: string]: Spoken & { cell_type: string } };
  frame: Frame;
};

/** Metadata of a new code cell at this place: it is written in what the code cell above it is, else the one below. */
export function metadataAt(index: number, { order, cells, frame }: Around): Json {
  const isCode = (id: string) => cells[id]?.cell_type === "code";
  const nearest = order.slice(0, index).findLast(isCode) ?? order.slice(index).find(isCode);
  const language = nearest === undefined ? defaultLanguage(frame) : languageOf(cells[nearest]!, frame);
  return language === defaultLanguage(frame) ? {} : withLanguage({}, language);
}
