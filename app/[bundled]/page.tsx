import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Metadata } from "next";
import type { ReactNode } from "react";
import { bundledName, bundledNotebooks, type Slug } from "../../components/library/bundled";
import { Prose } from "../../components/markdown/Prose";
import { parseNotebook } from "../../components/notebook/file";
import type { Notebook } from "../../components/notebook/nbformat";
import type { Language } from "../../components/text";
import { BundledNotebook } from "../BundledNotebook";
import { EarlyKernel } from "../EarlyKernel";

type Address = { params: Promise<{ bundled: Slug }> };

export const dynamicParams = false;
export const generateStaticParams = () => bundledNotebooks.map(({ slug }) => ({ bundled: slug }));

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  const { bundled } = await params;
  const row = bundledNotebooks.find(({ slug }) => slug === bundled)!;
  return { title: `${row.title.en} · Sporebook`, description: `${row.about.en} ${row.about.zh}` };
}

/** A bundled notebook as it stands in the HTML: in both languages, its prose set and its code coloured. */
export default async function Page({ params }: Address) {
  const { bundled: slug } = await params;
  const texts = { zh: read(slug, "zh"), en: read(slug, "en") };
  return (
    <>
      <EarlyKernel />
      <BundledNotebook bundled={{ slug, texts }} prose={{ zh: setProse(texts.zh), en: setProse(texts.en) }} />
    </>
  );
}

function read(slug: Slug, language: Language): Notebook {
  return parseNotebook(readFileSync(join(process.cwd(), "public/tutorials", bundledName(slug, language)), "utf8"));
}

function setProse({ cells }: Notebook): { [id: string]: ReactNode } {
  const texts = cells.filter((cell) => cell.cell_type === "markdown");
  return Object.fromEntries(texts.map(({ id, source }) => [id, <Prose key={id} source={source} />]));
}
