import type { NotebookState, NotebookStore } from "../notebook/store";
import type { Kept } from "./changes";
import type { Saving } from "./saving";
import type { Database } from "./schema";

/** A notebook that is open in this tab: what is known of it, for those who write it and those who follow. */
export class Held {
  db: Database | undefined;
  /** Null as long as it is not in the library. */
  id: string | null;
  /** What is in the storage, by reference, since when, and in which version. */
  kept: Kept;
  keptAt = 0;
  version = 0;
  /** What is on the page, if nobody has changed it since it was shown or written. */
  shown: Kept;
  /** Who may write; "none" until it is clear. */
  role: "none" | "writer" | "reader" = "none";
  isClosed = false;
  /** The page is being changed by us and not by the reader. */
  isApplying = false;

  constructor(
    readonly store: NotebookStore,
    id: string | null,
  ) {
    this.id = id;
    this.kept = this.shown = keptOf(store.getState());
  }

  get now(): Kept {
    return keptOf(this.store.getState());
  }

  /** Something was changed here since it was shown or written; outputs do not count. */
  get hasOwn(): boolean {
    const { cells, order, frame, fileName } = this.store.getState();
    const { shown } = this;
    return cells !== shown.cells || order !== shown.order || frame !== shown.frame || fileName !== shown.fileName;
  }

  /** This is in the storage now, and on the page. */
  settle(kept: Kept, version: number): void {
    this.kept = this.shown = kept;
    this.version = version;
    this.keptAt = Date.now();
  }

  /** Changes the page; nobody takes that for a change of the reader's. */
  apply(change: Partial<NotebookState>): void {
    this.isApplying = true;
    this.store.setState(change);
    this.isApplying = false;
  }

  tell(saving: Saving): void {
    const old = this.store.getState().saving;
    if (JSON.stringify(old) !== JSON.stringify(saving)) this.store.setState({ saving });
  }
}

export const keptOf = ({ fileName, frame, order, cells, runs, language }: NotebookState): Kept => ({
  ...{ fileName, frame, order, cells, runs, language },
});
