import { useEffect } from "react";
import { clipMime, clipText, parseClip } from "./clips";
import { useNotebookStore } from "./store";

/**
 * The system's own copy, cut and paste while a cell has the focus: cells go out as cells and as text; what comes in as
 * text becomes a code cell.
 */
export function useClipboard(): void {
  const store = useNotebookStore();
  useEffect(() => {
    const isMeant = () =>
      document.activeElement?.hasAttribute("data-cell") === true && window.getSelection()?.isCollapsed !== false;

    const take = (event: ClipboardEvent) => {
      if (!isMeant() || !event.clipboardData) return;
      store.getState().copyCells(event.type as "cut" | "copy");
      const cells = store.getState().clip?.cells ?? [];
      event.clipboardData.setData("text/plain", cells.map(({ source }) => source).join("\n\n"));
      event.clipboardData.setData(clipMime, clipText(cells));
      event.preventDefault();
    };
    const put = (event: ClipboardEvent) => {
      if (!isMeant() || !event.clipboardData) return;
      const [cells, text] = [clipMime, "text/plain"].map((kind) => event.clipboardData!.getData(kind));
      if (!cells && !text) return;
      event.preventDefault();
      void parseClip(cells || text!).then((found) => {
        const { pasteCells, insert, active } = store.getState();
        if (found) pasteCells("below", found);
        else insert("below", active, "code", false, text);
      });
    };
    const listeners = { copy: take, cut: take, paste: put };
    for (const [kind, listener] of Object.entries(listeners)) document.addEventListener(kind as "copy", listener);
    return () => {
      for (const [kind, listener] of Object.entries(listeners)) document.removeEventListener(kind as "copy", listener);
    };
  }, [store]);
}
