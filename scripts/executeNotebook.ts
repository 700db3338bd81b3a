import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { NotebookError, notebookText, parseNotebook } from "../components/notebook/file";
import { codeOf, languageOf } from "../components/notebook/language";
import { type Notebook, referenceOf } from "../components/notebook/nbformat";
import { outputsAfter } from "../components/notebook/outputs";
import { openNodeKernel } from "../workers/node";
import type { Outcome, RunEvent } from "../workers/protocol";

const usage = "Usage: npm run execute -- notebook.ipynb [--out out.ipynb]";

/** What ends the command with exit code 2: one line that says why. */
class Refusal extends Error {}

/**
 * Runs a notebook's code cells in order and writes the notebook with their outputs; after one that raises no other runs.
 * Returns the exit code: 0, 1 if a cell raised, 2 if there was nothing to run.
 */
export async function executeNotebook(args: string[], packages: string): Promise<number> {
  try {
    const { path, out } = readArguments(args);
    const notebook = readNotebook(path);
    const outcome = await runCells(notebook, packages);
    write(notebookText(notebook), out);
    return outcome === "ok" ? 0 : 1;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(error.message);
    return 2;
  }
}

function readArguments(args: string[]): { path: string; out?: string } {
  try {
    const { values, positionals } = parseArgs({ args, options: { out: { type: "string" } }, allowPositionals: true });
    const [path, ...more] = positionals;
    if (path !== undefined && more.length === 0) return { path, out: values.out };
  } catch {
    // told below, as for every other wrong use
  }
  throw new Refusal(usage);
}

function readNotebook(path: string): Notebook {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === "ENOENT" ? "there is no such file" : code === "EISDIR" ? "it is a folder" : code;
    throw new Refusal(`${path} cannot be read: ${reason}.`);
  }
  try {
    return parseNotebook(text);
  } catch (error) {
    if (!(error instanceof NotebookError)) throw error;
    throw new Refusal(`${path}: ${error.message.replace(/\s+/g, " ")}`);
  }
}

/** Runs the cells and leaves their outputs in the notebook; says how the last one that ran ended. */
async function runCells(notebook: Notebook, packages: string): Promise<Outcome> {
  const kernel = await openNodeKernel(packages);
  let outcome: Outcome = "ok";
  for (const cell of notebook.cells) {
    if (cell.cell_type !== "code") continue;
    cell.outputs = [];
    cell.execution_count = null;
    if (outcome !== "ok" || cell.source.trim() === "") continue;
    const report = (event: RunEvent) => {
      if (event.type === "started") cell.execution_count = event.executionCount;
      if (event.type === "done") outcome = event.outcome;
      cell.outputs = outputsAfter(cell.outputs, event, cell.execution_count);
    };
    const run = kernel.run(
      {
        id: cell.id,
        code: codeOf(cell.source),
        language: languageOf(cell, notebook),
        reference: referenceOf(notebook),
      },
      report,
    );
    await run.catch((error: Error) => console.error(`Python broke in cell ${cell.execution_count}: ${error.message}`));
  }
  return outcome;
}

function write(text: string, out: string | undefined): void {
  if (out === undefined) {
    writeFileSync(1, text);
    return;
  }
  try {
    writeFileSync(out, text);
  } catch (error) {
    throw new Refusal(`${out} cannot be written: ${(error as NodeJS.ErrnoException).code}.`);
  }
}
