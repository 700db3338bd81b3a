import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ReactNode } from "react";
import { Prose } from "../components/markdown/Prose";
import { parseNotebook } from "../components/notebook/file";
import { tutorialName } from "../components/notebook/files";
import type { Notebook } from "../components/notebook/nbformat";
import type { Language } from "../components/text";
import { Workbench } from "./Workbench";

/** The page as it stands in the HTML: the tutorial in both languages, its prose set and its code coloured. */
export default function Home() {
  const tutorial = { zh: read("zh"), en: read("en") };
  return <Workbench tutorial={tutorial} prose={{ zh: setProse(tutorial.zh), en: setProse(tutorial.en) }} />;
}

function read(language: Language): Notebook {
  return parseNotebook(readFileSync(join(process.cwd(), "public/tutorials", tutorialName(language)), "utf8"));
}

function setProse({ cells }: Notebook): { [id: string]: ReactNode } {
  const texts = cells.filter((cell) => cell.cell_type === "markdown");
  return Object.fromEntries(texts.map(({ id, source }) => [id, <Prose key={id} source={source} />]));
}
