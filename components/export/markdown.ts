/* Notebooks as Markdown: prose as it is, code and printed text in fences, pictures within the file. */

import { stillOf } from "../lens/still";
import { isObject, nearest } from "../notebook/exactJson";
import { codeOf, languageOf } from "../notebook/language";
import type { Cell, Json, Notebook, Output } from "../notebook/nbformat";
import { cutOf } from "../notebook/outputs";
import { withoutEscapes } from "../output/ansi";
import { cutWords } from "../output/cutWords";
import { type Language, say } from "../text";
import { newCell, withCells } from "./script";

const outputStart = "<!-- output -->";
const outputEnd = "<!-- /output -->";

/** The notebook as Markdown, with its outputs. */
export function markdownText(notebook: Notebook, reader: Language): string {
  const parts = notebook.cells.map((cell) => {
    if (cell.cell_type === "markdown") return withPictures(cell.source, cell.attachments as Json | undefined);
    if (cell.cell_type === "raw") return fenced(cell.source, "");
    return codePart(cell, notebook, reader);
  });
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

/** The notebook that a Markdown text holds: its blocks of Python and TypeScript become cells, outputs are left out. */
export function readMarkdown(text: string): Notebook {
  const body = text
    .replace(/\r\n?/g, "\n")
    .replace(/^---\n[\s\S]*?\n---\n/, "") // the front matter of site generators
    .replace(new RegExp(`${outputStart}[\\s\\S]*?${outputEnd}`, "g"), "");
  const cells = [];
  const fence = /^(`{3,}|~{3,})[ \t]*\{?(python3?|py|typescript|ts)\b[^\n]*\n([\s\S]*?)^\1[`~]*[ \t]*$/gm;
  let at = 0;
  const addProse = (prose: string) => prose.trim() !== "" && cells.push(newCell("markdown", prose.trim(), "python"));
  for (const block of body.matchAll(fence)) {
    addProse(body.slice(at, block.index));
    const language = block[2]!.startsWith("py") ? "python" : "typescript";
    cells.push(newCell("code", block[3]!.replace(/\n$/, ""), language));
    at = block.index + block[0].length;
  }
  addProse(body.slice(at));
  return withCells(cells);
}

function codePart(cell: Cell, notebook: Notebook, reader: Language): string {
  const code =
    cell.source === "" ? [] : [fenced(codeOf(cell.source).replace(/^[ ]+\n/, ""), languageOf(cell, notebook))];
  const outputs = ((cell.outputs ?? []) as Output[]).map((output) => outputText(output, reader)).filter(Boolean);
  return [...code, ...(outputs.length > 0 ? [outputStart, ...outputs, outputEnd] : [])].join("\n\n");
}

function outputText(output: Output, reader: Language): string {
  const cut = cutOf(output);
  if (cut) return `*${cutWords(reader, cut)}*`;
  if (output.output_type === "stream") return printed(output.text);
  if (output.output_type === "error")
    return printed(
      output.traceback.join("\n").trim() === "" ? `${output.ename}: ${output.evalue}` : output.traceback.join("\n"),
    );
  return bundleText(output.data, reader);
}

/** The form that Markdown shows best. */
function bundleText(bundle: Json, reader: Language): string {
  for (const mime of ["image/png", "image/jpeg", "image/gif", "image/webp"])
    if (typeof bundle[mime] === "string")
      return `![${alternative(bundle, reader)}](data:${mime};base64,${bundle[mime].replace(/\s/g, "")})`;
  const svg = bundle["image/svg+xml"];
  if (typeof svg === "string")
    return `![${alternative(bundle, reader)}](data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)})`;
  for (const mime of ["text/markdown", "text/latex"]) if (typeof bundle[mime] === "string") return bundle[mime];
  if (typeof bundle["text/plain"] === "string") {
    const still = stillOf(bundle);
    const picture = still ? [`![${still.words.replace(/[[\]\\`<>]/g, "")}](${still.address})`] : [];
    return [printed(bundle["text/plain"]), ...picture].join("\n\n");
  }
  if ("application/json" in bundle) return fenced(JSON.stringify(nearest(bundle["application/json"]), null, 2), "json");
  const types = Object.keys(bundle);
  return types.length === 0 ? "" : `*${say(reader, "onlyAs", types.join(", "))}*`;
}

/** What stands for a picture where none is shown; never what would end the brackets around it. */
function alternative(bundle: Json, reader: Language): string {
  const text = bundle["text/plain"];
  const words = typeof text === "string" && text.length <= 200 ? text : say(reader, "picture");
  return words.replace(/\s+/g, " ").replace(/[[\]\\`<>]/g, "");
}

const printed = (text: string) => fenced(withoutEscapes(text).replace(/\n$/, ""), "text");

/** The text in a fence that it cannot end by itself. */
function fenced(text: string, language: string): string {
  const runs = text.match(/`{3,}/g) ?? [];
  const fence = "`".repeat(Math.max(2, ...runs.map((run) => run.length)) + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

/** The prose with the cell's own pictures in the text, where `attachment:name` stood. */
function withPictures(source: string, attachments: Json = {}): string {
  return source.replace(/\]\(attachment:([^)\s]+)/g, (whole, name: string) => {
    const bundle = attachments[safelyDecoded(name)];
    if (!isObject(bundle)) return whole;
    const [mime, data] = Object.entries(bundle)[0] ?? [];
    if (!mime?.startsWith("image/") || typeof data !== "string") return whole;
    const isText = mime === "image/svg+xml";
    return `](data:${mime};${isText ? `charset=utf-8,${encodeURIComponent(data)}` : `base64,${data.replace(/\s/g, "")}`}`;
  });
}

function safelyDecoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name; // it was meant as it stands
  }
}
