/*
 * What is used of the compiler that Monaco brings along; that package has no types for it.
 * Source: TypeScript 5.9, typescript.d.ts.
 */

export interface Compiler {
  SyntaxKind: { readonly [kind: string]: number };
  NodeFlags: { readonly Let: number; readonly Const: number };
  ScriptTarget: { readonly ESNext: number };
  ModuleKind: { readonly ESNext: number };
  ModuleResolutionKind: { readonly Bundler: number };
  DiagnosticCategory: { readonly Error: number };
  ScriptSnapshot: { fromString(text: string): unknown };
  createSourceFile(name: string, text: string, target: number): SourceFile;
  createLanguageService(host: LanguageServiceHost): LanguageService;
  flattenDiagnosticMessageText(message: unknown, newLine: string): string;
  /** Everything that it can say, by names of its own. */
  Diagnostics: { readonly [name: string]: { key: string; code: number; message: string } };
  setLocalizedDiagnosticMessages(messages: { [key: string]: string }): void;
}

export interface Node {
  kind: number;
  pos: number;
  end: number;
  flags: number;
}
export interface Identifier extends Node {
  text: string;
}
export interface SourceFile extends Node {
  statements: readonly Statement[];
}
/** Every field that some statement has which declares something. */
export interface Statement extends Node {
  name?: Binding;
  modifiers?: readonly Node[];
  declarationList?: Node & { declarations: readonly { name: Binding }[] };
  exportClause?: { elements?: readonly { name: Identifier }[] };
  importClause?: {
    name?: Identifier;
    namedBindings?: Node & { name?: Identifier; elements?: readonly { name: Identifier }[] };
  };
}
/** A name, or a pattern of them; an element that is left out has no name. */
export type Binding = Node & { text?: string; elements?: readonly (Node & { name?: Binding })[] };

export interface LanguageServiceHost {
  getCompilationSettings(): { [option: string]: unknown };
  getScriptFileNames(): string[];
  getScriptVersion(name: string): string;
  getScriptSnapshot(name: string): unknown;
  getCurrentDirectory(): string;
  getDefaultLibFileName(): string;
  fileExists(name: string): boolean;
  readFile(name: string): string | undefined;
  resolveModuleNameLiterals(
    literals: readonly Identifier[],
    from: string,
  ): { resolvedModule: { resolvedFileName: string; extension: string } | undefined }[];
}

export interface LanguageService {
  getSyntacticDiagnostics(name: string): Diagnostic[];
  getSemanticDiagnostics(name: string): Diagnostic[];
  getCompletionsAtPosition(name: string, at: number, options: object): { entries: CompletionEntry[] } | undefined;
  getCompletionEntryDetails(
    name: string,
    at: number,
    entry: string,
    format: object,
    source: string | undefined,
    preferences: object,
    data: unknown,
  ): CompletionDetails | undefined;
  getQuickInfoAtPosition(name: string, at: number): QuickInfo | undefined;
  getSignatureHelpItems(name: string, at: number, options: object): SignatureItems | undefined;
}

export interface Span {
  start: number;
  length: number;
}
export type Part = { text: string; kind: string };
export type Tag = { name: string; text?: Part[] };
export interface Diagnostic extends Partial<Span> {
  code: number;
  category: number;
  messageText: unknown;
}
export interface CompletionEntry {
  name: string;
  kind: string;
  kindModifiers?: string;
  sortText: string;
  insertText?: string;
  replacementSpan?: Span;
  source?: string;
  data?: unknown;
}
export interface CompletionDetails {
  displayParts: Part[];
  documentation?: Part[];
  tags?: Tag[];
  codeActions?: { changes: { textChanges: { span: Span; newText: string }[] }[] }[];
}
export interface QuickInfo {
  textSpan: Span;
  displayParts?: Part[];
  documentation?: Part[];
  tags?: Tag[];
}
export interface SignatureItems {
  selectedItemIndex: number;
  argumentIndex: number;
  items: {
    prefixDisplayParts: Part[];
    suffixDisplayParts: Part[];
    separatorDisplayParts: Part[];
    parameters: { displayParts: Part[]; documentation: Part[] }[];
    documentation: Part[];
    tags: Tag[];
  }[];
}
