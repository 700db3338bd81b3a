import { withoutEscapes } from "./ansi";

/** A line of a traceback; one that names a cell's line has it between `before` and `after`. */
export type TraceLine =
  | { text: string }
  | { before: string; link: string; after: string; count: number; line: number; code?: string };

/** How programs name a line of a cell: ours in both languages, and IPython's in its versions. */
const frames = [
  /^(\s*)(File "<cell (\d+)>", line (\d+))(.*)$/,
  /^(\s*at (?:[^(]*\()?)(<?cell (\d+)>?:(\d+)(?::\d+)?)(.*)$/,
  /^()(Cell In ?\[(\d+)\], line (\d+))(.*)$/,
  /^(\s*File )(Cell In\[(\d+)\]:(\d+))(.*)$/,
];

/**
 * A traceback's lines. `code` is the text of the frame's line as it was printed, where it was: with it one can tell whether
 * the cell still says the same.
 */
export function traceLines(traceback: readonly string[]): TraceLine[] {
  const lines = withoutEscapes(traceback.join("\n")).trimEnd().split("\n");
  return lines.map((text, index) => {
    for (const frame of frames) {
      const match = frame.exec(text);
      if (!match) continue;
      const [, before = "", link = "", count, line, after = ""] = match;
      const next = lines[index + 1];
      const code = next !== undefined && /^ {4}(?!\d+ )\S/.test(next) ? next.trim() : undefined; // IPython's has a number before it
      return { before, link, after, count: Number(count), line: Number(line), ...(code !== undefined && { code }) };
    }
    return { text };
  });
}

/** The traceback without the last lines that repeat what the error's own line says, and without an empty end. */
export function withoutRepeated(lines: TraceLine[], name: string, message: string): TraceLine[] {
  const repeated = `${name}: ${message}`.split("\n").length;
  const tail = lines.slice(-repeated);
  const [first] = tail;
  const isRepeated =
    first !== undefined && "text" in first && new RegExp(`^(?:[\\w.]+\\.)?${escaped(name)}\\b`).test(first.text);
  return isRepeated ? lines.slice(0, -repeated) : lines;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
