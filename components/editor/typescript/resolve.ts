type Resolved = { resolvedFileName: string; extension: string };

/** What cells may import by name. */
const modules: { readonly [name: string]: string } = {
  mindspore: "/types/mindspore.d.ts",
  numpy: "/types/numpy.d.ts",
};

/** The file that a module's name means in the file `from`; cells import one another as "./id". */
export function resolvedIn(name: string, from: string, exists: (path: string) => boolean): Resolved | undefined {
  const candidates = name.startsWith(".")
    ? endings.map((ending) => `${joined(from, name)}${ending}`)
    : [modules[name] ?? ""];
  const path = candidates.find(exists);
  return path === undefined
    ? undefined
    : { resolvedFileName: path, extension: path.endsWith(".d.ts") ? ".d.ts" : ".ts" };
}

const endings = [".d.ts", "/index.d.ts", ".ts"];

/** A relative name, seen from a file: "/a/b.ts" and "../c" make "/c". */
function joined(from: string, name: string): string {
  const path = from.split("/").slice(0, -1);
  for (const step of name.split("/")) {
    if (step === "..") path.pop();
    else if (step !== ".") path.push(step);
  }
  return path.join("/");
}
