/*
 * What is used of the compiler that Monaco brings along; the package has no types for it. Source: TypeScript 5.9,
 * typescript.d.ts.
 */
declare module "monaco-editor/languages/features/typescript/lib/typescriptServices.js" {
  export const typescript: import("./compiler").Compiler;
}
declare module "monaco-editor/languages/features/typescript/lib/lib.js" {
  /** The compiler's own declarations, by file name ("lib.es5.d.ts"). */
  export const libFileMap: { readonly [name: string]: string };
}
