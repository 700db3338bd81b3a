import type { StoreApi } from "zustand";

/*
 * Five hundred cells with thirty selections each are many to ask at every key. So each selection is remembered with the
 * places of the state that it has ever looked at, and asked again only when one of these has changed. A place is a part of
 * the state, or one member of a part that is a record, such as one cell.
 */

/** One selection that somebody draws from, with the places that it looks at. */
export type Watcher = {
  places: Set<Place>;
  tell: (() => void) | undefined;
  /** The change of which it was told last. */
  told: number;
};

/** Who looks there and has to be told. */
type Place = Set<Watcher>;

/** Those who look at a part as a whole, and at its members. */
type Part = { whole: Place; members: Map<string, Place> };

export const newWatcher = (): Watcher => ({ places: new Set(), tell: undefined, told: 0 });

/** A store's selections. */
export class Watch<S extends object> {
  readonly #parts = new Map<PropertyKey, Part>();
  #asking: Watcher | undefined;
  #changes = 0;
  readonly #noting: S;

  constructor(private readonly store: StoreApi<S>) {
    this.#noting = new Proxy({} as S, {
      get: (_, part) => {
        this.#note(this.#partOf(part).whole);
        return this.store.getState()[part as keyof S];
      },
      ownKeys: () => {
        throw new TypeError("A selection takes the parts that it needs, not the whole state.");
      },
    });
    store.subscribe((now, before) => this.#onChange(now, before));
  }

  /** The selection's value now. `select` may look at parts of the state, and keeps no hold of the state itself. */
  read<T>(watcher: Watcher, select: (state: S) => T): T {
    const outer = this.#asking;
    this.#asking = watcher;
    try {
      return select(this.#noting);
    } finally {
      this.#asking = outer;
    }
  }

  /** Within a selection: one member of a part, without looking at the others. */
  member<P extends keyof S>(part: P, name: string & keyof S[P]): S[P][string & keyof S[P]] {
    const { members } = this.#partOf(part);
    let place = members.get(name);
    if (!place) members.set(name, (place = new Set()));
    this.#note(place);
    return this.store.getState()[part][name];
  }

  /** Calls `tell` when a place has changed that the selection has looked at. Returns what ends that. */
  subscribe(watcher: Watcher, tell: () => void): () => void {
    watcher.tell = tell;
    for (const place of watcher.places) place.add(watcher);
    return () => {
      watcher.tell = undefined;
      for (const place of watcher.places) place.delete(watcher);
    };
  }

  #partOf(name: PropertyKey): Part {
    let part = this.#parts.get(name);
    if (!part) this.#parts.set(name, (part = { whole: new Set(), members: new Map() }));
    return part;
  }

  #note(place: Place): void {
    const watcher = this.#asking;
    if (!watcher || watcher.places.has(place)) return;
    watcher.places.add(place);
    if (watcher.tell) place.add(watcher);
  }

  #onChange(now: S, before: S): void {
    this.#changes++;
    for (const [name, { whole, members }] of this.#parts) {
      const key = name as keyof S;
      const [part, old] = [now[key], before[key]];
      if (Object.is(part, old)) continue;
      this.#tell(whole);
      for (const [member, place] of members) {
        const at = member as keyof S[keyof S];
        if (!Object.is(part[at], old[at])) this.#tell(place);
      }
    }
  }

  #tell(place: Place): void {
    for (const watcher of place) {
      if (watcher.told === this.#changes) continue;
      watcher.told = this.#changes;
      watcher.tell?.();
    }
  }
}
