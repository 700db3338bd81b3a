"use client";

import { type ComponentType, lazy } from "react";
import { KeySheet } from "../palette/KeySheet";
import { Palette } from "../palette/Palette";
import { type Language, texts } from "../text";
import type { PanelName } from "./names";

type Panel = { title: { readonly [L in Language]: string }; Content: ComponentType };

/** What each panel is called and what it shows. Most are loaded when they are first opened; the palette is there at once, because one types on. */
export const panels: { readonly [N in PanelName]: Panel } = {
  palette: {
    title: texts.commandTitles.palette,
    Content: Palette,
  },
  find: {
    title: texts.findTitle,
    Content: lazy(() => import("../find/FindBar").then(({ FindBar }) => ({ default: FindBar }))),
  },
  keys: {
    title: texts.commandTitles.keys,
    Content: KeySheet,
  },
  data: {
    title: texts.dataFiles,
    Content: lazy(() => import("../data/DataFiles").then(({ DataFiles }) => ({ default: DataFiles }))),
  },
  contents: {
    title: texts.commandTitles.contents,
    Content: lazy(() => import("../contents/Contents").then(({ Contents }) => ({ default: Contents }))),
  },
  variables: {
    title: texts.variables,
    Content: lazy(() => import("../variables/Variables").then(({ Variables }) => ({ default: Variables }))),
  },
  lab: {
    title: texts.lab,
    Content: lazy(() => import("../lab/Lab").then(({ Lab }) => ({ default: Lab }))),
  },
  settings: {
    title: texts.commandTitles.settings,
    Content: lazy(() => import("../settings/Settings").then(({ Settings }) => ({ default: Settings }))),
  },
  share: {
    title: texts.linkCommandTitles.share,
    Content: lazy(() => import("../link/Share").then(({ Share }) => ({ default: Share }))),
  },
  openLink: {
    title: texts.linkCommandTitles.openLink,
    Content: lazy(() => import("../link/OpenPanel").then(({ OpenPanel }) => ({ default: OpenPanel }))),
  },
  network: {
    title: texts.network,
    Content: lazy(() => import("../network/Network").then(({ Network }) => ({ default: Network }))),
  },
  versions: {
    title: texts.libraryCommandTitles.versions,
    Content: lazy(() => import("../library/Versions").then(({ Versions }) => ({ default: Versions }))),
  },
  comparison: {
    title: texts.compareOutput,
    Content: lazy(() => import("../reproduction/Comparison").then(({ Comparison }) => ({ default: Comparison }))),
  },
  news: {
    title: texts.libraryCommandTitles.news,
    Content: lazy(() => import("../library/News").then(({ News }) => ({ default: News }))),
  },
};
