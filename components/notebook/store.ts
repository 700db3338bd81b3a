import { createContext, useCallback, useContext, useState, useSyncExternalStore } from "react";
import { createStore, type StoreApi } from "zustand";
import { createDataSlice, type DataSlice } from "../data/slice";
import { createFindSlice, type FindSlice } from "../find/slice";
import { createLabSlice, type LabSlice } from "../lab/slice";
import { createLensSlice, type LensSlice } from "../lens/slice";
import { createLibrarySlice, guarded, type LibrarySlice } from "../library/slice";
import { createLinkSlice, type LinkSlice } from "../link/slice";
import { createPanelSlice, type PanelSlice } from "../panel/slice";
import { createReproductionSlice, type ReproductionSlice } from "../reproduction/slice";
import { createSlidersSlice, type SlidersSlice } from "../sliders/slice";
import { createVariablesSlice, type VariablesSlice } from "../variables/slice";
import { type CellBody, type CellSlice, createCellSlice } from "./cells";
import { type ClipboardSlice, createClipboardSlice } from "./clipboard";
import { createFileSlice, type FileSlice, type Opened } from "./files";
import { createFoldSlice, type FoldSlice } from "./folds";
import { type CellLanguageSlice, createCellLanguageSlice } from "./languageSwitch";
import { createPageSlice, type PageSlice } from "./page";
import { createRevealSlice, type RevealSlice } from "./reveal";
import { createRunSlice, type RunSlice } from "./runs";
import { newWatcher, Watch } from "./watch";

export type NotebookState = CellSlice &
  CellLanguageSlice &
  FoldSlice &
  ClipboardSlice &
  RunSlice &
  FileSlice &
  PageSlice &
  PanelSlice &
  DataSlice &
  VariablesSlice &
  LensSlice &
  FindSlice &
  LabSlice &
  RevealSlice &
  ReproductionSlice &
  SlidersSlice &
  LibrarySlice &
  LinkSlice;
export type NotebookStore = StoreApi<NotebookState>;

/** A page's state, with a notebook open. */
export function createNotebookStore(opened: Opened): NotebookStore {
  return createStore<NotebookState>()(
    guarded((...parts) => ({
      ...createCellSlice(...parts),
      ...createCellLanguageSlice(...parts),
      ...createFoldSlice(...parts),
      ...createClipboardSlice(...parts),
      ...createRunSlice(...parts),
      ...createPageSlice(...parts),
      ...createPanelSlice(...parts),
      ...createDataSlice(...parts),
      ...createVariablesSlice(...parts),
      ...createLensSlice(...parts),
      ...createFindSlice(...parts),
      ...createLabSlice(...parts),
      ...createRevealSlice(...parts),
      ...createReproductionSlice(...parts),
      ...createSlidersSlice(...parts),
      ...createFileSlice(opened)(...parts),
      ...createLibrarySlice(opened.published)(...parts),
      ...createLinkSlice(...parts),
    })),
  );
}

export const StoreContext = createContext<NotebookStore | null>(null);

/** The store of the page around this component. */
export function useNotebookStore(): NotebookStore {
  const store = useContext(StoreContext);
  if (!store) throw new Error("outside of <Notebook>");
  return store;
}

const watches = new WeakMap<NotebookStore, Watch<NotebookState>>();

function watchOf(store: NotebookStore): Watch<NotebookState> {
  let watch = watches.get(store);
  if (!watch) watches.set(store, (watch = new Watch(store)));
  return watch;
}

/** A piece of the page's state, taken from its parts; the component is drawn anew when that piece changes. */
export function useNotebook<T>(select: (state: NotebookState) => T): T {
  return useSelected(select);
}

/** A piece of one cell, asked for again only when that cell changes, or a part of the page's state that `select` looks at. */
export function useCell<T>(id: string, select: (cell: CellBody, state: NotebookState) => T): T {
  return useSelected((state, cellOf) => select(cellOf(id), state));
}

function useSelected<T>(select: (state: NotebookState, cellOf: (id: string) => CellBody) => T): T {
  const store = useNotebookStore();
  const watch = watchOf(store);
  const [watcher] = useState(newWatcher);
  const subscribe = useCallback((tell: () => void) => watch.subscribe(watcher, tell), [watch, watcher]);
  const initial = store.getInitialState(); // as in the page's HTML
  return useSyncExternalStore(
    subscribe,
    () => watch.read(watcher, (state) => select(state, (id) => watch.member("cells", id)!)),
    () => select(initial, (id) => initial.cells[id]!),
  );
}
