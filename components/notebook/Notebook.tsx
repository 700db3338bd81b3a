"use client";

import { LibraryBars } from "../library/Bars";
import { EmbedBar } from "../link/EmbedBar";
import { LinkBar } from "../link/LinkBar";
import { useOffline } from "../offline/useOffline";
import { Panels } from "../panel/Panels";
import { texts } from "../text";
import { Announcer } from "./Announcer";
import { Cell, type SetProse } from "./Cell";
import { DropTarget } from "./DropTarget";
import { EmptyNotebook, EndTools } from "./EndTools";
import { Footer } from "./Footer";
import { Masthead } from "./Masthead";
import styles from "./Notebook.module.css";
import { NoticeBar } from "./NoticeBar";
import { hiddenCells } from "./sections";
import { type NotebookStore, StoreContext, useNotebook } from "./store";
import { Toolbar } from "./Toolbar";
import { useClipboard } from "./useClipboard";
import { useGrowing } from "./useGrowing";
import { useKeys } from "./useKeys";
import { useReader } from "./useReader";
import { useTypes } from "./useTypes";
import { InLanguage, useWords } from "./words";

/** The whole page: what stands above the notebook, its cells, and what the page has to say. */
export function Notebook({ store, prose }: { store: NotebookStore; prose: SetProse }) {
  return (
    <StoreContext value={store}>
      <Page prose={prose} />
    </StoreContext>
  );
}

function Page({ prose }: { prose: SetProse }) {
  useReader();
  useKeys();
  useTypes();
  useClipboard();
  useOffline(
    useNotebook(
      ({ linked, kernelStatus: { python } }) => linked !== null || !["loading", "booting"].includes(python.phase),
    ),
  );
  const isEmbedded = useNotebook((state) => state.linked?.isEmbedded ?? false);
  if (isEmbedded)
    return (
      <>
        <EmbedBar />
        <NoticeBar />
        <CellList prose={prose} />
        <Announcer />
      </>
    );
  return (
    <>
      <a className={styles.skip} href="#notebook">
        <InLanguage of={texts.skip} />
      </a>
      <Masthead />
      <Toolbar />
      <NoticeBar />
      <LinkBar />
      <LibraryBars />
      <CellList prose={prose} />
      <Footer />
      <DropTarget />
      <Panels />
      <Announcer />
    </>
  );
}

function CellList({ prose }: { prose: SetProse }) {
  const say = useWords();
  const order = useNotebook((state) => state.order);
  const hidden = useNotebook(hiddenCells);
  const linked = useNotebook((state) => state.linked);
  const many = useGrowing(order.length);
  return (
    <main id="notebook" className={styles.main} data-reading={linked?.isReading || undefined} tabIndex={-1}>
      <ol className={styles.cells} data-many={order.length > 60 || undefined} aria-label={say("notebook")}>
        {order.slice(0, many).map((id, index) => (
          <Cell key={id} id={id} number={index + 1} isHidden={hidden.has(id)} prose={prose} />
        ))}
      </ol>
      {linked ? null : order.length === 0 ? <EmptyNotebook /> : <EndTools />}
    </main>
  );
}
