import type { loadPyodide, PyodideAPI } from "pyodide";
import type { RuntimeFiles } from "../sandbox/messages";
import { type Packages, placePackages } from "./packages";

// WebKit's own errors, as of a failed fetch, have no stack, and Pyodide takes only what has one for an error: a cell that
// awaits such a promise would wait for ever
if (!("stack" in Error.prototype))
  Object.defineProperty(Error.prototype, "stack", { value: "", writable: true, configurable: true });

/** Written in by the build: the `info` block of Pyodide's lock file, which it wants to see and compares with itself. */
declare const LOCK_INFO: object;

/**
 * Starts Python from bytes alone, with our packages: nothing is fetched. Returns the compiled module too; given to a
 * later boot it saves the compilation.
 *
 * Without `snapshot.bin` Python starts from nothing. From the snapshot it takes a fifth of the time. A snapshot that does not fit the runtime is left aside.
 */
export async function bootPython(files: RuntimeFiles, known?: WebAssembly.Module) {
  const compiled = known ? Promise.resolve(known) : compile(files);
  try {
    return await boot(files, compiled);
  } catch (error) {
    if (!files.has("snapshot.bin")) throw error;
    console.warn("Python starts without its snapshot:", error);
    return await boot(new Map([...files].filter(([name]) => name !== "snapshot.bin")), compiled);
  }
}

async function boot(files: RuntimeFiles, compiled: Promise<WebAssembly.Module>) {
  const snapshot = files.has("snapshot.bin") ? bytesOf(files, "snapshot.bin") : undefined;
  const [{ loadPyodide: load }, { default: createPyodideModule }, library, packages] = await Promise.all([
    importModule(files, "pyodide.mjs") as Promise<{ loadPyodide: typeof loadPyodide }>,
    importModule(files, "pyodide.asm.mjs") as Promise<{ default: never }>,
    bytesOf(files, "python_stdlib.zip"),
    inflate(files, "packages.json").json() as Promise<Packages>,
  ]);
  const instantiate = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (_, imports) => {
    const module = await compiled;
    return { module, instance: await WebAssembly.instantiate(module, imports) };
  };
  try {
    const python: PyodideAPI = await load({
      // Pyodide appends "/pyodide.asm.wasm", which here becomes a fragment; what it fetches from the empty blob is thrown away
      indexURL: `${urlOf("", "application/wasm")}#`,
      createPyodideModule,
      stdLibURL: urlOf(library, ""),
      lockFileContents: JSON.stringify({ info: LOCK_INFO, packages: {} }),
      ...(snapshot && { _loadSnapshot: snapshot }),
    });
    placePackages(python, packages);
    return { python, module: await compiled };
  } finally {
    WebAssembly.instantiateStreaming = instantiate;
  }
}

function compile(files: RuntimeFiles): Promise<WebAssembly.Module> {
  const headers = { "content-type": "application/wasm" };
  return WebAssembly.compileStreaming(new Response(inflate(files, "pyodide.asm.wasm").body, { headers }));
}

async function importModule(files: RuntimeFiles, name: string): Promise<unknown> {
  return import(urlOf(await inflate(files, name).text(), "text/javascript"));
}

async function bytesOf(files: RuntimeFiles, name: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await inflate(files, name).arrayBuffer());
}

function inflate(files: RuntimeFiles, name: string): Response {
  const file = files.get(name);
  if (!file) throw new Error(`The runtime's file ${name} is missing.`);
  return new Response(file.stream().pipeThrough(new DecompressionStream("gzip")));
}

function urlOf(content: BlobPart, type: string): string {
  return URL.createObjectURL(new Blob([content], { type }));
}
