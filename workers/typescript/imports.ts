/** What a cell imports does not exist; the message says what does. */
export class ImportError extends Error {
  override name = "ImportError";
}

export type Modules = { readonly [name: string]: { readonly [name: string]: unknown } };

/**
 * A name of a module, or with "*" the module itself.
 *
 * typeNames  names that a module has only as types: they are nothing when it runs
 * @throws {ImportError}
 */
export function importedFrom(modules: Modules, typeNames: ReadonlySet<string>, module: unknown, name: string): unknown {
  const found = typeof module === "string" && Object.hasOwn(modules, module) ? modules[module] : undefined;
  if (!found) {
    const known = Object.keys(modules).map((known) => `"${known}"`);
    throw new ImportError(`There is no module "${module}" here; a cell can import from ${known.join(" and ")}.`);
  }
  if (name === "*" || name === "default") return found;
  if (Object.hasOwn(found, name)) return found[name];
  if (typeNames.has(name)) return undefined;
  const names = Object.keys(found);
  const near = nearest(name, names);
  const hint = near.length > 0 ? ` Near it: ${near.join(", ")}.` : "";
  throw new ImportError(`The module "${module}" has no name "${name}".${hint} It has ${listed(names)}.`);
}

/** All names, or the first of very many. */
function listed(names: readonly string[]): string {
  const shown = names.slice(0, 80);
  return `${shown.join(", ")}${names.length > shown.length ? ` and ${names.length - shown.length} more` : ""}`;
}

/** Up to five names that look like it, the most alike first. */
export function nearest(name: string, names: readonly string[]): string[] {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, "");
  const wanted = plain(name);
  const scored = names.map((known) => {
    const other = plain(known);
    const isPart = wanted.length > 2 && (other.includes(wanted) || wanted.includes(other)) && other.length > 2;
    return { known, score: other === wanted ? 0 : Math.min(distance(wanted, other), isPart ? 2 : 99) };
  });
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  return scored
    .filter(({ score }) => score <= limit)
    .sort((a, b) => a.score - b.score)
    .slice(0, 5)
    .map(({ known }) => known);
}

/** Levenshtein's: how many letters differ. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let k = 1; k <= b.length; k++) {
      next.push(Math.min(row[k]! + 1, next[k - 1]! + 1, row[k - 1]! + (a[i - 1] === b[k - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length]!;
}
