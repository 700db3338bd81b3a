import type { Compiler } from "./compiler";
import { type Declared, declaredIn } from "./declared";

/** A TypeScript cell as the service is told of it. */
export type CellText = { id: string; code: string };

/** A cell as the compiler reads it: a module whose first line binds what earlier cells have left. */
export type CellPage = { text: string; offset: number };

/**
 * Makes a module of each cell. Its first line, which the reader never sees, exports what the cell declares, imports what
 * earlier cells declared and declares their variables anew, so that they can be assigned to. A name that the cell itself
 * declares is not brought in, so declaring it again is no error; the latest cell above wins. Being a module, each cell may await.
 */
export function createPages(ts: Compiler): (cells: readonly CellText[]) => Map<string, CellPage> {
  let known = new Map<string, { code: string; declared: Declared }>();

  return (cells) => {
    const next: typeof known = new Map();
    const pages = new Map<string, CellPage>();
    const scope = new Map<string, string>(); // how each name comes into a cell, the latest above it last
    for (const { id, code } of cells) {
      const before = known.get(id);
      const declared = before?.code === code ? before.declared : declaredIn(ts, code);
      next.set(id, { code, declared });
      const { names, exported } = declared;
      const own = [...names.keys()].filter((name) => !exported.has(name));
      const brought = [...scope].filter(([name]) => !names.has(name)).map(([, statement]) => statement);
      const first = `export {${own.join()}};${brought.join("")}\n`;
      pages.set(id, { text: first + code, offset: first.length });
      for (const [name, way] of names) {
        scope.delete(name);
        scope.set(
          name,
          way === "import" ? `import{${name}}from"./${id}";` : `declare let ${name}:typeof import("./${id}").${name};`,
        );
      }
    }
    known = next;
    return pages;
  };
}
