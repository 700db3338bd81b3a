/**
 * `text` after `chunk` was written behind it, with carriage return and backspace as in a terminal: the first goes back
 * to the line's start, the second one character, and what follows is written over what stands there. A carriage return
 * at the very end is kept until one sees what follows it.
 *
 * text  what an earlier call gave back, or ""
 */
export function overwritten(text: string, chunk: string): string {
  const pending = text.endsWith("\r");
  if (!pending && !/[\r\b]/.test(chunk)) return text + chunk;
  const start = text.lastIndexOf("\n") + 1;
  const tail = (text.slice(start) + chunk).replace(/\r+\n/g, "\n");
  return text.slice(0, start) + tail.split("\n").map(overwrittenLine).join("\n");
}

function overwrittenLine(line: string): string {
  if (!/[\r\b]/.test(line)) return line;
  const pending = line.endsWith("\r");
  const body = pending ? line.replace(/\r+$/, "") : line;
  const shown: string[] = [];
  let at = 0;
  for (const character of body) {
    if (character === "\r") at = 0;
    else if (character === "\b") at = Math.max(0, at - 1);
    else shown[at++] = character;
  }
  return shown.join("") + (pending ? "\r" : "");
}
