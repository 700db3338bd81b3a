import type { DType } from "../dtype";
import { Assembler } from "./assembler";
import { defineElementwise, type ElementKernel } from "./elementwise";
import { defineFunctions } from "./functions";
import { Heap, mostPages, pageBytes } from "./heap";
import { defineLook, type LookKernels } from "./look";
import { defineNormals, type NormalKernels } from "./normals1";
import { defineNormals2, type Normal2Kernels } from "./normals2";
import { definePolar, type PolarKernels } from "./polar";
import { defineProducts, type ProductKernels } from "./products";
import { defineReductions, type ReductionKernels } from "./reductions";
import { defineWords, type WordKernels } from "./words";

/** The compiled functions. Addresses and steps are in bytes, counts in elements. */
export type Kernels = ProductKernels &
  NormalKernels &
  ReductionKernels &
  LookKernels &
  WordKernels &
  PolarKernels &
  Normal2Kernels & { readonly [elementwise: `${string}_${DType}`]: ElementKernel | undefined };

/** The kernels and the memory they work in. */
export interface Machine {
  kernels: Kernels;
  heap: Heap;
}

const tableStart = 16;

/**
 * The module's binary and the tables it reads, written by our own assembler in a few milliseconds: there is no build step
 * and no file to fetch.
 */
export function assemble(): { binary: Uint8Array<ArrayBuffer>; tables: Uint8Array } {
  const module = new Assembler(tableStart, { initial: 1, maximum: mostPages });
  defineProducts(module);
  defineNormals(module);
  defineElementwise(module);
  defineFunctions(module);
  defineReductions(module);
  defineWords(module);
  definePolar(module);
  defineNormals2(module);
  defineLook(module);
  if (module.tableEnd > pageBytes) throw new RangeError("the kernels' tables must fit into the first page");
  return { binary: module.toBytes(), tables: module.tableBytes };
}

let loaded: Machine | null | undefined;
let wanted = true;

/** The machine, made at its first use; null where WebAssembly's vectors or a shared memory are missing, or switched off. */
export function machine(): Machine | null {
  if (!wanted) return null;
  if (loaded === undefined) loaded = load();
  return loaded;
}

function load(): Machine | null {
  const { binary, tables } = assemble();
  const heap = Heap.open(pageBytes);
  if (!heap) return null;
  new Uint8Array(heap.memory.buffer, tableStart, tables.length).set(tables);
  try {
    const instance = new WebAssembly.Instance(new WebAssembly.Module(binary), { engine: { memory: heap.memory } });
    return { kernels: instance.exports as unknown as Kernels, heap };
  } catch {
    return null; // no vectors here; the plain operations give the same bits
  }
}

/** Switch the kernels on or off; the results are the same. Returns what was set before. */
export function useKernels(on: boolean): boolean {
  const before = wanted;
  wanted = on;
  return before;
}

/** Whether kernels do the work; else the plain operations do, for want of vectors or because they are switched off. */
export function kernelsInUse(): boolean {
  return machine() !== null;
}
