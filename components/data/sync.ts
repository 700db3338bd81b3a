import type { Kernel, KernelFile } from "../../workers/protocol";
import { isFileName } from "./names";
import type { DataFile, LooseFile } from "./slice";

/** The notebook's side of the working folder. */
export interface FolderAccess {
  files(): ReadonlyMap<string, DataFile>;
  /** Tells of every change of `files`. */
  watch(listener: () => void): () => void;
  /** Whether a file of so many bytes can be kept. */
  isWelcome(name: string, bytes: number): boolean;
  /** A cell has written a file. */
  written(name: string, content: Uint8Array<ArrayBuffer>): void;
  /** A cell has removed a file. */
  gone(name: string): void;
  /** The files in the kernel that are not kept. */
  loose(files: ReadonlyMap<string, LooseFile>): void;
  /** The kernel did not take a file. */
  refused(name: string): void;
}

/** What is known to lie in the kernel's folder; `content` is missing for what is not kept. */
type Known = KernelFile & { content?: Uint8Array };

/** The time between two looks into the folder while cells run one after the other. */
const restMs = 250;

/**
 * Keeps the notebook's files and the kernel's working folder the same. At every start of the kernel the files are
 * written before the first cell can run; after runs, what cells have written, changed or removed is taken over.
 */
export function syncFolder(kernel: Kernel, notebook: FolderAccess): () => void {
  let known = new Map<string, Known>();
  let start = 0; // counts the kernel's starts; answers for an earlier one are void
  let isLooking = false;
  let isDue = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Brings the folder up to date with the notebook. All calls go out at once, so no cell comes between them. */
  async function push(): Promise<void> {
    const mine = start;
    const files = notebook.files();
    const changed = [...files.values()].filter(({ name, content }) => known.get(name)?.content !== content);
    const removed = [...known.values()].filter(({ name, content }) => content && !files.has(name));
    if (changed.length === 0 && removed.length === 0) return;
    for (const { name, content } of changed) known.set(name, { name, content, bytes: content.length, modified: -1 });
    for (const { name } of removed) known.delete(name);
    const done = [
      ...changed.map(({ name, content }) =>
        kernel.writeFile(name, content).catch(() => mine === start && notebook.refused(name)),
      ),
      ...removed.map(({ name }) => kernel.removeFile(name).catch(() => {})), // a cell was faster
    ];
    const listing = kernel.listFiles();
    try {
      await Promise.all(done);
      for (const file of await listing) {
        const mark = known.get(file.name);
        if (mine === start && mark?.modified === -1 && mark.bytes === file.bytes) mark.modified = file.modified;
      }
    } catch {
      // the kernel is gone; its next start begins with everything
    }
  }

  /** Takes over what cells have done. */
  async function look(): Promise<void> {
    const mine = start;
    const listed = await kernel.listFiles();
    const loose = new Map<string, LooseFile>();
    for (const file of listed) {
      const { name, bytes, modified } = file;
      const before = known.get(name);
      if (mine !== start) return;
      if (!isFileName(name)) continue;
      const isSame = before?.bytes === bytes && before.modified === modified;
      if (isSame && before.content) continue;
      if (!notebook.isWelcome(name, bytes)) {
        loose.set(name, { name, bytes });
        if (before?.content) notebook.gone(name); // it has grown too large
        known.set(name, file);
        continue;
      }
      const content = await kernel.readFile(name);
      if (mine !== start || known.get(name) !== before) continue; // meanwhile the reader has put one there
      const isNews = !before?.content || !equal(before.content, content);
      known.set(name, { ...file, content: isNews ? content : before.content });
      if (isNews) notebook.written(name, content);
    }
    if (mine !== start) return;
    const names = new Set(listed.map(({ name }) => name));
    for (const { name, content, modified } of [...known.values()]) {
      if (names.has(name) || modified === -1) continue; // on its way
      known.delete(name);
      if (content) notebook.gone(name);
    }
    notebook.loose(loose);
  }

  function lookSoon(): void {
    if (isLooking) {
      isDue = true;
      return;
    }
    isLooking = true;
    look()
      .catch(() => {}) // the kernel is gone, and with it what it held
      .finally(() => {
        timer = setTimeout(() => {
          isLooking = false;
          if (isDue) lookSoon();
          isDue = false;
        }, restMs);
      });
  }

  let phase = "";
  const unwatchKernel = kernel.watch((status) => {
    const before = phase;
    phase = status.phase;
    if (phase === "starting" && before !== "starting") {
      start++;
      known = new Map();
      notebook.loose(new Map());
      void push();
    }
    if (phase === "ready" && (before === "busy" || before === "stopping")) lookSoon();
  });
  if (phase !== "starting") void push(); // the kernel was started before, and is ours now
  const unwatchNotebook = notebook.watch(() => void push());

  return () => {
    start++;
    clearTimeout(timer);
    unwatchKernel();
    unwatchNotebook();
  };
}

const equal = (a: Uint8Array, b: Uint8Array) => a.length === b.length && a.every((byte, at) => byte === b[at]);
