import { renderToStaticMarkup } from "react-dom/server";
import type { Notebook } from "../notebook/nbformat";
import type { Language } from "../text";
import { ExportedPage, type Extras } from "./ExportedPage";

/** The notebook as one HTML file that needs nothing beside itself and runs nothing. */
export function htmlText(notebook: Notebook, name: string, reader: Language, extras?: Extras): string {
  return `<!doctype html>\n${renderToStaticMarkup(<ExportedPage {...{ notebook, name, reader, extras }} />)}\n`;
}

/** Whether formulas stand in it. */
export const holdsMath = (html: string) => html.includes('class="katex');
