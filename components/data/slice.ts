import type { StateCreator } from "zustand";
import type { Kernel } from "../../workers/protocol";
import type { NotebookState } from "../notebook/store";
import { cleanName, limits } from "./names";
import { type FolderAccess, syncFolder } from "./sync";

/** A file that belongs to the notebook. Never changed, only replaced. */
export type DataFile = { name: string; content: Uint8Array<ArrayBuffer>; by: "reader" | "cell" };

/** A file that cells have written and that is too large, or one too many, to be kept; it lives as long as the kernel. */
export type LooseFile = { name: string; bytes: number };

/** Why a file is not where it should be. */
export type DataProblem =
  | { kind: "tooLarge"; name: string; bytes: number }
  | { kind: "full" | "tooMany" | "unreadable" | "notWritten" | "notStored"; name: string };

/** The last thing that can be taken back: a file as it was before. */
export type DataUndo = { kind: "removed" | "replaced"; file: DataFile };

export type DataSlice = {
  dataFiles: ReadonlyMap<string, DataFile>;
  looseFiles: ReadonlyMap<string, LooseFile>;
  dataProblems: readonly DataProblem[];
  dataUndo: DataUndo | null;
  /** Takes files of the reader's in, under clean names; says of those that cannot be kept why. */
  addDataFiles(files: readonly File[]): Promise<void>;
  removeDataFile(name: string): void;
  undoDataFile(): void;
  /** Puts kept files in, as they come from the storage; those that are there already win. */
  bringDataFiles(files: readonly DataFile[]): void;
  clearDataProblems(): void;
  /** The content of any file that is listed. Rejects if it is gone. */
  readDataFile(name: string): Promise<Uint8Array<ArrayBuffer>>;
  /** Keeps the files here and those in the kernel's working folder the same. Returns what ends that. */
  attachFolder(kernel: Kernel): () => void;
};

export const createDataSlice: StateCreator<NotebookState, [], [], DataSlice> = (set, get, store) => {
  let kernel: Kernel | null = null;
  const change = (step: (files: Map<string, DataFile>) => void) => {
    const files = new Map(get().dataFiles);
    step(files);
    set({ dataFiles: files });
  };
  const complain = (problem: DataProblem) => set(({ dataProblems }) => ({ dataProblems: [...dataProblems, problem] }));

  /** Why a file of so many bytes cannot be kept beside the others; undefined if it can. */
  const objection = (name: string, bytes: number): DataProblem | undefined => {
    const others = [...get().dataFiles.values()].filter((file) => file.name !== name);
    const sum = others.reduce((total, { content }) => total + content.length, 0);
    if (bytes > limits.fileBytes) return { kind: "tooLarge", name, bytes };
    if (sum + bytes > limits.notebookBytes) return { kind: "full", name };
    return others.length >= limits.files ? { kind: "tooMany", name } : undefined;
  };

  const folder: FolderAccess = {
    files: () => get().dataFiles,
    watch: (listener) => store.subscribe((now, before) => now.dataFiles !== before.dataFiles && listener()),
    isWelcome: (name, bytes) => objection(name, bytes) === undefined,
    written: (name, content) => change((files) => files.set(name, { name, content, by: "cell" })),
    loose: (looseFiles) => set({ looseFiles }),
    gone: (name) => change((files) => files.delete(name)),
    refused: (name) => complain({ kind: "notWritten", name }),
  };

  return {
    dataFiles: new Map(),
    looseFiles: new Map(),
    dataProblems: [],
    dataUndo: null,

    addDataFiles: async (chosen) => {
      set({ dataProblems: [], dataUndo: null });
      for (const file of chosen) {
        const name = cleanName(file.name);
        const problem = objection(name, file.size);
        if (problem) {
          complain(problem);
          continue;
        }
        try {
          const content = new Uint8Array(await file.arrayBuffer());
          const before = get().dataFiles.get(name);
          if (before) set({ dataUndo: { kind: "replaced", file: before } });
          change((files) => files.set(name, { name, content, by: "reader" }));
        } catch {
          complain({ kind: "unreadable", name });
        }
      }
    },

    removeDataFile: (name) => {
      const file = get().dataFiles.get(name);
      if (file) {
        set({ dataUndo: { kind: "removed", file }, dataProblems: [] });
        change((files) => files.delete(name));
      } else void kernel?.removeFile(name).catch(() => {}); // a loose one; it was gone before
    },

    undoDataFile: () => {
      const { dataUndo } = get();
      if (!dataUndo) return;
      set({ dataUndo: null });
      change((files) => files.set(dataUndo.file.name, dataUndo.file));
    },

    bringDataFiles: (kept) =>
      change((files) => {
        for (const file of kept) if (!files.has(file.name)) files.set(file.name, file);
      }),

    clearDataProblems: () => set({ dataProblems: [] }),

    readDataFile: async (name) => {
      const file = get().dataFiles.get(name);
      if (file) return file.content;
      if (!kernel) throw new Error(`there is no file ${name}`);
      return kernel.readFile(name);
    },

    attachFolder: (next) => {
      kernel = next;
      const end = syncFolder(next, folder);
      return () => {
        end();
        kernel = null;
        set({ looseFiles: new Map() });
      };
    },
  };
};
