import { transform } from "sucrase";
import { CellSyntaxError, type Place } from "./syntaxError";

/** TypeScript as the JavaScript that it means, every line where it was. @throws {CellSyntaxError} */
export function stripTypes(code: string): string {
  try {
    // imports stay though this cell does not use them: a later one may
    return transform(code, { transforms: ["typescript"], disableESTransforms: true, keepUnusedImports: true }).code;
  } catch (error) {
    throw jsxError(code) ?? fromSucrase(error);
  }
}

const jsxRefusal = "JSX is not part of a cell's TypeScript: there is nothing here that elements could be made of.";

/** What to say of code that would be well-formed if JSX were allowed, which is what the reader then meant. */
export function jsxError(code: string): CellSyntaxError | undefined {
  return isJsx(code) ? new CellSyntaxError(jsxRefusal, placeOfJsx(code)) : undefined;
}

function isJsx(code: string): boolean {
  if (!/<[A-Za-z>]/.test(code)) return false;
  try {
    const { code: made } = transform(code, {
      transforms: ["typescript", "jsx"],
      jsxRuntime: "classic",
      production: true,
    });
    return /\bReact\.(createElement|Fragment)\b/.test(made);
  } catch {
    return false;
  }
}

/** The first `<` that may open an element. */
function placeOfJsx(code: string): Place {
  const before = code.slice(0, Math.max(0, code.search(/<[A-Za-z>]/)));
  const line = before.split("\n");
  return { line: line.length, column: line.at(-1)!.length };
}

/** "Error transforming cell: message (2:5)". */
function fromSucrase(error: unknown): CellSyntaxError {
  const message = error instanceof Error ? error.message : String(error);
  const place = /\((\d+):(\d+)\)$/.exec(message);
  const words = message.replace(/^Error transforming [^:]*: /, "").replace(/\s*\(\d+:\d+\)$/, "");
  return new CellSyntaxError(words, place ? { line: Number(place[1]), column: Number(place[2]) - 1 } : undefined);
}
