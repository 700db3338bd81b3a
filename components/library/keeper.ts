import { cutOff } from "../notebook/runs";
import type { NotebookState, NotebookStore } from "../notebook/store";
import type { Bundled, Texts } from "./bundled";
import { watchForCopy } from "./copies";
import type { StorageProblem } from "./database";
import { Follower } from "./follower";
import { Held } from "./held";
import { watchLeaving } from "./leaving";
import { type Found, findCopy, openLibrary, watchLibrary } from "./library";
import { isTouched } from "./published";
import { unsaved } from "./saving";
import type { Database } from "./schema";
import { Seat } from "./seat";
import { allOrNothing } from "./transaction";
import { retryMs, Writer } from "./writer";

/** How long a change may wait to be written, in milliseconds: text, and outputs. */
const waits = { text: 150, outputs: 300 } as const;

/** How often a tab looks whether it has missed another one's word, in milliseconds. */
const lookMs = 1_000;

/** How long a step waits for the version that is kept before it. */
const patienceMs = 2_000;

/** Which notebook is kept: one of the library, as it was found there, or a bundled one, of which there may be a copy. */
export type Place = { id: string; found?: Found } | { bundled: Bundled };

/**
 * Keeps what is on the page: listens to the store, has what changes written while this tab is the notebook's writer, and
 * what others write shown while it is not.
 *
 * A keeper never throws and never blocks: what goes wrong is told in `saving`, and the next change tries again.
 */
export class Keeper {
  readonly #held: Held;
  readonly #writer: Writer;
  readonly #follower: Follower;
  #seat: Seat | undefined;
  readonly #ends: (() => void)[] = [];

