"use client";

import { Icon } from "../Icon";
import { Menu } from "../Menu";
import { useNotebook, useNotebookStore } from "../notebook/store";
import { Words } from "../notebook/words";
import { texts } from "../text";
import { downloadAs, type Format } from "./formats";

/** The notebook as a file, in each format that there is. */
export function DownloadMenu({ className }: { className?: string }) {
  const store = useNotebookStore();
  const language = useNotebook((state) => state.language);
  const items = (Object.keys(texts.formats) as Format[]).map((format) => ({
    key: format,
    words: texts.formats[format][language],
    detail: `.${format}`,
    act: () => void downloadAs(store, format),
  }));
  return (
    <Menu className={className} items={items}>
      <Icon name="save" />
      <Words of="download" />
    </Menu>
  );
}
