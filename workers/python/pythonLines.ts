import type { PyCallable } from "pyodide/ffi";
import { startPython } from "./testing";

/** A Python with our packages, for tests that read what code prints and raises. */
export async function openPythonLines() {
  const python = await startPython();
  const run = python.runPython(`
import io, contextlib, textwrap

def run(code, names={}):
    names = names or {"__name__": "__main__"}
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(textwrap.dedent(code), "cell", "exec"), names)
    return out.getvalue()

def fail(setup, code):
    names = {"__name__": "__main__"}
    run(setup, names)
    try:
        value = eval(code, names)
    except Exception as error:
        return f"{type(error).__name__}: {error.args[0] if error.args else ''}"
    return f"no error, but {value!r}"

run, fail
`) as unknown as { get(index: number): PyCallable };
  const [runCode, failCode] = [run.get(0), run.get(1)];
  return {
    /** What the code prints. */
    prints: (code: string): string => runCode(code) as string,
    /** Class and message of what an expression raises. */
    raises: (setup: string, code: string): string => failCode(setup, code) as string,
  };
}
