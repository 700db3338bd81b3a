import { type RefObject, useEffect } from "react";
import { attach, isPicture } from "./attachments";
import { useNotebookStore } from "./store";

/** Takes pictures that are pasted into, or dropped on, the editor of a text cell: before the editor and the page do. */
export function usePictures(element: RefObject<HTMLElement | null>, id: string, isEditing: boolean): void {
  const store = useNotebookStore();
  useEffect(() => {
    const editor = element.current;
    if (!editor || !isEditing) return;
    const take = (event: Event, files: FileList | undefined) => {
      const own = [...(files ?? [])].filter(isPicture);
      if (own.length === 0) return;
      event.preventDefault();
      event.stopPropagation();
      void attach(store, id, own).then((tooLarge) => {
        if (tooLarge.length > 0) store.getState().notify({ kind: "pictureTooLarge", names: tooLarge });
      });
    };
    const onPaste = (event: ClipboardEvent) => take(event, event.clipboardData?.files);
    const onDrop = (event: DragEvent) => take(event, event.dataTransfer?.files);
    editor.addEventListener("paste", onPaste, true);
    editor.addEventListener("drop", onDrop, true);
    return () => {
      editor.removeEventListener("paste", onPaste, true);
      editor.removeEventListener("drop", onDrop, true);
    };
  }, [store, element, id, isEditing]);
}
