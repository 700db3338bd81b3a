import { expose } from "comlink";
import { typescript } from "monaco-editor/languages/features/typescript/lib/typescriptServices.js";
import { type Files, openTypeService } from "./service";

/** What the build found the types of a cell to be made of. */
declare const DECLARATIONS: Files;

expose(openTypeService(typescript, DECLARATIONS));
