import type { Desk } from "../notebook/files";
import type { Language } from "../text";
import type { Slug } from "./bundled";
import { sizeOf } from "./changes";
import { openDatabase, StorageError, type StorageProblem } from "./database";
import { createNotebook, readNotebook, type Stored, settleJournal } from "./notebooks";
import type { Changes, Header } from "./records";
import type { Database } from "./schema";

let opening: Promise<Database> | undefined;
let lost: StorageProblem | undefined;
const onLost = new Set<(problem: StorageProblem) => void>();

/** The browser's storage; one connection for the whole page. @throws {StorageError} */
export function openLibrary(): Promise<Database> {
  if (lost) return Promise.reject(new StorageError(lost));
  opening ??= openDatabase((problem) => {
    opening = undefined;
    if (problem !== "broken") lost = problem; // a broken connection can be made anew
    for (const hear of onLost) hear(problem);
  });
  opening.catch(() => {
    opening = undefined; // the next one may have more luck
  });
  return opening;
}

/** Hears when the storage is taken away. Returns what ends that. */
export function watchLibrary(listener: (problem: StorageProblem) => void): () => void {
  onLost.add(listener);
  return () => onLost.delete(listener);
}

export const newId = () => crypto.randomUUID().replaceAll("-", "").slice(0, 16);

/** This tab's name among the writers. */
export const tab = typeof document === "undefined" ? "tab" : newId();

/** A notebook that is not in the library yet. */
export function newHeader(
  desk: Desk,
  about: { id?: string; slug?: Slug | null; language: Language; version?: number },
  now: number,
): Header {
  const { id = newId(), slug = null, language, version = 1 } = about;
  const { fileName, frame, order } = desk;
  const times = { createdAt: now, changedAt: now, deletedAt: null };
  return { id, fileName, frame, order, version, ...times, slug, language, size: sizeOf(desk) };
}

/** Notebooks that could not be put into the storage; they last as long as the page. */
const unkept = new Map<string, Desk>();

/** Takes a notebook in; gives the id under which it opens, also where nothing can be kept. */
export async function addNotebook(desk: Desk): Promise<string> {
  const header = newHeader(desk, { language: "en" }, Date.now());
  try {
    await createNotebook(await openLibrary(), header, desk, null);
    tellList();
  } catch {
    unkept.set(header.id, desk); // the page says why when it tries to save it
  }
  return header.id;
}

/** The name as a file's, with a number if a notebook has it already. */
export async function freeName(title: string): Promise<string> {
  const all = (await openLibrary()
    .then((db) => db.getAll("notebooks"))
    .catch(() => [])) as Partial<Header>[];
  const taken = new Set(all.map(({ fileName }) => fileName));
  let name = `${title}.ipynb`;
  for (let count = 2; taken.has(name); count++) name = `${title} ${count}.ipynb`;
  return name;
}

/** A notebook of the storage, and what closed tabs wrote to it without having seen the latest. */
export type Found = { stored: Stored; late: Changes[] };

/** The notebook with what closed tabs had left for it. */
export async function openStored(db: Database, id: string): Promise<Found | undefined> {
  const late = await settleJournal(db, id, Date.now());
  const stored = await readNotebook(db, id);
  return stored && { stored, late };
}

/** The notebook of that id, in the storage or only on the page; undefined if there is none. @throws {StorageError} */
export async function findNotebook(id: string): Promise<Found | { desk: Desk } | undefined> {
  const desk = unkept.get(id);
  return desk ? { desk } : openStored(await openLibrary(), id);
}

/** The reader's copy of a bundled notebook; the one changed last if there are several. */
export async function findCopy(db: Database, slug: Slug): Promise<string | undefined> {
  const all = (await db.getAll("notebooks")) as Partial<Header>[];
  const copies = all.filter((header) => header.slug === slug && header.deletedAt === null);
  return copies.toSorted((a, b) => (b.changedAt ?? 0) - (a.changedAt ?? 0))[0]?.id;
}

const listChannel = "sporebook-list";

/** Tells home pages in other tabs that the list has changed. */
export function tellList(): void {
  if (typeof BroadcastChannel === "undefined") return;
  const channel = new BroadcastChannel(listChannel);
  channel.postMessage("changed");
  channel.close();
}

export function watchList(listener: () => void): () => void {
  const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(listChannel);
  if (channel) channel.onmessage = listener;
  return () => channel?.close();
}
