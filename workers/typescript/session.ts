import { speakFor } from "../../engine";
import type { Face } from "../face";
import type { Host, Language } from "../kernel";
import type { Looks } from "../look/looks";
import type { Variable } from "../protocol";
import { bundleOf } from "./bundle";
import { CellSyntaxError, compileCell } from "./compile";
import { openConsole } from "./console";
import { failureOf, syntaxFailure } from "./failure";
import { noteCell } from "./frames";
import { holdings } from "./holdings";
import { importedFrom } from "./imports";
import { inReadersWords } from "./inspect";
import { openMindspore } from "./modules/mindspore";
import { openNumpy } from "./modules/numpy";
import { typeNames } from "./modules/typeNames";
import { plot } from "./plot";
import { openProgress } from "./progress";
import { repr, str } from "./pythonText";
import { Scope } from "./scope";
import { variablesOf } from "./variables";

/** A compiled cell: it gets the session's scope object and its kit. */
export type CellFunction = (scope: object, kit: object) => unknown;

/** Loads a cell's code as a module, and says under which address errors name it. */
export type LoadCell = (js: string, count: number) => Promise<{ run: CellFunction; address: string }>;

/** How often a stop is looked for while a cell awaits. */
const lookEveryMs = 50;

/** What ends a cell that was told to stop. No `catch` of a cell's catches it. */
const stopped = new Error("KeyboardInterrupt");

/** A fresh TypeScript session. `py` is how its cells see Python's variables, `looks` describes the numbers that they show. */
export function openTypescript(host: Host, face: Face, load: LoadCell, py: object, looks: Looks): TypescriptSession {
  const { outputs, stop } = host;
  const now = performance.now.bind(performance);
  const { setTimeout: wait, setInterval: beginLooking, clearInterval: endLooking } = globalThis; // a cell may change them
  Error.stackTraceLimit = 50;
  const modules = { mindspore: openMindspore(face.random), numpy: openNumpy(face.random) };
  let isStopping = false;
  let lookedAt = 0; // by `pace`
  let runs = 0; // how many were stopped: what began before the latest stop does not go on

  const print = (text: string) => outputs.print("stdout", text);
  const display = (...values: unknown[]) => {
    for (const value of values) outputs.show("display", bundleOf(value, looks));
  };
  const scope = new Scope({
    console: openConsole((stream, text) => outputs.print(stream, text), now),
    display,
    print: (...values: unknown[]) => print(`${values.map(str).join(" ")}\n`),
    repr: (value: unknown) => repr(value),
    tuple: (items: Iterable<unknown>) => Object.freeze([...items]),
    sleep: (ms: number) => new Promise<void>((resolve) => wait(resolve, ms)),
    input: async (prompt = "") => {
      await host.canAsk; // a worker that has only just started cannot be told the answer yet
      return host.ask(String(prompt)) ?? interrupt();
    },
    plot,
    progress: openProgress((bundle, slot) => outputs.show("display", bundle, { slot }), now),
    py,
  });

  speakFor(() => holdings(scope));

  function interrupt(): never {
    if (!isStopping) {
      isStopping = true;
      stop.take();
      runs++;
    }
    throw stopped;
  }

  const kit = {
    tick(steps: number): number {
      if (isStopping || host.isStopped()) interrupt();
      return steps;
    },
    /** For loops whose rounds call something: quick ones look at the clock more seldom, slow ones more often. */
    pace(): number {
      const before = lookedAt;
      kit.tick(0);
      lookedAt = now();
      return lookedAt - before < 2 ? -4_000 : lookedAt - before > 50 ? 240 : 0;
    },
    run: () => runs,
    resume(run: number, value: unknown): unknown {
      if (run !== runs) throw stopped;
      return value;
    },
    passOn(error: unknown): void {
      if (error === stopped) throw error;
      if (error instanceof Error && error.message.includes("__scope.")) error.message = inReadersWords(error.message);
    },
    hoist(name: string): void {
      if (!scope.has(name)) scope.values[name] = undefined;
    },
    peek: (name: string) => (scope.has(name) ? scope.values[name] : (globalThis as Record<string, unknown>)[name]),
    constant(name: string): never {
      throw new TypeError(`Assignment to constant variable: ${name} was declared with const or import.`);
    },
    imported: (module: unknown, name: string) => importedFrom(modules, typeNames, module, name),
    importing: async (module: unknown) => importedFrom(modules, typeNames, module, "*"),
  };

  /** A promise of the cell's, or its end by Stop. */
  async function settled(value: unknown): Promise<unknown> {
    let watch: ReturnType<typeof setInterval> | undefined;
    const ended = new Promise<never>((_, reject) => {
      watch = beginLooking(() => {
        outputs.sendWhenDue();
        if (!isStopping && !stop.isDown()) return;
        try {
          interrupt();
        } catch (error) {
          reject(error);
        }
      }, lookEveryMs);
    });
    try {
      return await Promise.race([value, ended]);
    } finally {
      endLooking(watch);
    }
  }

  function report(thrown: unknown): false {
    if (thrown === stopped) outputs.fail("KeyboardInterrupt", "", ["KeyboardInterrupt"]);
    else {
      const { name, message, traceback } = failureOf(thrown);
      outputs.fail(name, message, traceback);
    }
    return false;
  }

  return {
    async run({ code, count }) {
      try {
        const { js, names, isAsync } = compileCell(code, scope.kinds, scope.isGlobal);
        const { run, address } = await load(js, count);
        noteCell(address, count, code);
        scope.declare(names);
        stop.armed = true;
        const value = isAsync ? await settled(run(scope.values, kit)) : run(scope.values, kit);
        if (value !== undefined) outputs.show("result", bundleOf(value, looks));
        for (const _ of ["task", "next task"]) await new Promise((resolve) => wait(resolve)); // what nobody caught is told in this cell
        return true;
      } catch (error) {
        if (!(error instanceof CellSyntaxError)) return report(error);
        const { name, message, traceback } = syntaxFailure(error, count, code);
        outputs.fail(name, message, traceback);
        return false;
      } finally {
        isStopping = false;
      }
    },
    interrupt,
    complete: () => [],
    inspect: () => null,
    variables: (): Variable[] => variablesOf(scope),
    uncaught(thrown) {
      if (thrown === stopped || (thrown instanceof Error && thrown.name === "PythonError")) return; // Python tells its own
      const { traceback } = failureOf(thrown);
      outputs.print("stderr", `Uncaught, and awaited by nobody:\n${traceback.join("\n")}\n`);
    },
    scope,
  };
}

export interface TypescriptSession extends Language {
  /** What was thrown where no cell catches it: by a timer, or a promise that nobody awaits. */
  uncaught(thrown: unknown): void;
  scope: Scope;
}
