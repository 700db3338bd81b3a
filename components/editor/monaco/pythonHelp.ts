import * as monaco from "monaco-editor/editor/editor.api.js";
import type { CompletionKind } from "../../../workers/protocol";
import type { EditorHelp } from "../help";
import { callHelp, complete, hover, type Offer, type Question } from "../python/answers";
import { loadSurface } from "../python/surface";
import { asCode, asMarkdown } from "./markdown";
import { helpOf } from "./models";

const { CompletionItemKind: Kind } = monaco.languages;
const kinds: { [K in CompletionKind]: monaco.languages.CompletionItemKind } = {
  class: Kind.Class,
  constant: Kind.Constant,
  function: Kind.Function,
  keyword: Kind.Keyword,
  method: Kind.Method,
  module: Kind.Module,
  parameter: Kind.Property,
  property: Kind.Field,
  text: Kind.Text,
  variable: Kind.Variable,
};

/** The live variables answer at once or not at all. */
const liveMs = 300;
const soon = <T>(answer: Promise<T>, otherwise: T): Promise<T> =>
  Promise.race([answer.catch(() => otherwise), new Promise<T>((resolve) => setTimeout(resolve, liveMs, otherwise))]);

type Model = monaco.editor.ITextModel;

async function questionAt(model: Model, position: monaco.Position): Promise<Question & { help: EditorHelp }> {
  const help = helpOf(model);
  const surface = await loadSurface();
  return { surface, above: help.above(), source: model.getValue(), offset: model.getOffsetAt(position), help };
}

/** Completions, descriptions and signatures in Python: from reading the cells, and from the live variables. */
export function registerPythonHelp(): void {
  monaco.languages.registerCompletionItemProvider("python", {
    triggerCharacters: ["."],
    async provideCompletionItems(model, position) {
      const { help, ...question } = await questionAt(model, position);
      const [read, live] = [complete(question), await soon(help.complete(question.source, question.offset), [])];
      const known = new Map(read.map((offer) => [offer.text, offer]));
      // what runs knows better what a name is than reading does, but not what it is for
      const all: Offer[] = [...read];
      for (const offer of live) {
        const twin = known.get(offer.text);
        if (!twin) all.push(offer);
        else if (!twin.detail || twin.detail === twin.text) twin.detail = offer.detail;
      }
      return { suggestions: all.map((offer, index) => suggestion(offer, index, model, position)) };
    },
  });

  monaco.languages.registerHoverProvider("python", {
    async provideHover(model, position) {
      const { help, ...question } = await questionAt(model, position);
      const read = hover(question);
      const live = await soon(help.inspect(question.source, question.offset), null);
      if (!read && !live) return null;
      const start = read?.start ?? live!.from;
      const end = read?.end ?? live!.to;
      const isUnsure = !read || (read.description.kind === "variable" && !read.description.doc);
      const headline = isUnsure
        ? (live?.signature ?? read?.description.headline ?? live!.name)
        : read.description.headline;
      const doc = isUnsure ? (live?.documentation ?? read?.description.doc) : read.description.doc;
      const contents = [asCode(headline, "python"), doc && asMarkdown(doc), live?.value && asCode(live.value, "")];
      return {
        range: monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end)),
        contents: contents
          .filter((value) => value !== undefined && value !== "")
          .map((value) => ({ value: value as string })),
      };
    },
  });

  monaco.languages.registerSignatureHelpProvider("python", {
    signatureHelpTriggerCharacters: ["(", ","],
    signatureHelpRetriggerCharacters: [")", "="],
    async provideSignatureHelp(model, position) {
      const { help: _, ...question } = await questionAt(model, position);
      const found = callHelp(question);
      if (!found) return null;
      const { headline, params = [], doc } = found.description;
      return {
        value: {
          signatures: [
            {
              label: headline,
              documentation: doc ? { value: asMarkdown(doc) } : undefined,
              parameters: placesOf(headline, params),
            },
          ],
          activeSignature: 0,
          activeParameter: found.active < 0 ? params.length : found.active,
        },
        dispose: () => {},
      };
    },
  });
}

/** Where each parameter stands in the headline. */
function placesOf(headline: string, params: readonly string[]): monaco.languages.ParameterInformation[] {
  let at = headline.indexOf("(") + 1;
  return params.map((param) => {
    const start = headline.indexOf(param, at);
    at = start + param.length;
    return { label: [start, at] };
  });
}

function suggestion(
  { text, from, kind, detail, documentation }: Offer,
  index: number,
  model: Model,
  position: monaco.Position,
): monaco.languages.CompletionItem {
  const isArgument = text.endsWith("=");
  return {
    label: text,
    kind: kinds[kind],
    insertText: text,
    filterText: isArgument ? text.slice(0, -1) : text,
    // the answers come with the likeliest first; an argument's name beats what merely begins alike
    sortText: String(index).padStart(6, "0"),
    detail,
    documentation: documentation ? { value: asMarkdown(documentation) } : undefined,
    range: monaco.Range.fromPositions(model.getPositionAt(from), position),
    command: isArgument ? { id: "editor.action.triggerSuggest", title: "" } : undefined,
  };
}
