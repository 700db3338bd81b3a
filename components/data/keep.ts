import * as z from "zod/mini";
import { openLibrary } from "../library/library";
import { type Database, keysOf } from "../library/schema";
import { allOrNothing } from "../library/transaction";
import type { NotebookStore } from "../notebook/store";
import { isFileName } from "./names";
import type { DataFile } from "./slice";

/** A file as it lies in the storage; a disk is a stranger. */
const record = z.looseObject({
  notebook: z.string(),
  part: z.string().check(z.refine(isFileName)),
  content: z.instanceof(Uint8Array),
  by: z.enum(["reader", "cell"]),
});

/** The files of a notebook in the storage; what is no file is passed over and stays. */
async function readFiles(db: Database, notebook: string): Promise<DataFile[]> {
  return (await db.getAll("files", keysOf(notebook))).flatMap((raw) => {
    const read = record.safeParse(raw);
    if (!read.success) return [];
    const { part: name, content, by } = read.data;
    return [{ name, content: content as Uint8Array<ArrayBuffer>, by }];
  });
}

/**
 * Keeps the data files of the notebook on the page in the browser's storage, and brings those that are there. A tab that
 * only follows the notebook follows its files too. Returns what ends that.
 */
export function keepDataFiles(store: NotebookStore): () => void {
  let notebook: string | null = null;
  let kept: ReadonlyMap<string, DataFile> | undefined; // what is in the storage; undefined until it was read
  let working: Promise<void> = Promise.resolve();
  let channel: BroadcastChannel | null = null;
  const then = (work: () => Promise<void>) => {
    working = working.then(work).catch(() => {}); // no storage: the files live as long as the page, which says so
  };

  /** Whose files these are from now on. */
  function begin(id: string): void {
    const isFirst = notebook === null;
    notebook = id;
    kept = undefined;
    channel?.close();
    channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(`sporebook:files:${id}`);
    if (channel) channel.onmessage = () => then(follow);
    then(async () => {
      const stored = new Map((await readFiles(await openLibrary(), id)).map((file) => [file.name, file]));
      if (id !== notebook) return;
      kept = stored;
      const mine = isFirst ? store.getState().dataFiles : new Map<string, DataFile>();
      if (stored.size > 0 || mine.size > 0) store.setState({ dataFiles: new Map([...stored, ...mine]) });
    });
  }

  /** Another tab has written files. */
  async function follow(): Promise<void> {
    if (!store.getState().isReader || notebook === null) return;
    const stored = new Map((await readFiles(await openLibrary(), notebook)).map((file) => [file.name, file]));
    kept = stored;
    store.setState({ dataFiles: stored });
  }

  async function write(): Promise<void> {
    const { dataFiles, isReader } = store.getState();
    if (!kept || notebook === null || isReader || dataFiles === kept) return;
    const db = await openLibrary();
    const before = kept;
    const now = new Map(before);
    for (const file of dataFiles.values()) {
      if (before.get(file.name) === file) continue;
      try {
        const { name: part, content, by } = file;
        const owner = notebook;
        await allOrNothing(db, ["files"], (write) => write.put("files", { notebook: owner, part, content, by }));
        now.set(part, file);
      } catch {
        complain(file.name);
        now.delete(file.name); // tried again with the next change
      }
    }
    for (const part of before.keys()) {
      if (dataFiles.has(part)) continue;
      const owner = notebook;
      await allOrNothing(db, ["files"], (write) => write.delete("files", [owner, part]));
      now.delete(part);
    }
    kept = now;
    channel?.postMessage("changed");
  }

  const complain = (name: string) =>
    store.setState(({ dataProblems }) =>
      dataProblems.some((problem) => problem.kind === "notStored" && problem.name === name)
        ? {}
        : { dataProblems: [...dataProblems, { kind: "notStored", name }] },
    );

  const look = () => {
    const { notebookId, dataFiles } = store.getState();
    if (notebookId !== null && notebookId !== notebook) begin(notebookId);
    if (dataFiles !== kept) then(write);
  };
  const unwatch = store.subscribe((now, before) => {
    if (now.dataFiles !== before.dataFiles || now.notebookId !== before.notebookId) look();
  });
  look();
  return () => {
    unwatch();
    channel?.close();
  };
}
