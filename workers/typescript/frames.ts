/** A place in a cell that an error came through. */
export interface Frame {
  /** The cell's number. */
  count: number;
  line: number;
  /** The function, or "" at the cell's top. */
  name: string;
  /** "Cell In[3], line 2, in f". */
  text: string;
}

/** What a compiled cell's own function is called. */
export const cellFunction = "__cell";

/** The cells that ran, by the address their code was loaded from. */
const cells = new Map<string, { count: number; lines: readonly string[] }>();

/** From now on errors from this address are the cell's. */
export function noteCell(address: string, count: number, code: string): void {
  cells.set(address, { count, lines: code.split("\n") });
}

/** The reader's own line at a place. */
export function sourceLine(address: string, line: number): string | undefined {
  return cells.get(address)?.lines[line - 1];
}

/** "    at f (address:3:5)" in Chromium and Node, "f@address:3:5" in Firefox and Safari. */
const frame = /^\s*(?:at (?:async )?(?:(.*?) \()?|(.*?)@)([^()\s]+?):(\d+):\d+\)?$/;

/** The reader's own frames, the outermost first, each with its line of code. */
export function ownFrames(error: Error): (Frame & { code: string })[] {
  const stack: unknown = Object.getOwnPropertyDescriptor(error, "stack")?.value ?? readStack(error);
  if (typeof stack !== "string") return [];
  const frames = stack.split("\n").flatMap((row) => {
    const found = frame.exec(row);
    if (!found) return [];
    const [, v8, gecko, address = "", at = ""] = found;
    const cell = cells.get(address);
    const line = Number(at);
    if (!cell || line > cell.lines.length) return [];
    const name = functionName(v8 ?? gecko ?? "");
    const text = `Cell In[${cell.count}], line ${line}${name ? `, in ${name}` : ""}`;
    return [{ count: cell.count, line, name, text, code: cell.lines[line - 1]!.trim() }];
  });
  return frames.reverse();
}

function readStack(error: Error): unknown {
  try {
    return error.stack;
  } catch {
    return undefined;
  }
}

/** "Object.f", "async f", "f [as g]", "new A", "A.f", "<anonymous>" as the reader would say it. */
function functionName(raw: string): string {
  const name = raw
    .replace(/^async[ *]+/, "")
    .replace(/ \[as .*\]$/, "")
    .replace(/^(Object|Array|Module|Proxy|Function|__cell)[./](?=.)/, "")
    .replace(/\/<$/, "")
    .replace(/\*$/, "")
    .replace(/^(Timeout|Immediate)\..*/, ""); // whoever called, not the reader
  return name === cellFunction || name === "<anonymous>" || name === "anonymous" || name === "eval code" ? "" : name;
}
