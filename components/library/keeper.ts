import { type Desk, translated } from "../notebook/files";
import { noHistory } from "../notebook/history";
import { cutOff } from "../notebook/runs";
import type { NotebookState, NotebookStore } from "../notebook/store";
import { type Bundled, bundledName, type Texts } from "./bundled";
import { changesBetween, type Kept, nothing, tooLarge } from "./changes";
import { tellOfCopy, watchForCopy } from "./copies";
import type { StorageProblem } from "./database";
import { watchLeaving } from "./leaving";
import {
  type Found,
  findCopy,
  newHeader,
  newId,
  openLibrary,
  openStored,
  tab,
  tellList,
  watchLibrary,
} from "./library";
import {
  createNotebook,
  keepDamaged,
  leaveInJournal,
  readParts,
  type Stored,
  versionOf,
  writeNotebook,
} from "./notebooks";
import { isTouched } from "./published";
import type { Changes, Why } from "./records";
import { keepRevision } from "./revisions";
import { isQuota, type Saving, unsaved } from "./saving";
import type { Database } from "./schema";
import { type News, Seat } from "./seat";

/** How long a change may wait to be written, in milliseconds: text, outputs, and what did not go through. */
const waits = { text: 200, outputs: 500, retry: 4_000, look: 1_000 } as const;

/** How far apart versions are kept. */
const revisionMs = 60_000;

/** Which notebook is kept: one of the library, as it was found there, or a bundled one, of which there may be a copy. */
export type Place = { id: string; found?: Found } | { bundled: Bundled };

/**
 * Keeps what is on the page: listens to the store, writes what has changed, and follows what other tabs write.
 *
 * A keeper never throws and never blocks: what goes wrong is told in `saving`, and the next change tries again.
 */
export class Keeper {
  #db: Database | undefined;
  #seat: Seat | undefined;
  #id: string | null;
  #kept: Kept; // what is in the storage, by reference
  #shown: Kept; // what is on the page, if nobody has changed it since it was shown or written
  #keptAt = 0;
  #version = 0;
  #role: "none" | "writer" | "reader" = "none";
  #timer: ReturnType<typeof setTimeout> | undefined;
  #due = Number.POSITIVE_INFINITY;
  #withOutputs = false; // the next write is to hold them too
  #writing: Promise<void> | undefined;
  #turn: Promise<void> = Promise.resolve();
  #isApplying = false;
  #isClosed = false;
  #revisedAt = Number.NEGATIVE_INFINITY;
  readonly #ends: (() => void)[] = [];

