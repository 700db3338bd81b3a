import type { PyodideAPI } from "pyodide";
import type { NDArray, Tensor } from "../../engine";
import type { OtherNames } from "../crossing";
import type { Face } from "../face";
import type { Host, Language } from "../kernel";
import type { Looks } from "../look/looks";
import type { BundleMetadata, Completion, Inspection, ManyForm, MimeBundle, Variable } from "../protocol";

/** The Python object that runs cells: public/python/_kernel/cells.py. */
interface Cells {
  /** Whether the cell ended well; a promise of that for one which awaits. */
  run(code: string, count: number): boolean | PromiseLike<boolean>;
  /** Cancels the cell that awaits, if one does. */
  cancel(): boolean;
  /** The answers are JSON: lists of Completion and of Variable, an Inspection or null. */
  complete(code: string, offset: number): string;
  inspect(code: string, offset: number): string;
  variables(): string;
  crossing: PythonNames;
}

/** Python's half of public/python/_kernel/crossing.py. */
interface PythonNames {
  /** JSON and the engine's objects in it, or an error's name, its sentence and true. */
  read(name: string): [string, unknown[]] | [string, string, true];
  write(name: string, text: string, references: unknown[]): void;
  /** The reader's names, a blank between them. */
  own_names(): string;
}

/** A Python session, and the way to its variables for the other language. */
export interface PythonSession extends Language {
  names: PythonNames;
}

/** How often a stop is looked for while a cell awaits. */
const cancelEveryMs = 50;

/**
 * A fresh Python session: its names, its engine session, its streams. The packages must be importable already.
 *
 * ts  TypeScript's variables, which its cells see as `ts`
 * looks  describes the numbers that its cells show
 */
export function openPython(python: PyodideAPI, host: Host, face: Face, ts: OtherNames, looks: Looks): PythonSession {
  const { outputs, stop, isStopped } = host;
  // Pyodide reads index 0 every few instructions and writes 0 after every read, so the setter must do nothing
  const signal = {
    get 0() {
      if (!isStopped()) return 0;
      stop.take();
      return 2; // SIGINT
    },
    set 0(_: number) {},
  };
  python.setInterruptBuffer(signal as unknown as Int32Array);
  for (const [name, setStream] of [
    ["stdout", python.setStdout],
    ["stderr", python.setStderr],
  ] as const) {
    const decoder = new TextDecoder(); // what is written below sys.stdout, as bytes
    setStream({
      write(bytes) {
        outputs.print(name, decoder.decode(bytes, { stream: true }));
        return bytes.length;
      },
    });
  }

  python.pyimport("_engine").bind(face);
  const cells: Cells = python.pyimport("_kernel").open({
    stdout: (text: string) => outputs.print("stdout", text),
    stderr: (text: string) => outputs.print("stderr", text),
    flush: () => outputs.sendWhenDue(),
    show: (type: "display" | "result", bundle: string, metadata: string, slot?: string) =>
      outputs.show(type, JSON.parse(bundle) as MimeBundle, {
        ...(metadata && { metadata: JSON.parse(metadata) as BundleMetadata }),
        ...(slot !== undefined && { slot }),
      }),
    /** The JSON of a tensor form, or nothing: of one engine object, or of those that a list or a network holds. */
    look: (members: (Tensor | NDArray)[], kind?: ManyForm["kind"], title = "") => {
      const form = looks.form(kind ? { kind, title, members } : members[0]!);
      return form && JSON.stringify(form);
    },
    clear: (wait: boolean) => outputs.clear(wait),
    fail: (name: string, message: string, traceback: string) => outputs.fail(name, message, traceback.split("\n")),
    sleep: host.sleep,
    ask: host.ask,
    arm: (armed: boolean) => {
      stop.armed = armed;
    },
    interrupted: () => stop.taken,
    ts,
  });
  const names = cells.crossing; // one proxy for the session: each access would make another

  return {
    async run({ code, count }) {
      try {
        const ending: boolean | PromiseLike<boolean> = cells.run(code, count);
        return typeof ending === "boolean" ? ending : await finish(ending);
      } catch (error) {
        if (!stop.taken || !(error instanceof python.ffi.PythonError)) throw error;
        outputs.fail("KeyboardInterrupt", "", ["KeyboardInterrupt"]); // it hit our own frames around the cell
        return false;
      }
    },
    names,
    interrupt: () => python.checkInterrupt(),
    // offsets count UTF-16 units here and characters there
    complete: (code, offset) => JSON.parse(cells.complete(code, [...code.slice(0, offset)].length)) as Completion[],
    inspect: (code, offset) => JSON.parse(cells.inspect(code, [...code.slice(0, offset)].length)) as Inspection | null,
    variables: () => JSON.parse(cells.variables()) as Variable[],
  };

  async function finish(task: PromiseLike<boolean>): Promise<boolean> {
    const canceller = setInterval(() => {
      outputs.sendWhenDue();
      if (stop.isDown() && cells.cancel()) stop.take();
    }, cancelEveryMs);
    try {
      return await task;
    } finally {
      clearInterval(canceller);
    }
  }
}
