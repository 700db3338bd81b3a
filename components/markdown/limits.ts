/** What is longer, in characters, is not set: it would hold the page for too long. */
const longest = 60_000;
/** So many signs of formulas are set as such; in a longer text they stay as they are written. */
const mostFormulaSigns = 1_000;

/** Whether a text can be set at all: not longer, nor deeper nested, than anybody would write. */
export function isSettable(source: string): boolean {
  return source.length <= longest && !/^(?:[ \t]*(?:>|[-*+]|\d{1,9}[.)])){60}|^[ \t]{200}/m.test(source);
}

export function hasTooManyFormulas(source: string): boolean {
  let count = 0;
  for (let at = source.indexOf("$"); at >= 0; at = source.indexOf("$", at + 1))
    if (++count > mostFormulaSigns) return true;
  return false;
}
