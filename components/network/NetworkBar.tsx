"use client";

import { Bar } from "../library/Bars";
import library from "../library/library.module.css";
import { useNotebook, useNotebookStore } from "../notebook/store";
import { useWords } from "../notebook/words";

/** As long as cells may reach somebody, the page says whom. */
export function NetworkBar() {
  const say = useWords();
  const store = useNotebookStore();
  const hosts = useNotebook((state) => state.hosts);
  if (hosts.length === 0) return null;
  return (
    <Bar name="network" icon="network" role="status" words={say("networkBar", hosts.join(", "))}>
      <button type="button" className={library.button} onClick={() => void store.getState().allowHosts([])}>
        {say("networkOff")}
      </button>
    </Bar>
  );
}
