import type { Binding, Compiler, Statement } from "./compiler";

/**
 * How a later cell comes by a name. `import`: it stays what it is, a constant, function, class, type or import.
 * `variable`: later cells may assign to it.
 */
export type Way = "import" | "variable";

/** The names that a cell keeps for later cells; `exported` are those that the code itself exports. */
export type Declared = { names: ReadonlyMap<string, Way>; exported: ReadonlySet<string> };

/** What the code declares at its top level. */
export function declaredIn(ts: Compiler, code: string): Declared {
  const { SyntaxKind, NodeFlags } = ts;
  const names = new Map<string, Way>();
  const exported = new Set<string>();

  const add = (binding: Binding | undefined, way: Way, isExported: boolean) => {
    if (!binding) return;
    for (const element of binding.elements ?? []) add(element.name, way, isExported);
    if (!binding.text || binding.kind !== SyntaxKind.Identifier) return;
    names.set(binding.text, way);
    if (isExported) exported.add(binding.text);
  };

  for (const statement of ts.createSourceFile("cell.ts", code, ts.ScriptTarget.ESNext).statements) {
    const isExported = hasExport(statement);
    if (statement.declarationList) {
      const way = statement.declarationList.flags & NodeFlags.Const ? "import" : "variable";
      for (const { name } of statement.declarationList.declarations) add(name, way, isExported);
    } else if (statement.importClause) {
      const { name, namedBindings } = statement.importClause;
      add(name, "import", false);
      add(namedBindings?.name, "import", false);
      for (const element of namedBindings?.elements ?? []) add(element.name, "import", false);
    } else if (statement.exportClause) {
      for (const { name } of statement.exportClause.elements ?? []) exported.add(name.text);
    } else {
      add(statement.name, "import", isExported);
    }
  }
  return { names, exported };

  function hasExport({ modifiers }: Statement): boolean {
    return modifiers?.some(({ kind }) => kind === SyntaxKind.ExportKeyword) ?? false;
  }
}
