/**
 * Gives the classes of a module the names under which it has them: a minified build has others, and cells print them, as
 * the class of a variable or of an initializer.
 */
export function nameClasses(module: object): void {
  for (const [name, value] of Object.entries(module))
    if (isClass(value)) Object.defineProperty(value, "name", { value: name, configurable: true });
}

/** The prototype of a class, other than that of a function, cannot be replaced. */
const isClass = (value: unknown): boolean =>
  typeof value === "function" && Object.getOwnPropertyDescriptor(value, "prototype")?.writable === false;
