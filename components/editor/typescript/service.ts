import type { Compiler, CompletionEntry, Diagnostic, Part, Span, Tag } from "./compiler";
import { messagesIn } from "./messages";
import { type CellPage, type CellText, createPages } from "./pages";
import { resolvedIn } from "./resolve";

/** Files by path: the compiler's own declarations under /lib, ours under /types. */
export type Files = { readonly [path: string]: string };

/** A mistake; offsets are into the cell's code, in UTF-16 units. */
export type Mistake = { from: number; to: number; message: string; code: number };

/** A name that may stand at a place. */
export type Suggestion = {
  name: string;
  kind: string;
  sortText: string;
  insert: string;
  /** What it takes the place of, if that is not the word before the cursor. */
  from?: number;
  to?: number;
  isDeprecated: boolean;
};

/** Code in one line and what is said about it, both as plain text. */
export type Description = { code: string; text: string };
export type Hint = Description & { from: number; to: number };

/** Every way to call what the cursor stands in; `parameters` are places in `code`. */
export type CallHint = {
  selected: number;
  argument: number;
  ways: (Description & { parameters: { from: number; to: number; text: string }[] })[];
};

/** What is known of cells before anything has run. Cells are named by their ids. */
export interface TypeService {
  /** The language of mistakes from now on; those that were found before keep theirs. */
  speak(language: "zh" | "en"): void;
  /** All TypeScript cells, from top to bottom. */
  setCells(cells: readonly CellText[]): void;
  mistakes(id: string): Mistake[];
  suggestions(id: string, offset: number): Suggestion[];
  describe(id: string, offset: number, name: string): Description | null;
  hint(id: string, offset: number): Hint | null;
  callHint(id: string, offset: number): CallHint | null;
}

const preferences = { includeCompletionsWithInsertText: true, includeCompletionsForModuleExports: false };

