import { isObject } from "../notebook/exactJson";
import type { Json, Output } from "../notebook/nbformat";
import { tensorMime } from "./mime";

/** What an output says of its numbers, unread. */
export function rawForm(output: Output): Json | null {
  if (output.output_type !== "display_data" && output.output_type !== "execute_result") return null;
  const form = output.data[tensorMime];
  return isObject(form) ? form : null;
}

/** The form, or those of its members. */
export const partsOf = (form: Json): Json[] => (Array.isArray(form.members) ? form.members.filter(isObject) : [form]);

/** Under which names the kernel knows the numbers of these outputs. */
export function handlesOf(outputs: readonly Output[]): string[] {
  return outputs
    .flatMap((output) => {
      const form = rawForm(output);
      return form ? partsOf(form).map(({ handle }) => handle) : [];
    })
    .filter((handle) => typeof handle === "string");
}

/** The outputs as a file keeps them: without the names that only this session's kernel knows. */
export function withoutHandles(outputs: readonly Output[]): readonly Output[] {
  if (handlesOf(outputs).length === 0) return outputs;
  return outputs.map((output) => {
    const form = rawForm(output);
    if (!form) return output;
    const { handle: _gone, ...kept } = form;
    const members = Array.isArray(form.members) && {
      members: form.members.map((member) => {
        if (!isObject(member)) return member;
        const { handle: _too, ...rest } = member;
        return rest;
      }),
    };
    return { ...output, data: { ...(output.data as Json), [tensorMime]: { ...kept, ...members } } } as Output;
  });
}
