import { describe, expect, test } from "vitest";
import type { Kernel, KernelFile, KernelStatus } from "../../workers/protocol";
import { openedBundled } from "../notebook/files";
import { emptyNotebook } from "../notebook/nbformat";
import { createNotebookStore } from "../notebook/store";
import { cleanName, isFileName, limits, openingCode, sizeText } from "./names";

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (content?: Uint8Array) => content && new TextDecoder().decode(content);
const settled = () => new Promise((go) => setTimeout(go, 0));

/** A kernel that has a folder and nothing else; `run` is a cell that does something in it. */
function folderKernel() {
  let listener: (status: KernelStatus) => void = () => {};
  const files = new Map<string, { content: Uint8Array<ArrayBuffer>; modified: number }>();
  const calls: string[] = [];
  let clock = 0;
  const tell = (phase: "starting" | "ready" | "busy") => listener({ phase, python: { phase: "ready" } });
  const found = (name: string) => files.get(name) ?? Promise.reject(new Error("there is no such file"));
  const kernel: Partial<Kernel> = {
    watch: (next) => {
      listener = next;
      tell("ready");
      return () => {};
    },
    listFiles: async () =>
      [...files].map(([name, { content, modified }]): KernelFile => ({ name, bytes: content.length, modified })),
    readFile: async (name) => (await found(name)).content,
    writeFile: async (name, content) => {
      calls.push(`write ${name}`);
      files.set(name, { content, modified: ++clock });
    },
    removeFile: async (name) => {
      calls.push(`remove ${name}`);
      await found(name);
      files.delete(name);
    },
  };
  return {
    kernel: kernel as Kernel,
    files,
    calls,
    run: async (deed: (write: (name: string, content: string) => void) => void) => {
      tell("busy");
      deed((name, content) => files.set(name, { content: bytes(content), modified: ++clock }));
      tell("ready");
      await new Promise((go) => setTimeout(go, 5));
    },
    restart: async () => {
      files.clear();
      calls.length = 0;
      tell("starting");
      tell("ready");
      await settled();
    },
  };
}

const emptyStore = () => {
  const notebook = emptyNotebook();
  return createNotebookStore(openedBundled({ slug: "network-parameters", texts: { zh: notebook, en: notebook } }));
};

function opened() {
  const store = emptyStore();
  const folder = folderKernel();
  const end = store.getState().attachFolder(folder.kernel);
  const listed = () =>
    [...store.getState().dataFiles.values()].map(({ name, content, by }) => [name, text(content), by]);
  return { store, folder, end, listed };
}