export function openTypeService(ts: Compiler, files: Files): TypeService {
  const toPages = createPages(ts);
  const versions = new Map<string, number>();
  let pages = new Map<string, CellPage>();

  const textOf = (name: string) => files[name] ?? pages.get(idOf(name))?.text;
  const service = ts.createLanguageService({
    getCompilationSettings: () => ({
      target: ts.ScriptTarget.ESNext,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      lib: ["lib.es2023.d.ts"],
      strict: true,
      noImplicitAny: false, // a cell is where one tries things out
      useUnknownInCatchVariables: false,
      allowUnreachableCode: true,
      allowUnusedLabels: true,
      skipLibCheck: true,
      noEmit: true,
      types: [],
    }),
    getScriptFileNames: () => [globals, ...[...pages.keys()].map(nameOf)],
    getScriptVersion: (name) => String(versions.get(name) ?? 0),
    getScriptSnapshot: (name) => {
      const text = textOf(name);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => "/",
    getDefaultLibFileName: () => "/lib/lib.es2023.d.ts",
    fileExists: (name) => textOf(name) !== undefined,
    readFile: textOf,
    resolveModuleNameLiterals: (literals, from) =>
      literals.map(({ text }) => ({ resolvedModule: resolvedIn(text, from, (name) => textOf(name) !== undefined) })),
  });

  /** Calls `ask` with the cell's file and how far its code stands from the file's start. */
  function about<T>(id: string, otherwise: T, ask: (name: string, shift: number) => T): T {
    const page = pages.get(id);
    return page ? ask(nameOf(id), page.offset) : otherwise;
  }
  const placeOf = ({ start, length }: Span, shift: number) => ({ from: start - shift, to: start + length - shift });

  return {
    speak: (language) => ts.setLocalizedDiagnosticMessages(messagesIn(language, ts.Diagnostics)),

    setCells(cells) {
      const next = toPages(cells);
      for (const [id, { text }] of next) {
        const name = nameOf(id);
        if (pages.get(id)?.text !== text) versions.set(name, (versions.get(name) ?? 0) + 1);
      }
      pages = next;
    },

    mistakes: (id) =>
      about(id, [], (name, shift) => {
        const all = [...service.getSyntacticDiagnostics(name), ...service.getSemanticDiagnostics(name)];
        return all.flatMap((one) => (isOfCell(one, shift) ? [{ ...placeOf(one, shift), ...said(one) }] : []));
      }),

    suggestions: (id, offset) =>
      about(id, [], (name, shift) => {
        const found = service.getCompletionsAtPosition(name, shift + offset, preferences);
        return (found?.entries ?? []).map((entry) => suggestion(entry, shift));
      }),

    describe: (id, offset, entry) =>
      about(id, null, (name, shift) => {
        const at = shift + offset;
        const found = service.getCompletionEntryDetails(name, at, entry, {}, undefined, preferences, undefined);
        return found ? described(found.displayParts, found.documentation, found.tags) : null;
      }),

    hint: (id, offset) =>
      about(id, null, (name, shift) => {
        const found = service.getQuickInfoAtPosition(name, shift + offset);
        if (!found) return null;
        const { textSpan, displayParts, documentation, tags } = found;
        return { ...placeOf(textSpan, shift), ...described(displayParts, documentation, tags) };
      }),

    callHint: (id, offset) =>
      about(id, null, (name, shift) => {
        const found = service.getSignatureHelpItems(name, shift + offset, {});
        if (!found) return null;
        return {
          selected: found.selectedItemIndex,
          argument: found.argumentIndex,
          ways: found.items.map(({ prefixDisplayParts, suffixDisplayParts, separatorDisplayParts, ...item }) => {
            let code = textFrom(prefixDisplayParts);
            const parameters = item.parameters.map(({ displayParts, documentation }, index) => {
              if (index > 0) code += textFrom(separatorDisplayParts);
              const from = code.length;
              code += textFrom(displayParts);
              return { from, to: code.length, text: textFrom(documentation) };
            });
            code += textFrom(suffixDisplayParts);
            return { code, text: textAbout(item.documentation, item.tags), parameters };
          }),
        };
      }),
  };

  function isOfCell(one: Diagnostic, shift: number): one is Diagnostic & Span {
    return one.category === ts.DiagnosticCategory.Error && one.start !== undefined && one.start >= shift;
  }
  function said({ messageText, code }: Diagnostic): { message: string; code: number } {
    return { message: ts.flattenDiagnosticMessageText(messageText, "\n"), code };
  }
}

const globals = "/types/globals.d.ts";
const nameOf = (id: string) => `/cells/${id}.ts`;
const idOf = (name: string) => /^\/cells\/(.+)\.ts$/.exec(name)?.[1] ?? "";

function suggestion(entry: CompletionEntry, shift: number): Suggestion {
  const { name, kind, sortText, insertText, replacementSpan: span, kindModifiers = "" } = entry;
  return {
    name,
    kind,
    sortText,
    insert: insertText ?? name,
    ...(span && { from: span.start - shift, to: span.start + span.length - shift }),
    isDeprecated: kindModifiers.includes("deprecated"),
  };
}

const textFrom = (parts: readonly Part[] = []) => parts.map(({ text }) => text).join("");

/** That a name came from an earlier cell is the machine's affair: it is shown as it was declared there. */
function described(parts: readonly Part[] = [], documentation?: readonly Part[], tags?: readonly Tag[]): Description {
  const code = textFrom(parts)
    .replace(/^\(alias\) /, "")
    .replace(/\nimport .*$/, "");
  return { code, text: textAbout(documentation, tags) };
}

function textAbout(documentation: readonly Part[] = [], tags: readonly Tag[] = []): string {
  return [textFrom(documentation), ...tags.map(({ name, text }) => `@${name} ${textFrom(text)}`)]
    .filter((line) => line.trim() !== "")
    .join("\n\n");
}
