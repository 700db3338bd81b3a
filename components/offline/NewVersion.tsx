"use client";

import { useState } from "react";
import { useStore } from "zustand";
import { Icon } from "../Icon";
import { Bar } from "../library/Bars";
import library from "../library/library.module.css";
import { useNotebookStore } from "../notebook/store";
import { useWords } from "../notebook/words";
import { offline, takeVersion } from "./offline";

/** A newer version of the site waits. The page stays whole until the reader says so; then it is saved and loaded anew. */
export function NewVersion() {
  const say = useWords();
  const store = useNotebookStore();
  const hasNews = useStore(offline, (state) => state.hasNews);
  const [isPut, setPut] = useState<"open" | "away" | "going">("open");
  if (!hasNews || isPut === "away") return null;
  const go = () => {
    if (isPut === "going") return;
    setPut("going");
    void takeVersion(async () => store.getState().keeper?.save());
  };
  return (
    <Bar name="new-version" icon="restart" role="status" words={say("newVersion")}>
      <button type="button" className={library.button} data-main="true" aria-disabled={isPut === "going"} onClick={go}>
        {say("takeVersion")}
      </button>
      <button
        type="button"
        className={library.button}
        aria-label={say("close")}
        title={say("close")}
        onClick={() => setPut("away")}
      >
        <Icon name="close" />
      </button>
    </Bar>
  );
}