describe("data files", () => {
  test("go into the kernel's folder at once and at every start, under clean names", async () => {
    const { store, folder, listed } = opened();
    await store.getState().addDataFiles([new File(["1,2"], "../a/参数.csv"), new File(["x"], "b.txt")]);
    await settled();
    expect(text(folder.files.get("参数.csv")?.content)).toBe("1,2");
    expect(listed()).toEqual([
      ["参数.csv", "1,2", "reader"],
      ["b.txt", "x", "reader"],
    ]);
    await folder.restart();
    expect(folder.calls).toEqual(["write 参数.csv", "write b.txt"]);
    expect([...folder.files.keys()]).toEqual(["参数.csv", "b.txt"]);
  });

  test("that cells write, change and remove are taken over", async () => {
    const { folder, listed } = opened();
    await folder.run((write) => write("w.npy", "1"));
    expect(listed()).toEqual([["w.npy", "1", "cell"]]);
    await new Promise((go) => setTimeout(go, 300));
    await folder.run((write) => write("w.npy", "2")); // of the same length
    expect(listed()).toEqual([["w.npy", "2", "cell"]]);
    await new Promise((go) => setTimeout(go, 300));
    await folder.run(() => folder.files.delete("w.npy"));
    expect(listed()).toEqual([]);
    await folder.restart();
    expect(folder.calls).toEqual([]);
  });

  test("that nobody touched are not read again", async () => {
    const { store, folder } = opened();
    await store.getState().addDataFiles([new File(["x"], "a.txt")]);
    await settled();
    const before = store.getState().dataFiles;
    await folder.run(() => {});
    expect(store.getState().dataFiles).toBe(before);
    expect(folder.calls).toEqual(["write a.txt"]);
  });

  test("that are deleted or replaced come back with undo, in the folder too", async () => {
    const { store, folder, listed } = opened();
    const { addDataFiles, removeDataFile, undoDataFile } = store.getState();
    await addDataFiles([new File(["1"], "a.txt")]);
    removeDataFile("a.txt");
    await settled();
    expect(folder.files.size).toBe(0);
    undoDataFile();
    await settled();
    expect(text(folder.files.get("a.txt")?.content)).toBe("1");
    await addDataFiles([new File(["2"], "a.txt")]);
    expect(store.getState().dataUndo?.kind).toBe("replaced");
    undoDataFile();
    await settled();
    expect(listed()).toEqual([["a.txt", "1", "reader"]]);
    expect(text(folder.files.get("a.txt")?.content)).toBe("1");
  });

  test("over the limits are refused one by one, and the sentence says which", async () => {
    const { store, listed } = opened();
    const large = { name: "large.bin", size: limits.fileBytes + 1, arrayBuffer: async () => new ArrayBuffer(0) };
    const broken = { name: "gone.bin", size: 1, arrayBuffer: () => Promise.reject(new Error("gone")) };
    await store.getState().addDataFiles([large as File, new File(["x"], "a.txt"), broken as unknown as File]);
    expect(listed()).toEqual([["a.txt", "x", "reader"]]);
    expect(store.getState().dataProblems).toEqual([
      { kind: "tooLarge", name: "large.bin", bytes: limits.fileBytes + 1 },
      { kind: "unreadable", name: "gone.bin" },
    ]);
    const many = Array.from({ length: limits.files }, (_, index) => new File([""], `${index}.txt`));
    await store.getState().addDataFiles(many);
    expect(store.getState().dataProblems).toEqual([{ kind: "tooMany", name: `${limits.files - 1}.txt` }]);
  });

  test("of cells that are too many to keep are listed beside, and can be read while the kernel lives", async () => {
    const { store, folder } = opened();
    const many = Array.from({ length: limits.files }, (_, index) => new File([""], `${index}.txt`));
    await store.getState().addDataFiles(many);
    await settled();
    await folder.run((write) => write("more.txt", "seen"));
    expect(store.getState().looseFiles).toEqual(new Map([["more.txt", { name: "more.txt", bytes: 4 }]]));
    expect(text(await store.getState().readDataFile("more.txt"))).toBe("seen");
    await folder.restart();
    expect(store.getState().looseFiles.size).toBe(0);
  });

  test("with names that lead elsewhere or deceive are not taken over", async () => {
    const { folder, listed } = opened();
    await folder.run((write) => {
      write("a\nb", "1");
      write("\u202Efdp.exe", "1");
      write("__proto__", "fine");
    });
    expect(listed()).toEqual([["__proto__", "fine", "cell"]]);
  });

  test("that come from the storage do not overwrite newer ones", () => {
    const { store, listed } = opened();
    const { bringDataFiles } = store.getState();
    bringDataFiles([{ name: "a", content: bytes("1"), by: "reader" }]);
    bringDataFiles([
      { name: "a", content: bytes("0"), by: "cell" },
      { name: "b", content: bytes("2"), by: "cell" },
    ]);
    expect(listed()).toEqual([
      ["a", "1", "reader"],
      ["b", "2", "cell"],
    ]);
  });
});

test.each([
  ["../../etc/passwd", "passwd"],
  ["C:\\data\\x.csv", "x.csv"],
  ["..", "file"],
  ["", "file"],
  ["cafe\u0301.csv", "café.csv"],
  ["a\u0000b\u202E.csv", "ab.csv"],
  ["参".repeat(200), "参".repeat(85)],
])("cleanName(%j) is %j", (name, clean) => {
  expect(cleanName(name)).toBe(clean);
  expect(isFileName(clean)).toBe(true);
});

test("sizes and opening code are short", () => {
  expect([0, 999, 1_000, 12_345, 50_000_000].map(sizeText)).toEqual(["0 B", "999 B", "1.0 kB", "12 kB", "50 MB"]);
  expect(openingCode("w.npy")).toBe('np.load("w.npy")');
  expect(openingCode('a"b.bin')).toBe('open("a\\"b.bin", "rb").read()');
});
