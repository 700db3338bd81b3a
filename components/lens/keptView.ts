import * as z from "zod/mini";
import { isObject } from "../notebook/exactJson";
import type { Json, Output } from "../notebook/nbformat";
import type { NotebookState } from "../notebook/store";
import { rawForm } from "./bundles";
import type { Choice } from "./choice";
import { measures } from "./tiles";

/*
 * How an output is looked at, as its notebook keeps it in `metadata.sporebook.view`: the view, the slice, what colours a tile; of
 * a list also the member that is open, and how that is looked at. So a notebook opens as its author left it.
 */

const one = {
  as: z.optional(z.enum(["text", "members", "table", "heatmap", "histogram", "statistics"])),
  slice: z.optional(
    z.array(z.union([z.int().check(z.nonnegative()), z.enum(["rows", "columns"])])).check(z.maxLength(64)),
  ),
  colour: z.optional(z.enum(measures)),
};
const schema = z.object({ ...one, member: z.optional(z.int().check(z.nonnegative())), of: z.optional(z.object(one)) });
type One = z.infer<z.ZodMiniObject<typeof one>>;

/** What is chosen for an output, and below it for its members, by their part of the place. */
type Kept = { readonly [part: string]: Choice };

const none: Kept = {};

/** What an output's metadata says; nothing if that is not what it must be. Files may say anything. */
export function keptView(metadata: unknown): Kept {
  const said = isObject(metadata) && isObject(metadata.sporebook) ? metadata.sporebook.view : undefined;
  const read = said === undefined ? null : schema.safeParse(said);
  if (!read?.success) return none;
  const { member, of, ...own } = read.data;
  const isOpen = member !== undefined;
  return {
    "": { ...choiceOf(own), ...(isOpen && { member }) },
    ...(isOpen && of && { [`/${member}`]: choiceOf(of) }),
  };
}

const choiceOf = ({ as, slice, colour }: One): Choice => ({
  ...(as && { view: as }),
  ...(slice && { picks: slice }),
  ...(colour && { measure: colour }),
});

/** A comparison is left out: what it compares ends with the session. */
const oneOf = ({ view, picks, measure }: Choice): One => ({
  ...(view && view !== "compare" && { as: view }),
  ...(picks && { slice: [...picks] }),
  ...(measure && { colour: measure }),
});

/** The outputs of a cell, each with what is chosen for it; one for which nothing is chosen here stays as it is. */
export function withViews(outputs: readonly Output[], id: string, lenses: NotebookState["lenses"]): readonly Output[] {
  const next = outputs.map((output, index) => withView(output, `cell/${id}/${index}`, lenses));
  return next.every((output, index) => output === outputs[index]) ? outputs : next;
}

function withView(output: Output, place: string, lenses: NotebookState["lenses"]): Output {
  const choice = lenses[place];
  if (!choice || !rawForm(output)) return output;
  const isOpen = typeof choice.member === "number";
  const inner = isOpen ? oneOf(lenses[`${place}/${choice.member}`] ?? {}) : {};
  const view = {
    ...oneOf(choice),
    ...(isOpen && { member: choice.member }),
    ...(Object.keys(inner).length > 0 && { of: inner }),
  };
  const metadata = isObject(output.metadata) ? output.metadata : {};
  const { view: before, ...rest } = isObject(metadata.sporebook) ? metadata.sporebook : ({} as Json);
  const isNothing = Object.keys(view).length === 0;
  if (isNothing ? before === undefined : JSON.stringify(before) === JSON.stringify(view)) return output;
  const { sporebook: _, ...others } = metadata;
  const sporebook = isNothing ? rest : { ...rest, view };
  return { ...output, metadata: Object.keys(sporebook).length > 0 ? { ...others, sporebook } : others } as Output;
}

type Runs = NotebookState["runs"];

/**
 * What is chosen, once cells have run again: what their outputs' metadata said before holds for those that took their place.
 * The same object if nothing is new.
 */
export function heldViews(lenses: NotebookState["lenses"], before: Runs, now: Runs): NotebookState["lenses"] {
  let held = lenses;
  if (before === now) return held;
  for (const [id, run] of Object.entries(before)) {
    if (!now[id] || now[id].outputs === run.outputs) continue;
    run.outputs.forEach((output, index) => {
      if (now[id]!.outputs[index] === output) return;
      for (const [part, choice] of Object.entries(keptView(output.metadata))) {
        const place = `cell/${id}/${index}${part}`;
        if (!Object.hasOwn(held, place)) held = { ...held, [place]: choice };
      }
    });
  }
  return held;
}
