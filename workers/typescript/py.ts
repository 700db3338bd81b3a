import { decode, encode, Refusal, whatCrosses } from "../crossing";

/** Python's names, when it has started. */
interface PythonNames {
  read(name: string): [string, unknown[]] | [string, string, true];
  write(name: string, text: string, references: unknown[]): void;
  own_names(): string;
}

/**
 * Python's variables as TypeScript cells see them: `py.name`. Reading copies what the engine does not hold; writing gives a
 * Python variable a value. `await py` waits until Python has started.
 */
export function openPy(names: () => PythonNames | undefined, start: () => Promise<void>): object {
  const started = (name: string): PythonNames => {
    const python = names();
    if (python) return python;
    throw new Error(`Python has not started yet, so there is no py.${name}: write "await py" first.`);
  };
  const isPlain = (name: string | symbol): name is string => typeof name === "string" && name !== "then";
  const py: object = new Proxy(Object.create(null) as object, {
    get(_, name) {
      if (name === "then" && !names()) return waiter;
      if (!isPlain(name)) return undefined;
      const [text, content, isError] = started(name).read(name);
      if (!isError) return decode(text, content as unknown[]);
      throw text === "TypeError" ? new TypeError(content as string) : new ReferenceError(content as string);
    },
    set(_, name, value) {
      if (!isPlain(name)) return false;
      const python = started(name);
      try {
        python.write(name, ...encode(value));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        throw new TypeError(`The value for py.${name} cannot cross to Python: ${error.message}. ${whatCrosses}`);
      }
      return true;
    },
    has: (_, name) => isPlain(name) && ownNames().includes(name),
    ownKeys: ownNames,
    getOwnPropertyDescriptor: (_, name) =>
      isPlain(name) && ownNames().includes(name)
        ? { get: () => (py as Record<string, unknown>)[name], enumerable: true, configurable: true }
        : undefined,
  });
  const waiter = (resolve: (value: object) => void, reject: (reason: unknown) => void) =>
    void start().then(() => resolve(py), reject);

  function ownNames(): string[] {
    return (names()?.own_names() ?? "").split(" ").filter((name) => name !== "");
  }
  return py;
}
