import type { StoreApi } from "zustand";

/*
 * Five hundred cells with thirty selections each are many to ask at every key. So each selection is remembered with the
 * parts of the state that it has ever looked at, and asked again only when one of these has changed.
 */

/** One selection that somebody draws from, with the parts that it looks at. */
export type Watcher = {
  parts: Set<PropertyKey>;
  tell: (() => void) | undefined;
  /** The change of which it was told last. */
  told: number;
};

export const newWatcher = (): Watcher => ({ parts: new Set(), tell: undefined, told: 0 });

/** A store's selections. */
export class Watch<S extends object> {
  readonly #byPart = new Map<PropertyKey, Set<Watcher>>();
  #asking: Watcher | undefined;
  #changes = 0;
  readonly #noting: S;

  constructor(private readonly store: StoreApi<S>) {
    this.#noting = new Proxy({} as S, {
      get: (_, part) => {
        this.#note(part);
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

  /** Calls `tell` when a part has changed that the selection has looked at. Returns what ends that. */
  subscribe(watcher: Watcher, tell: () => void): () => void {
    watcher.tell = tell;
    for (const part of watcher.parts) this.#list(part, watcher);
    return () => {
      watcher.tell = undefined;
      for (const part of watcher.parts) this.#byPart.get(part)?.delete(watcher);
    };
  }

  #note(part: PropertyKey): void {
    const watcher = this.#asking;
    if (!watcher || watcher.parts.has(part)) return;
    watcher.parts.add(part);
    if (watcher.tell) this.#list(part, watcher);
  }

  #list(part: PropertyKey, watcher: Watcher): void {
    const watchers = this.#byPart.get(part);
    if (watchers) watchers.add(watcher);
    else this.#byPart.set(part, new Set([watcher]));
  }

  #onChange(now: S, before: S): void {
    const change = ++this.#changes;
    for (const [part, watchers] of this.#byPart) {
      const key = part as keyof S;
      if (Object.is(now[key], before[key])) continue;
      for (const watcher of watchers) {
        if (watcher.told === change) continue;
        watcher.told = change;
        watcher.tell?.();
      }
    }
  }
}
