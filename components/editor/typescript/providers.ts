import * as monaco from "monaco-editor/editor/editor.api.js";
import type { TypeClient } from "./client";
import { asMarkdown, codeBlock } from "./markdown";
import type { Suggestion } from "./service";

const { CompletionItemKind } = monaco.languages;

/** Monaco's sign for each kind of thing that the compiler tells apart. Source: TypeScript, `ScriptElementKind`. */
const kinds: { readonly [kind: string]: monaco.languages.CompletionItemKind } = {
  keyword: CompletionItemKind.Keyword,
  "primitive type": CompletionItemKind.Keyword,
  var: CompletionItemKind.Variable,
  let: CompletionItemKind.Variable,
  const: CompletionItemKind.Constant,
  "local var": CompletionItemKind.Variable,
  parameter: CompletionItemKind.Variable,
  alias: CompletionItemKind.Variable,
  property: CompletionItemKind.Field,
  getter: CompletionItemKind.Field,
  setter: CompletionItemKind.Field,
  function: CompletionItemKind.Function,
  "local function": CompletionItemKind.Function,
  method: CompletionItemKind.Method,
  constructor: CompletionItemKind.Constructor,
  class: CompletionItemKind.Class,
  interface: CompletionItemKind.Interface,
  type: CompletionItemKind.Interface,
  "type parameter": CompletionItemKind.TypeParameter,
  enum: CompletionItemKind.Enum,
  "enum member": CompletionItemKind.EnumMember,
  module: CompletionItemKind.Module,
  "external module name": CompletionItemKind.Module,
  string: CompletionItemKind.Value,
};

type Item = monaco.languages.CompletionItem & { asked?: { id: string; offset: number; name: string } };

/** Lets Monaco ask the type service about TypeScript cells. `cellOf` names the cell that a text belongs to. */
export function registerTypes(
  client: TypeClient,
  cellOf: (model: monaco.editor.ITextModel) => string | undefined,
): monaco.IDisposable {
  /** Calls `ask` with the cell and the offset. An answer that comes while the word is typed on is still good: Monaco filters it. */
  async function about<T>(
    model: monaco.editor.ITextModel,
    position: monaco.Position,
    token: monaco.CancellationToken,
    ask: (id: string, offset: number) => Promise<T | null>,
  ): Promise<T | null> {
    const id = cellOf(model);
    if (id === undefined) return null;
    const found = await ask(id, model.getOffsetAt(position));
    return token.isCancellationRequested || model.isDisposed() ? null : found;
  }

  const completion = monaco.languages.registerCompletionItemProvider("typescript", {
    triggerCharacters: [".", '"', "'", "`", "/", "@", "<", "#"],
    provideCompletionItems: (model, position, _context, token) =>
      about(model, position, token, async (id, offset) => {
        const word = model.getWordUntilPosition(position);
        const found = await client.suggestions(id, offset);
        const usual = new monaco.Range(position.lineNumber, word.startColumn, position.lineNumber, word.endColumn);
        return { suggestions: found.map((one) => toItem(one, model, usual, { id, offset, name: one.name })) };
      }),
    resolveCompletionItem: async (item: Item) => {
      if (!item.asked) return item;
      const { id, offset, name } = item.asked;
      const found = await client.describe(id, offset, name);
      if (!found) return item;
      const documentation = { value: asMarkdown(found.text) };
      return { ...item, detail: found.code, documentation };
    },
  });

  const hover = monaco.languages.registerHoverProvider("typescript", {
    provideHover: (model, position, token) =>
      about(model, position, token, async (id, offset) => {
        const found = await client.hint(id, offset);
        if (!found) return null;
        return {
          range: rangeOf(model, found),
          contents: [{ value: codeBlock(found.code) }, { value: asMarkdown(found.text) }],
        };
      }),
  });

  const signatures = monaco.languages.registerSignatureHelpProvider("typescript", {
    signatureHelpTriggerCharacters: ["(", ",", "<"],
    signatureHelpRetriggerCharacters: [")"],
    provideSignatureHelp: (model, position, token) =>
      about(model, position, token, async (id, offset) => {
        const found = await client.callHint(id, offset);
        if (!found) return null;
        const value: monaco.languages.SignatureHelp = {
          activeSignature: found.selected,
          activeParameter: found.argument,
          signatures: found.ways.map(({ code, text, parameters }) => ({
            label: code,
            documentation: { value: asMarkdown(text) },
            parameters: parameters.map(({ from, to, text }) => ({
              label: [from, to],
              documentation: { value: asMarkdown(text) },
            })),
          })),
        };
        return { value, dispose: () => {} };
      }),
  });

  return {
    dispose() {
      for (const one of [completion, hover, signatures]) one.dispose();
    },
  };
}

function toItem(
  { kind, sortText, insert, from, to, name, isDeprecated }: Suggestion,
  model: monaco.editor.ITextModel,
  usual: monaco.Range,
  asked: Item["asked"],
): Item {
  return {
    label: name,
    kind: kinds[kind] ?? CompletionItemKind.Variable,
    sortText,
    insertText: insert,
    range: from === undefined || to === undefined ? usual : rangeOf(model, { from, to }),
    ...(isDeprecated && { tags: [monaco.languages.CompletionItemTag.Deprecated] }),
    asked,
  };
}

export function rangeOf(model: monaco.editor.ITextModel, { from, to }: { from: number; to: number }): monaco.Range {
  return monaco.Range.fromPositions(model.getPositionAt(from), model.getPositionAt(to));
}
