import { type Program, parse } from "acorn";
import MagicString from "magic-string";
import { cellFunction } from "../frames";
import { addGuards } from "./guards";
import { type Known, type Rewriting, rewriteNames } from "./rewrite";
import { type Kind, readNames } from "./scopes";
import { jsxError, stripTypes } from "./strip";
import { CellSyntaxError } from "./syntaxError";
import { type AnyNode, isFunction, some } from "./tree";
import { words } from "./words";

export type { Kind } from "./scopes";
export { CellSyntaxError } from "./syntaxError";

/** A cell as a module that exports a function of the session's scope object and of what helps a cell to run. */
export interface CompiledCell {
  js: string;
  /** The names that it leaves to later cells. */
  names: ReadonlyMap<string, Kind>;
  /** Whether it awaits, so that its function gives a promise. */
  isAsync: boolean;
}

/**
 * A cell's TypeScript as JavaScript that runs, each line where the reader wrote it.
 *
 * known     the names of earlier cells
 * isGlobal  whether JavaScript itself has a name
 * @throws {CellSyntaxError}
 */
export function compileCell(code: string, known: Known, isGlobal: (name: string) => boolean): CompiledCell {
  const stripped = stripTypes(code);
  const program = parseCell(stripped, code);
  const names = readNames(program);
  const text = new MagicString(stripped);
  const rewriting: Rewriting = { text, program, names, known, isGlobal };
  const hoisted = rewriteNames(rewriting);
  returnResult(rewriting);
  rewriteImportCalls(program, text);
  const head = addGuards(rewriting);
  const isAsync = program.body.some((statement) => some(statement, awaits, (node) => !isFunction(node)));
  const { scope, kit, tick } = words;
  const opening = `export default ${isAsync ? "async " : ""}function ${cellFunction}(${scope},${kit}){"use strict";const ${tick}=${kit}.tick;`;
  return { js: `${opening}${head}${hoisted}${text.toString()}\n}`, names: names.top.names, isAsync };
}

const awaits = (node: AnyNode) => node.type === "AwaitExpression" || (node.type === "ForOfStatement" && node.await);

function parseCell(stripped: string, code: string): Program {
  try {
    return parse(stripped, {
      ecmaVersion: "latest",
      sourceType: "module",
      allowAwaitOutsideFunction: true,
      checkPrivateFields: true,
    });
  } catch (error) {
    const jsx = jsxError(code);
    if (jsx) throw jsx;
    const { message, loc } = error as Error & { loc?: { line: number; column: number } };
    throw new CellSyntaxError(message.replace(/\s*\(\d+:\d+\)$/, ""), loc && placeIn(code, loc));
  }
}

/** Columns move where types were taken out; the place is looked for by the text that stands there. */
function placeIn(code: string, { line, column }: { line: number; column: number }) {
  return { line, column: Math.min(column, code.split("\n")[line - 1]?.length ?? 0) };
}

/** The last statement's value is the cell's result, unless it is an assignment. */
function returnResult({ program, text }: Rewriting): void {
  const last = program.body.findLast((statement) => statement.type !== "EmptyStatement");
  if (last?.type !== "ExpressionStatement" || last.expression.type === "AssignmentExpression") return;
  text.appendRight(last.start, "return(");
  if (text.original[last.end - 1] === ";") text.update(last.end - 1, last.end, ");");
  else text.prependLeft(last.end, ");");
}

/** `import("numpy")` as a call of the kit's. */
function rewriteImportCalls(node: AnyNode, text: MagicString): void {
  some(node, (inner) => {
    if (inner.type === "ImportExpression")
      text.update(inner.start, inner.start + "import".length, `${words.kit}.importing`);
    return false;
  });
}