  constructor(
    private readonly store: NotebookStore,
    private readonly place: Place,
  ) {
    const id = "id" in place ? place.id : null;
    this.#held = new Held(store, id);
    this.#follower = new Follower(this.#held);
    this.#writer = new Writer(this.#held, {
      onWritten: (news) => this.#seat?.tell(news),
      onStale: () => this.#follower.reload(),
      onCopy: async (copy, isOurs) => (isOurs ? this.#sit(copy) : this.#take(copy)),
    });
    this.#ends.push(store.subscribe((now, before) => this.#onChange(now, before)));
    store.setState({ keeper: this, notebookId: id });
    void this.#begin();
  }

  /** Writes what there is, now. */
  save(): Promise<void> {
    return this.#writer.save();
  }

  /** Takes the seat of the tab that writes. */
  async takeOver(): Promise<void> {
    await this.#seat?.takeOver();
  }

  /** Keeps the notebook as it is now as a version, and then does what is drastic. */
  async before(act: () => void): Promise<void> {
    const late = new Promise((go) => setTimeout(go, patienceMs)); // a storage that hangs must not keep the reader
    await Promise.race([this.#keepVersion().catch(() => {}), late]);
    act();
  }

  async #keepVersion(): Promise<void> {
    await this.save();
    const { role, now } = this.#held;
    if (role === "writer") await this.#writer.revise(now, "before", Date.now());
  }

  /** What the copy of a bundled notebook begins with from now on. */
  async keepPublished(texts: Texts): Promise<void> {
    await this.save(); // else there may be no copy yet
    const { db, id } = this.#held;
    if (!db || id === null) return;
    const isKept = allOrNothing(db, ["published"], (write) => write.put("published", { notebook: id, texts }));
    await isKept.catch(() => {}); // the reader is asked again
  }

  get database(): Database | undefined {
    return this.#held.db;
  }

  close(): void {
    const isDone = this.#writer.close(); // under way before the seat is given up
    this.#held.isClosed = true;
    for (const end of this.#ends) end();
    void isDone.then(() => this.#seat?.close());
    this.store.setState({ keeper: null });
  }

  async #begin(): Promise<void> {
    const held = this.#held;
    try {
      held.db = await openLibrary();
      if ("bundled" in this.place) held.id = (await findCopy(held.db, this.place.bundled.slug)) ?? null;
    } catch (error) {
      held.tell(unsaved(error));
      return;
    }
    if (held.isClosed) return;
    this.#ends.push(watchLibrary((problem) => this.#lose(problem)));
    this.#ends.push(watchLeaving({ hidden: () => void this.save(), left: () => this.#writer.leave() }));
    if (held.id !== null) await this.#take(held.id, "found" in this.place ? this.place.found : undefined);
    else this.#waitForCopy();
  }

  /** Shows the notebook of the storage and takes part in it. */
  async #take(id: string, found?: Found): Promise<void> {
    this.#held.role = "none";
    this.#held.id = id;
    this.store.setState({ notebookId: id });
    await this.#follower.reload(true, found);
    this.#sit(id);
  }

  #sit(id: string): void {
    if (this.#held.isClosed) return;
    this.#seat?.close();
    this.#seat = new Seat(id, {
      onWriter: () => void this.#becomeWriter(),
      onReader: () => this.#becomeReader(),
      onNews: (news) => this.#follower.hear(news),
      standUp: () => this.#standUp(),
    });
    this.#seat.claim();
    const look = setInterval(() => this.#follower.look(), lookMs);
    this.#ends.push(() => clearInterval(look));
  }

  /** A bundled notebook without a copy: the first change in any tab makes one. */
  #waitForCopy(): void {
    const held = this.#held;
    if (!("bundled" in this.place)) return;
    held.role = "writer";
    this.#ends.push(watchForCopy(this.place.bundled.slug, (id) => held.id === null && void this.#take(id)));
    if (isTouched(this.store.getState(), held.kept)) this.#writer.schedule(0, true);
  }

  /** The storage was taken away; what is on the page stays there. */
  #lose(problem: StorageProblem): void {
    const held = this.#held;
    held.db = undefined;
    held.tell({ phase: "unsaved", reason: problem });
    if (problem !== "broken") return;
    const again = setInterval(async () => {
      const db = await openLibrary().catch(() => undefined);
      if (!db) return;
      clearInterval(again);
      held.db = db;
      await this.save();
    }, retryMs);
    this.#ends.push(() => clearInterval(again));
  }

  #onChange(now: NotebookState, before: NotebookState): void {
    const held = this.#held;
    if (held.isApplying) return;
    const isOutput = now.runs !== before.runs;
    const isText =
      now.cells !== before.cells ||
      now.order !== before.order ||
      now.frame !== before.frame ||
      now.fileName !== before.fileName;
    const isFile = held.id === null && now.dataFiles !== before.dataFiles; // they are kept with a notebook of the library
    if (!isText && !isOutput && !isFile) return;
    // a reader's text changes by itself only into another language, and a bundled one too as long as it is untouched
    if (now.isReader || (held.id === null && !isTouched(now, held.kept))) held.shown = held.now;
    // until the copy is there, closing the tab would lose the change
    else this.#writer.schedule(held.id === null ? 0 : isText ? waits.text : waits.outputs, isOutput);
  }

  async #becomeWriter(): Promise<void> {
    const held = this.#held;
    if (held.isClosed || !held.db || held.id === null) return;
    if (await this.#follower.isBehind()) await this.#follower.reload();
    if (held.isClosed || !this.#seat?.isHeld) return; // it was taken away meanwhile
    held.role = "writer";
    held.apply({ isReader: false });
    held.tell({ phase: "saved" });
    if (this.store.getState().notice?.kind === "reader") this.store.getState().notify(null);
    this.#writer.schedule(waits.text, true); // what was typed before it was clear who writes
  }

  /** The seat was taken, or was never ours; what is not written yet has come too late. */
  #becomeReader(): void {
    this.#held.role = "reader";
    this.#readOnly();
    if (this.#held.hasOwn) void this.#follower.reload();
  }

  /** Another tab asks for the seat. */
  async #standUp(): Promise<void> {
    this.#readOnly();
    await this.save();
    this.#held.role = "reader";
    if (this.#held.hasOwn) await this.#follower.reload(); // it could not be written
  }

  /** From now on the page takes no change of the notebook but from the storage. */
  #readOnly(): void {
    const { stop, runs } = this.store.getState();
    stop();
    const still = Object.fromEntries(Object.entries(runs).map(([id, run]) => [id, cutOff(run)]));
    this.#held.apply({ isReader: true, runs: still });
  }
}
