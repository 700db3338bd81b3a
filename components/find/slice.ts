import type { StateCreator } from "zustand";
import { withChanged } from "../notebook/steps";
import type { NotebookState } from "../notebook/store";
import type { FindProblem } from "./look";
import { byCell, type Found, type Hit, type Query, replaced, replacementFor } from "./search";

export type FindSlice = {
  find: {
    query: Query;
    replacement: string;
    /** The field for the replacement is there too. */
    isReplacing: boolean;
    /** Outputs are looked into as well. */
    inOutputs: boolean;
    hits: readonly Hit[];
    isMore: boolean;
    problem: FindProblem | null;
    /** Which hit is the present one; -1: none yet. */
    at: number;
    /** Behind what was just replaced: from there the next look goes on. */
    behind: Hit | null;
  };
  setQuery(query: Partial<Query>): void;
  setFind(change: Partial<Pick<FindSlice["find"], "replacement" | "isReplacing" | "inOutputs">>): void;
  /** What the query finds now. The hit at or after the active cell becomes the present one, unless one is there. */
  take(found: Found | FindProblem): void;
  /** Goes to the next hit (1) or the one before (-1), around the end. */
  goToHit(by: 1 | -1 | 0): void;
  /** Puts the replacement in the present hit's place and goes to the next. */
  replaceHit(): void;
  /** The same with all hits, as one step that can be undone. Returns how many there were. */
  replaceHits(): number;
};

const sources = (hits: readonly Hit[]) => hits.filter(({ place }) => place === "source");

export const createFindSlice: StateCreator<NotebookState, [], [], FindSlice> = (set, get) => {
  const change = (step: (find: FindSlice["find"]) => Partial<FindSlice["find"]>) =>
    set(({ find }) => ({ find: { ...find, ...step(find) } }));

  /** Changes texts as one step. It stays in the field in which it was asked for: the focus does not go to a cell. */
  const putIn = (hits: readonly Hit[]) => {
    const { find, change, focusTurn } = get();
    const cells = byCell(hits);
    change((state) =>
      withChanged(state, [...cells.keys()], (cell) => {
        const source = replaced(cell.source, cells.get(cell.id)!, find.replacement, find.query.isRegex);
        return { ...cell, source };
      }),
    );
    set({ focusTurn });
  };

  return {
    find: {
      query: { text: "", matchCase: false, wholeWord: false, isRegex: false },
      replacement: "",
      isReplacing: false,
      inOutputs: false,
      hits: [],
      isMore: false,
      problem: null,
      at: -1,
      behind: null,
    },

    setQuery: (query) => change((find) => ({ query: { ...find.query, ...query }, at: -1 })),
    setFind: (more) => change(() => more),

    take: (found) =>
      change(({ at, hits, behind }) => {
        if ("kind" in found) return { problem: found, hits: [], isMore: false, at: -1 };
        const before = behind ?? hits[at];
        return { ...found, problem: null, behind: null, at: before ? placeFrom(found.hits, before, get()) : -1 };
      }),

    goToHit: (by) => {
      const { find, active, order } = get();
      const { hits, at } = find;
      if (hits.length === 0) return;
      const begin = active ? { cell: active, place: "source" as const, start: 0, end: 0 } : undefined;
      const first = begin ? placeFrom(hits, begin, { order }) : 0;
      const next = at < 0 ? (by < 0 ? first - 1 : first) : at + by;
      const place = (next + hits.length) % hits.length;
      change(() => ({ at: place }));
      const { cell, place: where, start, end } = hits[place]!;
      if (where === "source") get().reveal(cell, start, end, false);
      else {
        get().setFold([cell], "outputs", false);
        get().select(cell);
      }
    },

    replaceHit: () => {
      const { hits, at } = get().find;
      const hit = hits[at];
      if (!hit) return get().goToHit(1);
      if (hit.place === "output") return get().goToHit(1);
      const { cells, find } = get();
      const found = cells[hit.cell]!.source.slice(hit.start, hit.end);
      const end = hit.start + replacementFor(hit, found, find.replacement, find.query.isRegex).length;
      putIn([hit]);
      change(() => ({ behind: { ...hit, start: end, end } }));
    },

    replaceHits: () => {
      const hits = sources(get().find.hits);
      if (hits.length > 0) putIn(hits);
      return hits.length;
    },
  };
};

/** The first hit at or behind a place, around the end. */
function placeFrom(hits: readonly Hit[], from: Hit, { order }: Pick<NotebookState, "order">): number {
  const rank = new Map(order.map((id, index) => [id, index]));
  const cell = rank.get(from.cell) ?? 0;
  const index = hits.findIndex((hit) => {
    const other = rank.get(hit.cell) ?? 0;
    if (other !== cell) return other > cell;
    if (hit.place !== from.place) return hit.place === "output";
    return hit.start >= from.start;
  });
  return Math.max(index, 0);
}