  constructor(
    private readonly store: NotebookStore,
    private readonly place: Place,
  ) {
    this.#id = "id" in place ? place.id : null;
    this.#kept = this.#shown = keptOf(store.getState());
    this.#ends.push(store.subscribe((now, before) => this.#onChange(now, before)));
    store.setState({ keeper: this, notebookId: this.#id });
    void this.#begin();
  }

  /** Writes what there is, now. */
  async save(): Promise<void> {
    this.#withOutputs = true;
    await this.#write();
  }

  /** Takes the seat of the tab that writes. */
  async takeOver(): Promise<void> {
    await this.#seat?.takeOver();
  }

  /** Keeps the notebook as it is now as a version, and then does what is drastic. */
  async before(act: () => void, why: Why = "before"): Promise<void> {
    await this.save();
    if (this.#role === "writer") await this.#revise(this.store.getState(), why, Date.now()).catch(() => {}); // no room
    act();
  }

  /** What the copy of a bundled notebook begins with from now on. */
  async keepPublished(texts: Texts): Promise<void> {
    await this.save(); // else there may be no copy yet
    if (this.#id !== null) await this.#db?.put("published", { notebook: this.#id, texts }).catch(() => {}); // asked again
  }

  get database(): Database | undefined {
    return this.#db;
  }

  close(): void {
    this.#withOutputs = true;
    if (this.#role === "writer") void this.#write(); // it is under way before the seat is given up
    this.#isClosed = true;
    clearTimeout(this.#timer);
    for (const end of this.#ends) end();
    void (this.#writing ?? Promise.resolve()).then(() => this.#seat?.close());
    this.store.setState({ keeper: null });
  }

  // ---- beginning -------------------------------------------------------------------------------------------------

  async #begin(): Promise<void> {
    try {
      this.#db = await openLibrary();
      if (this.#id === null && "bundled" in this.place) {
        this.#id = (await findCopy(this.#db, this.place.bundled.slug)) ?? null;
      }
    } catch (error) {
      this.#tell(unsaved(error));
      return;
    }
    if (this.#isClosed) return;
    this.#ends.push(watchLibrary((problem) => this.#lose(problem)));
    this.#ends.push(watchLeaving({ hidden: () => void this.save(), left: () => this.#leave() }));
    if (this.#id !== null) await this.#take(this.#id, "found" in this.place ? this.place.found : undefined);
    else this.#watchForCopy();
  }

  /** Shows the notebook of the storage and takes part in it. */
  async #take(id: string, found?: Found): Promise<void> {
    this.#role = "none";
    this.#id = id;
    this.store.setState({ notebookId: id });
    await this.#reload(true, found);
    this.#sit(id);
  }

  #sit(id: string): void {
    if (this.#isClosed) return;
    this.#seat?.close();
    this.#seat = new Seat(id, {
      onWriter: () => void this.#becomeWriter(),
      onReader: () => this.#becomeReader(),
      onNews: (news) => this.#inTurn(() => this.#onNews(news)),
      standUp: () => this.#standUp(),
    });
    this.#seat.claim();
    const look = setInterval(() => this.#inTurn(() => this.#look()), waits.look);
    this.#ends.push(() => clearInterval(look));
  }

  /** A bundled notebook without a copy: the first change in any tab makes one. */
  #watchForCopy(): void {
    if (!("bundled" in this.place)) return;
    this.#role = "writer";
    const onCopy = (id: string) => this.#id === null && void this.#take(id);
    this.#ends.push(watchForCopy(this.place.bundled.slug, onCopy));
    if (this.#isTouched()) this.#schedule(0);
  }

  /** The storage was taken away; what is on the page stays there. */
  #lose(problem: StorageProblem): void {
    this.#db = undefined;
    this.#tell({ phase: "unsaved", reason: problem });
    if (problem !== "broken") return;
    const again = setInterval(() => {
      openLibrary().then(
        (db) => {
          clearInterval(again);
          this.#db = db;
          void this.save();
        },
        () => {},
      );
    }, waits.retry);
    this.#ends.push(() => clearInterval(again));
  }

  // ---- writing ---------------------------------------------------------------------------------------------------

  #onChange(now: NotebookState, before: NotebookState): void {
    if (this.#isApplying) return;
    if (now.isReader) this.#shown = keptOf(now); // another language of the same text
    if (now.isReader) return;
    const isText =
      now.cells !== before.cells ||
      now.order !== before.order ||
      now.frame !== before.frame ||
      now.fileName !== before.fileName ||
      (this.#id === null && now.dataFiles !== before.dataFiles); // they are kept with a notebook of the library
    const isOutput = now.runs !== before.runs;
    if (!isText && !isOutput) return;
    if (isOutput) this.#withOutputs = true;
    if (this.#id !== null) this.#schedule(isText ? waits.text : waits.outputs);
    else if (this.#isTouched())
      this.#schedule(0); // the copy: until it is there, closing the tab would lose the change
    else this.#shown = keptOf(now); // another language of the published text
  }

  /** Something of a bundled notebook is not as it was published. */
  #isTouched(): boolean {
    return isTouched(this.store.getState(), this.#kept);
  }

  #schedule(delay: number): void {
    if (this.#isClosed) return;
    if (this.store.getState().saving.phase !== "unsaved") this.#tell({ phase: "saving" });
    const due = Date.now() + delay;
    if (due >= this.#due) return;
    this.#due = due;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#write(), delay);
  }

  /** One write at a time; what changes while it is under way goes into the next. */
  async #write(): Promise<void> {
    clearTimeout(this.#timer);
    this.#due = Number.POSITIVE_INFINITY;
    while (this.#writing) await this.#writing;
    if (this.#role !== "writer" || !this.#db) return;
    this.#writing = this.#writeOnce(this.#db).finally(() => {
      this.#writing = undefined;
    });
    await this.#writing;
  }

  async #writeOnce(db: Database): Promise<void> {
    const now = keptOf(this.store.getState());
    const withOutputs = this.#withOutputs;
    this.#withOutputs = false;
    try {
      if (this.#id === null) {
        if (this.#isTouched()) await this.#create(db, now);
        return;
      }
      const texts = await this.#writeChanges(db, { ...now, runs: this.#kept.runs });
      if (texts === "written" && withOutputs) await this.#writeOutputs(db, now);
      this.#tellSaved();
    } catch (error) {
      this.#withOutputs ||= withOutputs;
      this.#tell(unsaved(error));
      this.#schedule(waits.retry);
    }
  }

  /** Outputs go by themselves, so that one too many does not keep the text from being saved. */
  async #writeOutputs(db: Database, now: Kept): Promise<void> {
    try {
      await this.#writeChanges(db, now);
    } catch (error) {
      if (!isQuota(error)) throw error;
      this.#withOutputs = true;
      this.#tell({ phase: "unsaved", reason: "outputs" });
      this.#schedule(waits.retry);
    }
  }

  async #writeChanges(db: Database, now: Kept): Promise<"written" | "not"> {
    const changes = changesBetween(this.#kept, now);
    if (!changes || this.#id === null) return "written";
    if (changes.cells.length + changes.goneCells.length > 0) await this.#reviseIfDue();
    const before = this.#version;
    const written = await writeNotebook(db, this.#id, before, tab, changes, Date.now());
    if (written === "stale") {
      await this.#reload();
      return "not";
    }
    if (written === "gone") {
      await this.#create(db, now);
      return "not";
    }
    this.#version = written.version;
    this.#kept = this.#shown = now;
    this.#keptAt = Date.now();
    this.#seat?.tell({ type: "written", before, version: written.version, ...partsOf(changes) });
    return "written";
  }

  /** The first write of a notebook that is not in the library. */
  async #create(db: Database, now: Kept): Promise<void> {
    const { bundled, language } = this.store.getState();
    const about = { id: this.#id ?? newId(), slug: bundled?.slug ?? null, language, version: this.#version + 1 };
    const header = newHeader(now, about, Date.now());
    const written = await createNotebook(db, header, now, bundled?.texts ?? null);
    if (written === "stale" || written === "gone") {
      const id = bundled && (await findCopy(db, bundled.slug));
      if (id) await this.#take(id);
      return;
    }
    this.#version = written.version;
    this.#kept = this.#shown = now;
    const isFirst = this.#id === null;
    this.#id = header.id;
    this.store.setState({ notebookId: header.id });
    this.#tellSaved();
    tellList();
    if (isFirst) {
      this.#sit(header.id);
      if (bundled) tellOfCopy(bundled.slug, header.id);
    }
  }

  #tellSaved(): void {
    const state = this.store.getState();
    const leftOut = tooLarge(state);
    if (leftOut !== state.leftOut) this.store.setState({ leftOut });
    const isBehind = this.#due !== Number.POSITIVE_INFINITY;
    if (!(state.saving.phase === "unsaved" && state.saving.reason === "outputs" && this.#withOutputs))
      this.#tell({ phase: isBehind ? "saving" : "saved" });
  }

  /** The tab is being closed: what is not written yet goes into the journal, in one request. */
  #leave(): void {
    if (!this.#db || this.#id === null || this.#role !== "writer") return;
    const changes = changesBetween(this.#kept, keptOf(this.store.getState()));
    if (changes) leaveInJournal(this.#db, this.#id, this.#version, tab, changes, Date.now());
  }

  // ---- versions --------------------------------------------------------------------------------------------------

  /** Before what is stored is overwritten: a version of it, once a minute, and once for what an earlier visit left. */
  async #reviseIfDue(): Promise<void> {
    if (Date.now() - this.#revisedAt < revisionMs || this.#kept.order.length === 0) return;
    const isFirst = this.#revisedAt === Number.NEGATIVE_INFINITY;
    this.#revisedAt = Date.now();
    await this.#revise(this.#kept, isFirst ? "closed" : "minute", this.#keptAt || Date.now()).catch(() => {});
    if (!isFirst) void navigator.storage?.persist?.().catch(() => {}); // there is work of minutes in here
  }

  async #revise(desk: Desk, why: Why, at: number): Promise<void> {
    if (this.#db && this.#id) await keepRevision(this.#db, this.#id, desk, why, at);
  }

  // ---- other tabs ------------------------------------------------------------------------------------------------

  async #becomeWriter(): Promise<void> {
    if (this.#isClosed || !this.#db || this.#id === null) return;
    const header = await this.#db.get("notebooks", this.#id).catch(() => undefined);
    if (header && versionOf(header) !== this.#version) await this.#reload();
    if (this.#isClosed || (this.#role === "reader" && !this.#seat?.isHeld)) return; // it was taken away meanwhile
    this.#role = "writer";
    this.#apply({ isReader: false });
    this.#tell({ phase: "saved" });
    if (this.store.getState().notice?.kind === "reader") this.store.getState().notify(null);
    this.#withOutputs = true;
    this.#schedule(waits.text); // what was typed before it was clear who writes
  }

  /** The seat was taken, or was never ours; what is not written yet has come too late. */
  #becomeReader(): void {
    this.#role = "reader";
    this.#follow();
    if (this.#hasOwn()) void this.#reload();
  }

  /** Another tab asks for the seat. */
  async #standUp(): Promise<void> {
    this.#follow();
    await this.save();
    this.#role = "reader";
    if (this.#hasOwn()) await this.#reload(); // it could not be written
  }

  /** From now on the page takes no change of the notebook but from the storage. */
  #follow(): void {
    const { stop, runs } = this.store.getState();
    stop();
    this.#apply({
      isReader: true,
      runs: Object.fromEntries(Object.entries(runs).map(([id, run]) => [id, cutOff(run)])),
    });
  }

  /** What other tabs write is shown one after the other. */
  #inTurn(work: () => Promise<void>): void {
    this.#turn = this.#turn.then(work).catch((error) => this.#tell(unsaved(error)));
  }

  async #onNews(news: News): Promise<void> {
    if (news.type === "renamed") {
      this.#kept = { ...this.#kept, fileName: news.fileName };
      this.#apply({ fileName: news.fileName });
      return;
    }
    if (news.version <= this.#version || !this.#db || this.#id === null) return;
    if (this.#role === "writer" && this.#hasOwn()) return; // the next write finds out, and gives way
    if (news.before !== this.#version) return this.#reload();
    const { header, bodies, runs } = await readParts(this.#db, this.#id, news.cells, news.outputs);
    if (!header || header.version !== news.version || news.before !== this.#version) return this.#reload();
    const { order, fileName, frame, language } = header;
    const cells = { ...this.#kept.cells, ...Object.fromEntries(bodies.map((body) => [body.id, body])) };
    if (!order.every((id) => cells[id])) return this.#reload();
    const desk = { order, fileName, frame, cells, runs: { ...this.#kept.runs, ...runs } };
    this.#show({ ...desk, language }, header.version);
  }

  /** Without a word from the other tab (it cannot speak, or its word was lost): looks for itself. */
  async #look(): Promise<void> {
    if (!this.#db || this.#id === null || document.visibilityState === "hidden" || this.#writing) return;
    if (this.#role === "writer" && (globalThis.navigator?.locks || this.#hasOwn())) return;
    const header = await this.#db.get("notebooks", this.#id).catch(() => undefined);
    if (header && versionOf(header) > this.#version && !this.#writing) await this.#reload();
  }

  /** Something was changed here since it was shown or written; outputs do not count. */
  #hasOwn(): boolean {
    const { cells, order, frame, fileName } = this.store.getState();
    const { cells: wereCells, order: wasOrder, frame: wasFrame, fileName: wasName } = this.#shown;
    return cells !== wereCells || order !== wasOrder || frame !== wasFrame || fileName !== wasName;
  }

  /** Keeps as a version what was changed here and comes too late; also what is typed while that is being done. */
  async #keepOwn(): Promise<void> {
    while (this.#hasOwn()) {
      const own = keptOf(this.store.getState());
      await this.#revise(own, "conflict", Date.now());
      this.#shown = own;
      this.store.getState().notify({ kind: "conflict" });
    }
  }

  /** Shows what is in the storage. */
  async #reload(isFirst = false, known?: Found): Promise<void> {
    const { store } = this;
    if (!this.#db || this.#id === null) return;
    try {
      const found = known ?? (await openStored(this.#db, this.#id));
      if (this.#isClosed) return;
      if (!found) {
        this.#kept = nothing; // it was not put in: everything is to be written
        this.#version = 0;
        return;
      }
      const { stored, late } = found;
      if (isFirst) await this.#reportDamage(this.#db, stored);
      for (const changes of late) await this.#keepLate(stored, changes);
      const { published, header } = stored;
      const slug = header.slug ?? store.getState().bundled?.slug;
      if (published && slug) this.#apply({ bundled: { slug, texts: published } });
      this.#keptAt = header.changedAt;
      try {
        await this.#keepOwn();
      } catch {
        this.#tell({ phase: "unsaved", reason: "conflict" }); // it stays on the page, for a download
        return;
      }
      this.#show({ ...stored.desk, language: header.language }, header.version);
      this.#tell({ phase: "saved" });
    } catch (error) {
      this.#tell(unsaved(error));
    }
  }

  async #reportDamage(db: Database, { damaged }: Stored): Promise<void> {
    if (damaged.length === 0) return;
    this.store.setState({ damaged });
    await keepDamaged(db, damaged, Date.now()).catch(() => {}); // it is still where it was
  }

  /** What a closed tab had written without having seen the latest. */
  async #keepLate({ desk }: Stored, changes: Changes): Promise<void> {
    const cells = { ...desk.cells, ...Object.fromEntries(changes.cells.map((body) => [body.id, body])) };
    const order = changes.order.filter((id) => cells[id]);
    await this.#revise({ ...desk, cells, order }, "conflict", Date.now());
    this.store.getState().notify({ kind: "conflict" });
  }

  /** Puts on the page what is in the storage, in the reader's language. */
  #show(kept: Kept, version: number): void {
    const { bundled, language, active, editing } = this.store.getState();
    this.#kept = kept;
    this.#version = version;
    const isOther = bundled !== null && kept.language !== language;
    const cells = isOther ? translated(kept.cells, bundled.texts[kept.language], bundled.texts[language]) : kept.cells;
    const has = (id: string | null) => (id !== null && cells[id] ? id : null);
    const { order, frame, runs } = kept;
    const isOwnName = !bundled || kept.fileName !== bundledName(bundled.slug, kept.language);
    const fileName = isOwnName ? kept.fileName : bundledName(bundled.slug, language);
    const place = { active: has(active), anchor: null, editing: has(editing) };
    this.#apply({ order, frame, fileName, runs, cells, ...place, ...noHistory }); // steps back led to what was here before
    this.#shown = keptOf(this.store.getState());
  }

  #apply(change: Partial<NotebookState>): void {
    this.#isApplying = true;
    this.store.setState(change);
    this.#isApplying = false;
  }

  #tell(saving: Saving): void {
    const old = this.store.getState().saving;
    if (JSON.stringify(old) !== JSON.stringify(saving)) this.store.setState({ saving });
  }
}

const keptOf = ({ fileName, frame, order, cells, runs, language }: NotebookState): Kept => ({
  ...{ fileName, frame, order, cells, runs, language },
});

const partsOf = ({ cells, outputs }: Changes) => ({
  cells: cells.map(({ id }) => id),
  outputs: outputs.map(({ id }) => id),
});
