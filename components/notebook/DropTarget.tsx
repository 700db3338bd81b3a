"use client";

import { useEffect, useRef, useState } from "react";
import { useNewNotebook } from "../library/useNewNotebook";
import { isPicture } from "./attachments";
import { isNotebookFile, openFile } from "./disk";
import styles from "./Notebook.module.css";
import { useNotebookStore } from "./store";
import { useWords } from "./words";

type Place = "notebook" | "data";

/**
 * Takes files that are dropped anywhere on the page. While they are held over it, it shows where they can land; between
 * the two places a notebook opens and everything else goes to the data files.
 */
export function DropTarget() {
  const store = useNotebookStore();
  const open = useNewNotebook();
  const latest = useRef(open);
  latest.current = open;
  const [over, setOver] = useState<Place | "between" | null>(null);

  useEffect(() => {
    const holdsFile = (event: DragEvent) => event.dataTransfer?.types.includes("Files");
    const onOver = (event: DragEvent) => {
      if (!holdsFile(event)) return;
      event.preventDefault(); // else the browser would leave the page for the file
      if (takesPictures(event)) return setOver(null);
      setOver(placeAt(event) ?? "between");
    };
    const onLeave = (event: DragEvent) => event.relatedTarget === null && setOver(null);
    const onDrop = (event: DragEvent) => {
      setOver(null);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0 || (files.every(isPicture) && takesPictures(event))) return;
      event.preventDefault();
      const place = placeAt(event);
      const opens = ({ name }: File) => place === "notebook" || (place !== "data" && isNotebookFile(name));
      const { addDataFiles, openPanel } = store.getState();
      const data = files.filter((file) => !opens(file));
      if (data.length > 0) {
        void addDataFiles(data);
        openPanel("data");
      }
      const notebook = files.find(opens);
      if (notebook) void openFile(store, notebook, latest.current);
    };
    window.addEventListener("dragover", onOver);
    window.addEventListener("dragleave", onLeave);
    window.addEventListener("drop", onDrop, true);
    return () => {
      window.removeEventListener("dragover", onOver);
      window.removeEventListener("dragleave", onLeave);
      window.removeEventListener("drop", onDrop, true);
    };
  }, [store]);

  return over && <DropPlaces over={over} />;
}

/** An editor of a text cell is under the pointer, perhaps behind the places. */
function takesPictures({ clientX, clientY }: DragEvent): boolean {
  return document.elementsFromPoint(clientX, clientY).some((element) => element.closest("[data-takes-pictures]"));
}

/** Which place the pointer is over. */
function placeAt({ target }: DragEvent): Place | undefined {
  const place = target instanceof Element ? target.closest<HTMLElement>("[data-drop]")?.dataset.drop : undefined;
  return place === "notebook" || place === "data" ? place : undefined;
}

function DropPlaces({ over }: { over: Place | "between" }) {
  const say = useWords();
  return (
    <div className={styles.drop}>
      <p data-drop="notebook" data-over={over === "notebook" || undefined}>
        {say("dropNotebook")}
        <small>{say("dropNotebookHint")}</small>
      </p>
      <p data-drop="data" data-over={over === "data" || undefined}>
        {say("dropData")}
        <small>{say("dropDataHint")}</small>
      </p>
    </div>
  );
}
