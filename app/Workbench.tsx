"use client";

import { useEffect, useState } from "react";
import type { SetProse } from "../components/notebook/Cell";
import type { Opened } from "../components/notebook/files";
import { Notebook } from "../components/notebook/Notebook";
import { createNotebookStore } from "../components/notebook/store";
import { borrowKernel } from "./kernel";

/** Gives a notebook its store and its kernel. */
export function Workbench({ opened, prose }: { opened: Opened; prose: SetProse }) {
  const [store] = useState(() => createNotebookStore(opened));
  useEffect(() => {
    const { kernel, giveBack } = borrowKernel();
    const leaveFolder = store.getState().attachFolder(kernel);
    const detach = store.getState().attach(kernel);
    return () => {
      leaveFolder();
      detach();
      giveBack();
    };
  }, [store]);
  return <Notebook store={store} prose={prose} />;
}
