import type { StateCreator } from "zustand";
import type { NotebookState } from "../notebook/store";
import { type OpenPanels, type PanelKind, type PanelName, panelKinds } from "./names";

export type PanelSlice = {
  panels: OpenPanels;
  openPanel(name: PanelName): void;
  closePanel(kind: PanelKind): void;
  /** Opens it, or closes it if it is open. */
  togglePanel(name: PanelName): void;
};

export const createPanelSlice: StateCreator<NotebookState, [], [], PanelSlice> = (set) => {
  const put = (kind: PanelKind, name: PanelName | null) =>
    set(({ panels }) => ({ panels: { ...panels, [kind]: name } }));
  return {
    panels: { dialog: null, side: null, bar: null },
    openPanel: (name) => put(panelKinds[name], name),
    closePanel: (kind) => put(kind, null),
    togglePanel: (name) =>
      set(({ panels }) => {
        const kind: PanelKind = panelKinds[name];
        return { panels: { ...panels, [kind]: panels[kind] === name ? null : name } };
      }),
  };
};
