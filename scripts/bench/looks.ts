import { numpy, Tensor } from "../../engine";
import { Looks } from "../../workers/look/looks";
import type { LookRequest, OneForm } from "../../workers/protocol";
import { repr } from "../../workers/typescript/pythonText";

/** A float32 tensor of a shape, in no order, and what a worker does with it; each gives the characters that cross. */
export function openLens(shape: [number, number]) {
  const array = numpy.zeros(shape, "float32");
  const values = array.storage as Float32Array;
  for (let i = 0, state = 1; i < values.length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    values[i] = state / 2 ** 31 + (state & 0xff) / 256;
  }
  const tensor = Tensor.of(array);
  const looks = new Looks(true);
  const asked = (handle: string, request: LookRequest) => {
    const answer = looks.look({ ...request, of: { handle } } as LookRequest);
    if (answer.kind === "refused") throw new Error(answer.message);
    return JSON.stringify(answer).length;
  };
  const show = () => {
    looks.begin(1);
    const form = looks.form(tensor) as OneForm;
    return { form, characters: JSON.stringify({ "text/plain": repr(tensor), form }).length };
  };
  const handle = show().form.handle!;
  // of a new output each time, of which nothing is remembered
  const ask = (request: object) => () => asked(show().form.handle!, request as LookRequest);
  const last = shape.map((length) => length - 40) as [number, number];
  return {
    "read every element once": () => {
      let sum = 0;
      for (const block of blocksOf(values)) for (let i = 0; i < block.length; i++) sum += block[i]!;
      return Number(Number.isNaN(sum));
    },
    "output: text and form": () => show().characters,
    statistics: ask({ kind: "statistics" }),
    histogram: ask({ kind: "histogram" }),
    "heatmap, 256 × 256 tiles": ask({ kind: "picture", rows: 256, columns: 256 }),
    "table, 40 × 40 cells": ask({ kind: "slice", rows: [last[0], shape[0]], columns: [last[1], shape[1]] }),
    "range marked": ask({ kind: "mark", range: [0, 0.5], rows: 256, columns: 256 }),
    "two arrays compared": ask({ kind: "compare", with: { handle }, rows: 128, columns: 128 }),
    "form for the file": ask({ kind: "form" }),
    "heatmap again": () =>
      JSON.stringify(looks.look({ kind: "picture", of: { handle }, rows: 256, columns: 256 })).length,
  };
}

function* blocksOf(values: Float32Array) {
  for (let at = 0; at < values.length; at += 4096) yield values.subarray(at, at + 4096);
}
