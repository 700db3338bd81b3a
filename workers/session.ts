import type { PyodideAPI } from "pyodide";
import { onCheckpoint } from "../engine/checkpoint";
import { openTs } from "./crossing";
import { openFace } from "./face";
import { aside, type Host, type Language, runCell } from "./kernel";
import { Looks } from "./look/looks";
import type { CellLanguage, Completion, Inspection, LookAnswer, LookRequest, Variable } from "./protocol";
import { type Files, openFiles } from "./python/files";
import { openPython, type PythonSession } from "./python/session";
import type { CellRun } from "./sandbox/messages";
import { openPy } from "./typescript/py";
import { type LoadCell, openTypescript } from "./typescript/session";

/** One session: both languages over one engine and one random state. TypeScript runs at once, Python when it is there. */
export interface Session {
  /** Rejects if the cell's language cannot be started. */
  run(cell: CellRun): Promise<"ok" | "error" | "interrupted">;
  complete(language: CellLanguage, code: string, offset: number): Completion[];
  inspect(language: CellLanguage, code: string, offset: number): Inspection | null;
  variables(): Variable[];
  /** What the page asks about the numbers behind an output. Never throws. */
  look(request: LookRequest): LookAnswer;
  /** As `look`, with a chance for others where it takes long. */
  lookInParts(request: LookRequest): Promise<LookAnswer>;
  /** The working folder; rejects if Python cannot be started. */
  files(): Promise<Files>;
  /** Tells the reader of an error of theirs that nobody caught. */
  uncaught(thrown: unknown): void;
}

/**
 * boot  starts Python; called once, when something first needs it
 * load  how this place loads the code of a TypeScript cell
 * isAsked  whether somebody will ask, by `look`, about what outputs show
 */
export function openSession(
  host: Host,
  boot: () => Promise<PyodideAPI>,
  load: LoadCell,
  { isAsked = true }: { isAsked?: boolean } = {},
): Session {
  const looks = new Looks(isAsked);
  const face = openFace();
  const py = openPy(
    () => python?.names,
    async () => {
      await startPython();
    },
  );
  const typescript = openTypescript(host, face, load, py, looks);
  let python: PythonSession | undefined;
  const ready: { python?: Language; typescript: Language } = { typescript };
  const startPython = once(async () => {
    const booted = await boot();
    python = ready.python = openPython(booted, host, face, openTs(typescript.scope), looks);
    return { language: python, files: openFiles(booted) };
  });
  let current: Language | undefined;
  onCheckpoint(() => {
    const isStopped = host.isStopped();
    if (looks.isLooking) looks.checkTime(isStopped);
    else if (isStopped) current?.interrupt();
  });

  /** Asks a language that is there and idle. */
  function ask<T>(language: Language | undefined, question: (language: Language) => T, otherwise: T): T {
    if (!language || current) return otherwise;
    current = language;
    try {
      return aside(host, () => question(language), otherwise);
    } finally {
      current = undefined;
    }
  }

  return {
    async run(cell) {
      const language = cell.language === "python" ? (await startPython()).language : typescript;
      if (cell.count === 1) face.random.setReference(cell.reference);
      current = language;
      looks.begin(cell.count);
      try {
        return await runCell(host, language, cell);
      } finally {
        current = undefined;
        looks.end();
      }
    },
    complete: (language, code, offset) => ask(ready[language], (it) => it.complete(code, offset), []),
    inspect: (language, code, offset) => ask(ready[language], (it) => it.inspect(code, offset), null),
    variables: () => Object.values(ready).flatMap((language) => ask(language, (it) => it.variables(), [])),
    look: (request) => looks.look(request),
    lookInParts: (request) => looks.lookInParts(request),
    files: async () => (await startPython()).files,
    uncaught: typescript.uncaught,
  };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
