/** How a panel opens. */
export type PanelKind =
  /** Over the page; nothing else can be reached until it closes. */
  | "dialog"
  /** Beside the cells, on narrow screens a sheet from below. */
  | "side"
  /** A strip over the upper edge of the cells. */
  | "bar";

/** The page's panels. */
export type PanelName =
  | "palette"
  | "keys"
  | "settings"
  | "data"
  | "contents"
  | "versions"
  | "news"
  | "share"
  | "openLink"
  | "variables"
  | "lab"
  | "find"
  | "comparison"
  | "network";

export const panelKinds: { readonly [N in PanelName]: PanelKind } = {
  palette: "dialog",
  find: "bar",
  keys: "dialog",
  settings: "dialog",
  network: "dialog",
  share: "dialog",
  openLink: "dialog",
  versions: "side",
  news: "side",
  data: "side",
  contents: "side",
  variables: "side",
  comparison: "dialog",
  lab: "side",
};

/** What is open: one of each kind at most. */
export type OpenPanels = { readonly [K in PanelKind]: PanelName | null };
