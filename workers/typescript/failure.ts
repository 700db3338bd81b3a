import type { CellSyntaxError } from "./compile";
import { ownFrames } from "./frames";
import { inspect, messageOf, nameOf, titleOf } from "./inspect";

/** An error as the border sends it. */
export interface Failure {
  name: string;
  message: string;
  traceback: string[];
}

/** What a cell threw, with the reader's own lines and none of the kernel's. */
export function failureOf(thrown: unknown): Failure {
  if (!(thrown instanceof Error)) {
    const message = inspect(thrown);
    return { name: "Uncaught", message, traceback: [`Uncaught: ${message}`] };
  }
  return { name: nameOf(thrown), message: messageOf(thrown), traceback: tracebackOf(thrown) };
}

function tracebackOf(error: Error, depth = 0): string[] {
  const cause: unknown = Object.getOwnPropertyDescriptor(error, "cause")?.value;
  const members: unknown = Object.getOwnPropertyDescriptor(error, "errors")?.value;
  return [
    ...(cause !== undefined && depth < 5
      ? [...reasonOf(cause, depth), "", "The above error was the cause of the following one:", ""]
      : []),
    ...repeated(ownFrames(error).map(({ text, code }) => (code ? `${text}\n    ${code}` : text))),
    titleOf(error),
    ...(Array.isArray(members) && depth < 2
      ? members
          .slice(0, 5)
          .flatMap((member) => reasonOf(member, depth).map((line) => `  | ${line.replaceAll("\n", "\n  | ")}`))
      : []),
  ];
}

const reasonOf = (cause: unknown, depth: number) =>
  cause instanceof Error ? tracebackOf(cause, depth + 1) : [inspect(cause)];

/** Frames with those of a recursion counted instead of repeated. */
function repeated(frames: readonly string[]): string[] {
  const shown: string[] = [];
  for (let i = 0; i < frames.length; ) {
    let same = 1;
    while (frames[i + same] === frames[i]) same++;
    shown.push(frames[i]!);
    if (same > 3) shown.push(`[the line above ${same - 1} more times]`);
    i += same > 3 ? same : 1;
  }
  return shown;
}

/** Code that is not TypeScript, with a caret below the place. */
export function syntaxFailure(error: CellSyntaxError, count: number, code: string): Failure {
  const { message, place } = error;
  if (!place) return { name: "SyntaxError", message, traceback: [`Cell In[${count}]`, `SyntaxError: ${message}`] };
  const line = code.split("\n")[place.line - 1] ?? "";
  const indent = line.length - line.trimStart().length;
  const caret = `${" ".repeat(4 + Math.max(0, place.column - indent))}^`;
  const traceback = [`Cell In[${count}], line ${place.line}`, `    ${line.trim()}`, caret, `SyntaxError: ${message}`];
  return { name: "SyntaxError", message, traceback };
}
