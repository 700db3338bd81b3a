import type { Desk } from "../notebook/files";

/** The notebooks that this page has made and that are about to be opened, by id. */
const made = new Map<string, Desk>();

/** Takes a notebook in; gives the id under which it opens. */
export function addNotebook(desk: Desk): string {
  const id = crypto.randomUUID().replaceAll("-", "").slice(0, 16);
  made.set(id, desk);
  return id;
}

/** @returns undefined if there is no such notebook */
export async function findNotebook(id: string): Promise<Desk | undefined> {
  return made.get(id);
}
