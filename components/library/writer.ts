import type { Desk } from "../notebook/files";
import { changesBetween, type Kept, tooLarge, untilItPutsOut } from "./changes";
import { tellOfCopy } from "./copies";
import type { Held } from "./held";
import { findCopy, newHeader, newId, tab, tellList } from "./library";
import { createNotebook, leaveInJournal, writeNotebook } from "./notebooks";
import { isTouched } from "./published";
import type { Changes, Why } from "./records";
import { keepRevision } from "./revisions";
import { isQuota, unsaved } from "./saving";
import type { Database } from "./schema";
import type { News } from "./seat";

/** How long what did not go through waits, in milliseconds. */
export const retryMs = 4_000;

/** How far apart versions are kept. */
const revisionMs = 60_000;

type Events = {
  /** This was written. */
  onWritten(news: News): void;
  /** Somebody else has written what this tab has not seen. */
  onStale(): Promise<void>;
  /** The notebook is in the library, which had none, or another tab's. */
  onCopy(id: string, isOurs: boolean): Promise<void>;
};

/**
 * Writes what has changed on the page, one write at a time. Outputs for which there is no room do not keep the text from
 * being saved. What fails is told and tried again.
 */
export class Writer {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #due = Number.POSITIVE_INFINITY;
  #withOutputs = false; // the next write is to hold them too
  #writing: Promise<void> | undefined;
  #revisedAt = Number.NEGATIVE_INFINITY;
  #revising: Promise<void> = Promise.resolve();

  constructor(
    private readonly held: Held,
    private readonly events: Events,
  ) {}

  /** Writes within so many milliseconds. */
  schedule(delay: number, withOutputs: boolean): void {
    this.#withOutputs ||= withOutputs;
    if (this.held.isClosed) return;
    if (this.held.store.getState().saving.phase !== "unsaved") this.held.tell({ phase: "saving" });
    const due = Date.now() + delay;
    if (due >= this.#due) return;
    this.#due = due;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#write(), delay);
  }

  /** Writes all that there is, now. */
  async save(): Promise<void> {
    this.#withOutputs = true;
    await this.#write();
  }

  /** The tab is being closed: what is not written yet goes into the journal, in one request. */
  leave(): void {
    const { db, id, role, kept, version } = this.held;
    if (!db || id === null || role !== "writer") return;
    const changes = changesBetween(kept, untilItPutsOut(kept, this.held.now));
    if (changes) leaveInJournal(db, id, version, tab, changes, Date.now());
  }

  /** Keeps a version, one at a time. */
  revise(desk: Desk, why: Why, at: number): Promise<void> {
    const { db, id } = this.held;
    if (!db || id === null) return Promise.resolve();
    const isKept = this.#revising.then(async () => void (await keepRevision(db, id, desk, why, at)));
    this.#revising = isKept.catch(() => {});
    return isKept;
  }

  /** Ends; resolves when nothing is under way any more. */
  async close(): Promise<void> {
    const last = this.held.role === "writer" ? this.save() : undefined;
    clearTimeout(this.#timer);
    await last;
    await this.#revising;
  }

  async #write(): Promise<void> {
    clearTimeout(this.#timer);
    this.#due = Number.POSITIVE_INFINITY;
    while (this.#writing) await this.#writing;
    if (this.held.role !== "writer" || !this.held.db) return;
    this.#writing = this.#writeOnce(this.held.db).finally(() => {
      this.#writing = undefined;
    });
    await this.#writing;
  }

  async #writeOnce(db: Database): Promise<void> {
    const { held } = this;
    const now = untilItPutsOut(held.kept, held.now);
    const withOutputs = this.#withOutputs;
    this.#withOutputs = false;
    try {
      if (held.id === null) {
        if (isTouched(held.store.getState(), held.kept)) await this.#create(db, now);
        return;
      }
      const text = { ...now, runs: held.kept.runs };
      if (withOutputs) await this.#writeAll(db, now, text);
      else await this.#writeChanges(db, text);
      this.#tellSaved();
    } catch (error) {
      held.tell(unsaved(error));
      this.schedule(retryMs, withOutputs);
    }
  }

  /** Text and outputs; where these have no room, the text. */
  async #writeAll(db: Database, now: Kept, text: Kept): Promise<void> {
    try {
      await this.#writeChanges(db, now);
    } catch (error) {
      if (!isQuota(error)) throw error;
      await this.#writeChanges(db, text);
      this.held.tell({ phase: "unsaved", reason: "outputs" });
      this.schedule(retryMs, true);
    }
  }

  async #writeChanges(db: Database, now: Kept): Promise<void> {
    const { held } = this;
    const { id, version: before } = held;
    const changes = changesBetween(held.kept, now);
    if (!changes || id === null) return;
    if (changes.cells.length + changes.goneCells.length > 0) this.#reviseIfDue();
    const written = await writeNotebook(db, id, before, tab, changes, Date.now());
    if (written === "stale") await this.events.onStale();
    else if (written === "gone") await this.#create(db, now);
    else {
      held.settle(now, written.version);
      this.events.onWritten({ type: "written", before, version: written.version, ...partsOf(changes) });
    }
  }

  /** The first write of a notebook that is not in the library. */
  async #create(db: Database, now: Kept): Promise<void> {
    const { held } = this;
    const { bundled, language } = held.store.getState();
    const isNew = held.id === null;
    const about = { id: held.id ?? newId(), slug: bundled?.slug ?? null, language, version: held.version + 1 };
    const header = newHeader(now, about, Date.now());
    const written = await createNotebook(db, header, now, bundled?.texts ?? null);
    if (written === "stale" || written === "gone") {
      const other = bundled && (await findCopy(db, bundled.slug));
      if (other) await this.events.onCopy(other, false);
      return;
    }
    held.id = header.id;
    held.settle(now, written.version);
    held.store.setState({ notebookId: header.id });
    this.#tellSaved();
    tellList();
    if (isNew && bundled) tellOfCopy(bundled.slug, header.id);
    if (isNew) await this.events.onCopy(header.id, true);
  }

  #tellSaved(): void {
    const state = this.held.store.getState();
    const leftOut = tooLarge(state);
    if (leftOut !== state.leftOut) this.held.store.setState({ leftOut });
    if (state.saving.phase === "unsaved" && state.saving.reason === "outputs" && this.#withOutputs) return;
    this.held.tell({ phase: this.#due === Number.POSITIVE_INFINITY ? "saved" : "saving" });
  }

  /**
   * Before what is stored is overwritten: a version of it, once a minute, and once for what an earlier visit left. The
   * write does not wait for it.
   */
  #reviseIfDue(): void {
    const { kept, keptAt } = this.held;
    if (Date.now() - this.#revisedAt < revisionMs || kept.order.length === 0) return;
    const isFirst = this.#revisedAt === Number.NEGATIVE_INFINITY;
    this.#revisedAt = Date.now();
    this.revise(kept, isFirst ? "closed" : "minute", keptAt || Date.now()).catch(() => {}); // no room
    if (!isFirst) void navigator.storage?.persist?.().catch(() => {}); // there is work of minutes in here
  }
}

const partsOf = ({ cells, outputs }: Changes) => ({
  cells: cells.map(({ id }) => id),
  outputs: outputs.map(({ id }) => id),
});
