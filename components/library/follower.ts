import { translated } from "../notebook/files";
import { noHistory } from "../notebook/history";
import { bundledName } from "./bundled";
import { type Kept, nothing } from "./changes";
import type { Held } from "./held";
import { type Found, openStored } from "./library";
import { keepDamaged, readParts, type Stored, versionOf } from "./notebooks";
import type { Changes } from "./records";
import { keepRevision } from "./revisions";
import { unsaved } from "./saving";
import type { Database } from "./schema";
import type { News } from "./seat";

/** Puts on the page what is in the storage: when it is opened, and whenever another tab has written. */
export class Follower {
  #turn: Promise<void> = Promise.resolve();

  constructor(private readonly held: Held) {}

  /** What other tabs write is shown one after the other. */
  hear(news: News): void {
    this.#inTurn(() => this.#onNews(news));
  }

  /** Without a word from the other tab (it cannot speak, or its word was lost): looks for itself. */
  look(): void {
    this.#inTurn(async () => {
      const { db, id, role } = this.held;
      if (!db || id === null || document.visibilityState === "hidden") return;
      if (role === "writer" && (globalThis.navigator?.locks || this.held.hasOwn)) return;
      if (await this.isBehind()) await this.reload();
    });
  }

  /** There is a later version in the storage. */
  async isBehind(): Promise<boolean> {
    const { db, id } = this.held;
    const header = id === null ? undefined : await db?.get("notebooks", id).catch(() => undefined);
    return header !== undefined && versionOf(header) > this.held.version;
  }

  /** Shows what is in the storage. What was changed here and is not there is kept as a version. */
  async reload(isFirst = false, known?: Found): Promise<void> {
    const { held } = this;
    if (!held.db || held.id === null) return;
    try {
      const found = known ?? (await openStored(held.db, held.id));
      if (held.isClosed) return;
      if (!found) {
        held.kept = nothing; // it was not put in: everything is to be written
        held.version = 0;
        return;
      }
      await this.#showFound(held.db, found, isFirst);
    } catch (error) {
      held.tell(unsaved(error));
    }
  }

  async #showFound(db: Database, { stored, late }: Found, isFirst: boolean): Promise<void> {
    const { held } = this;
    const { published, header } = stored;
    if (isFirst) await this.#reportDamage(db, stored);
    for (const changes of late) await this.#keepLate(db, stored, changes);
    const slug = header.slug ?? held.store.getState().bundled?.slug;
    if (published && slug) held.apply({ bundled: { slug, texts: published } });
    try {
      await this.#keepOwn(db);
    } catch {
      held.tell({ phase: "unsaved", reason: "conflict" }); // it stays on the page, for a download
      return;
    }
    this.#show({ ...stored.desk, language: header.language }, header.version);
    held.keptAt = header.changedAt;
    held.tell({ phase: "saved" });
  }

  #inTurn(work: () => Promise<void>): void {
    this.#turn = this.#turn.then(work).catch((error) => this.held.tell(unsaved(error)));
  }

  async #onNews(news: News): Promise<void> {
    const { held } = this;
    if (news.type === "renamed") {
      held.kept = { ...held.kept, fileName: news.fileName };
      held.shown = { ...held.shown, fileName: news.fileName };
      held.apply({ fileName: news.fileName });
      return;
    }
    if (news.version <= held.version || !held.db || held.id === null) return;
    if (held.role === "writer" && held.hasOwn) return; // the next write finds out, and gives way
    const isNext = () => news.before === held.version;
    if (!isNext()) return this.reload();
    const { header, bodies, runs } = await readParts(held.db, held.id, news.cells, news.outputs);
    if (!header || header.version !== news.version || !isNext()) return this.reload();
    const { order, fileName, frame, language } = header;
    const cells = { ...held.kept.cells, ...Object.fromEntries(bodies.map((body) => [body.id, body])) };
    if (!order.every((id) => cells[id])) return this.reload();
    this.#show({ order, fileName, frame, cells, runs: { ...held.kept.runs, ...runs }, language }, header.version);
  }

  /** Keeps as a version what was changed here and comes too late; also what is typed while that is being done. */
  async #keepOwn(db: Database): Promise<void> {
    const { held } = this;
    while (held.hasOwn && held.id !== null) {
      const own = held.now;
      await keepRevision(db, held.id, own, "conflict", Date.now());
      held.shown = own;
      held.store.getState().notify({ kind: "conflict" });
    }
  }

  async #reportDamage(db: Database, { damaged }: Stored): Promise<void> {
    if (damaged.length === 0) return;
    this.held.store.setState({ damaged });
    await keepDamaged(db, damaged, Date.now()).catch(() => {}); // it is still where it was
  }

  /** What a closed tab had written without having seen the latest. */
  async #keepLate(db: Database, { header, desk }: Stored, changes: Changes): Promise<void> {
    const cells = { ...desk.cells, ...Object.fromEntries(changes.cells.map((body) => [body.id, body])) };
    const order = changes.order.filter((id) => cells[id]);
    await keepRevision(db, header.id, { ...desk, cells, order }, "conflict", Date.now());
    this.held.store.getState().notify({ kind: "conflict" });
  }

  /** Puts this on the page, in the reader's language. */
  #show(kept: Kept, version: number): void {
    const { held } = this;
    const { bundled, language, active, editing } = held.store.getState();
    const isOther = bundled !== null && kept.language !== language;
    const cells = isOther ? translated(kept.cells, bundled.texts[kept.language], bundled.texts[language]) : kept.cells;
    const has = (id: string | null) => (id !== null && cells[id] ? id : null);
    const isOwnName = !bundled || kept.fileName !== bundledName(bundled.slug, kept.language);
    const fileName = isOwnName ? kept.fileName : bundledName(bundled.slug, language);
    const place = { active: has(active), anchor: null, editing: has(editing) };
    const { order, frame, runs } = kept;
    held.apply({ order, frame, fileName, runs, cells, ...place, ...noHistory }); // steps back led to what was here before
    held.kept = kept;
    held.version = version;
    held.shown = held.now;
  }
}
