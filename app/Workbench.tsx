"use client";

import { useEffect, useState } from "react";
import { keepDataFiles } from "../components/data/keep";
import { Keeper, type Place } from "../components/library/keeper";
import type { SetProse } from "../components/notebook/Cell";
import type { Opened } from "../components/notebook/files";
import { Notebook } from "../components/notebook/Notebook";
import { createNotebookStore } from "../components/notebook/store";
import { lendKernel } from "./lendKernel";

/** Gives a notebook its store, its place in the library and its kernel. */
export function Workbench({ opened, prose, place }: { opened: Opened; prose: SetProse; place: Place }) {
  const [store] = useState(() => createNotebookStore(opened));
  useEffect(() => {
    const takeBack = lendKernel(store);
    const keeper = new Keeper(store, place);
    const forgetFiles = keepDataFiles(store);
    return () => {
      forgetFiles();
      keeper.close();
      takeBack();
    };
  }, [store, place]);
  return <Notebook store={store} prose={prose} />;
}
