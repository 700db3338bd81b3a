"use client";

import { useEffect, useState } from "react";
import type { SetProse } from "../components/notebook/Cell";
import type { Tutorial } from "../components/notebook/files";
import { Notebook } from "../components/notebook/Notebook";
import { createNotebookStore } from "../components/notebook/store";
import { connect } from "../workers/connect";

/** The page's kernel, started while the page is still being taken over, so that Python boots while one reads. */
let early = typeof document === "undefined" ? undefined : connect();

/** Gives the notebook its store and its kernel. */
export function Workbench({ tutorial, prose }: { tutorial: Tutorial; prose: SetProse }) {
  const [store] = useState(() => createNotebookStore(tutorial));
  useEffect(() => {
    const kernel = early ?? connect();
    early = undefined;
    const detach = store.getState().attach(kernel);
    return () => {
      detach();
      kernel.close();
    };
  }, [store]);
  return <Notebook store={store} prose={prose} />;
}
