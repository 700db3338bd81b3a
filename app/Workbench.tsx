"use client";

import { useEffect, useState } from "react";
import type { SetProse } from "../components/notebook/Cell";
import type { Tutorial } from "../components/notebook/files";
import { Notebook } from "../components/notebook/Notebook";
import { createNotebookStore } from "../components/notebook/store";

/** Gives the notebook its store and, as soon as the page stands, its kernel. */
export function Workbench({ tutorial, prose }: { tutorial: Tutorial; prose: SetProse }) {
  const [store] = useState(() => createNotebookStore(tutorial));
  useEffect(() => {
    let isWanted = true;
    let end = () => {};
    import("../workers/connect").then(({ connect }) => {
      if (!isWanted) return;
      const kernel = connect();
      const detach = store.getState().attach(kernel);
      end = () => {
        detach();
        kernel.close();
      };
    });
    return () => {
      isWanted = false;
      end();
    };
  }, [store]);
  return <Notebook store={store} prose={prose} />;
}
