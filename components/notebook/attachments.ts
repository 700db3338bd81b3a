import { caretsIn } from "../editor/carets";
import type { Json } from "./nbformat";
import type { NotebookStore } from "./store";

/** What a text cell can show of what is attached to it. */
const pictures = ["image/png", "image/jpeg", "image/gif", "image/webp"];

/** The largest picture that a notebook takes in, in bytes: its file carries it as text. */
export const largestPicture = 5_000_000;

export const isPicture = ({ type }: File) => pictures.includes(type);

/** Keeps pictures in a text cell itself and writes them where its caret is. Returns the names of those too large. */
export async function attach(store: NotebookStore, id: string, files: readonly File[]): Promise<string[]> {
  const fitting = files.filter(({ size }) => size <= largestPicture);
  for (const file of fitting) {
    const data = await base64Of(file);
    const cell = store.getState().cells[id];
    if (!cell) break;
    const attachments = (cell.attachments ?? {}) as Json;
    const name = freeName(file.name || "picture.png", attachments);
    const at = caretsIn(id).at(-1) ?? cell.source.length;
    const link = `![${name.replace(/\.\w+$/, "").replace(/[[\]\\]/g, "\\$&")}](attachment:${encodeURIComponent(name)})`;
    const source = cell.source.slice(0, at) + link + cell.source.slice(at);
    const next = { ...cell, source, attachments: { ...attachments, [name]: { [file.type]: data } } };
    store.setState(({ cells }) => ({ cells: { ...cells, [id]: next }, edited: true }));
  }
  return files.filter(({ size }) => size > largestPicture).map(({ name }) => name);
}

/** The name, with a number behind it if another picture has it. */
export function freeName(name: string, taken: Json): string {
  const [, stem = "", ending = ""] = /^(.*?)(\.\w+)?$/.exec(name)!;
  let free = name;
  for (let count = 2; Object.hasOwn(taken, free); count++) free = `${stem}-${count}${ending}`;
  return free;
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}
