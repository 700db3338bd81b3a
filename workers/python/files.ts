import type { PyodideAPI } from "pyodide";
import type { KernelFile } from "../protocol";

/** The folder where cells read and write by a bare file name. */
export interface Files {
  list(): KernelFile[];
  read(name: string): Uint8Array<ArrayBuffer>;
  write(name: string, bytes: Uint8Array): void;
  remove(name: string): void;
}

/** Python's working folder, which lives in memory as long as the session. */
export function openFiles({ FS }: PyodideAPI): Files {
  const folder: string = FS.cwd();
  const pathOf = (name: string) => {
    if (name === "" || name === "." || name === ".." || /[/\0]/.test(name)) throw new Error(`${name} is no file name`);
    return `${folder}/${name}`;
  };
  const isFile = (name: string) => FS.isFile(FS.stat(pathOf(name)).mode) as boolean;
  const existing = (name: string) => {
    const path = pathOf(name);
    if (!FS.analyzePath(path).exists || !isFile(name)) throw new Error(`there is no file ${name}`);
    return path;
  };
  return {
    list() {
      const names = (FS.readdir(folder) as string[]).filter((name) => name !== "." && name !== ".." && isFile(name));
      return names.sort().map((name) => {
        const { size, mtime } = FS.stat(pathOf(name)) as { size: number; mtime: Date };
        return { name, bytes: size, modified: mtime.getTime() };
      });
    },
    read: (name) => (FS.readFile(existing(name)) as Uint8Array<ArrayBuffer>).slice(),
    write: (name, bytes) => FS.writeFile(pathOf(name), bytes),
    remove: (name) => FS.unlink(existing(name)),
  };
}
