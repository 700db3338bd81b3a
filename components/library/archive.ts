import { notebookText } from "../notebook/file";
import { notebookOf } from "../notebook/files";
import type { Damaged } from "./notebooks";
import { readNotebook } from "./notebooks";
import { rawText } from "./raw";
import { isJson } from "./records";
import { listRevisions, notebookOfKept, readRevision } from "./revisions";
import { type Database, keysOf } from "./schema";
import { listNotebooks, titleOf } from "./shelf";

/**
 * Everything that is kept, as a zip archive: each notebook as a file, beside it a folder with its versions and data
 * files; what is in the trash in a folder of that name; what cannot be read as it was found.
 */
export async function archive(db: Database): Promise<Uint8Array<ArrayBuffer>> {
  const { zipSync, strToU8 } = await import("fflate");
  const files: { [path: string]: Uint8Array } = {};
  const { notebooks, trash, damaged } = await listNotebooks(db);
  const bad: Damaged[] = [...damaged];
  for (const header of [...notebooks, ...trash]) {
    const stored = await readNotebook(db, header.id);
    if (!stored) continue;
    bad.push(...stored.damaged);
    const folder = header.deletedAt === null ? "" : "trash/";
    const name = free(files, folder + safe(titleOf(header.fileName)));
    files[`${name}.ipynb`] = strToU8(notebookText(notebookOf(stored.desk)));
    for (const revision of await listRevisions(db, header.id)) {
      const kept = await readRevision(db, revision).catch(() => undefined);
      const when = new Date(revision.at).toISOString().slice(0, 19).replaceAll(":", ".");
      if (kept) files[`${free(files, `${name}/versions/${when}`)}.ipynb`] = strToU8(notebookText(notebookOfKept(kept)));
    }
    for (const file of await db.getAll("files", keysOf(header.id))) {
      const { part, content } = file as { part?: string; content?: unknown };
      if (typeof part === "string" && content instanceof Uint8Array) files[`${name}/files/${safe(part)}`] = content;
    }
  }
  for (const raw of await db.getAll("damaged")) if (isJson(raw)) bad.push(raw as unknown as Damaged);
  if (bad.length > 0) files["unreadable.json"] = strToU8(rawText(bad));
  return zipSync(files, { level: 6 }) as Uint8Array<ArrayBuffer>;
}

/** The path, or with a number if there is a file of it already. */
function free(files: { [path: string]: Uint8Array }, path: string): string {
  let name = path;
  for (let count = 2; `${name}.ipynb` in files; count++) name = `${path} (${count})`;
  return name;
}

/** A name that is one step of a path on every system. */
const safe = (name: string) => name.replace(/[/\\:*?"<>|\p{Cc}]/gu, "-").replace(/^\.+/, "-") || "notebook";
