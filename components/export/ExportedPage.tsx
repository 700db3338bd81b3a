import type { ReactNode } from "react";
import { Coloured } from "../editor/StaticCode";
import { stillOf } from "../lens/still";
import { Prose } from "../markdown/Prose";
import { nearest } from "../notebook/exactJson";
import { languageOf } from "../notebook/language";
import type { Cell, CodeCell, Json, Notebook, Output } from "../notebook/nbformat";
import { cutOf } from "../notebook/outputs";
import { withoutEscapes } from "../output/ansi";
import { cutWords } from "../output/cutWords";
import LatexOutput from "../output/LatexOutput";
import { type Language, languages, say } from "../text";
import { langOf, proseLanguage } from "../text/proseLanguage";
import { foreignStyle, pageStyle } from "./pageStyle";
import type { Picture } from "./plotPictures";

/** What cannot be known here and comes from outside. */
export type Extras = {
  /** The style sheet and the fonts that formulas need, if there are any. */
  mathStyle?: string;
  /** Pictures of outputs that only a program can draw. */
  pictures?: ReadonlyMap<Output, Picture>;
  /** A stranger's HTML made harmless; without this its text is shown. */
  harmlessHtml?(html: string): string;
};

type Props = { notebook: Notebook; name: string; reader: Language; extras?: Extras };

/** Nothing is fetched and nothing runs, whatever an output holds. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'";

/** The whole file: the notebook with its outputs, to read, print and keep. */
export function ExportedPage({ notebook, name, reader, extras = {} }: Props) {
  const prose = notebook.cells.filter((cell) => cell.cell_type === "markdown").map((cell) => cell.source);
  const language = proseLanguage(prose.join("\n\n")) ?? reader;
  return (
    <html lang={languages[language]}>
      <head>
        <meta charSet="utf-8" />
        <meta httpEquiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="generator" content="Sporebook" />
        <title>{titleOf(prose) ?? name}</title>
        {/* both texts are ours */}
        <style dangerouslySetInnerHTML={{ __html: pageStyle }} />
        {extras.mathStyle && <style dangerouslySetInnerHTML={{ __html: extras.mathStyle }} />}
      </head>
      <body>
        <main>
          {notebook.cells.map((cell, index) => (
            <section key={cell.id} id={cell.id} lang={langOfCell(cell, language)}>
              <CellOnPage
                cell={cell}
                frame={notebook}
                {...{ language, extras, name: say(language, "codeCell", index + 1) }}
              />
            </section>
          ))}
        </main>
        <footer>{say(language, "exportedBy")}</footer>
      </body>
    </html>
  );
}

/** The words of the first heading, without its marks. */
function titleOf(prose: string[]): string | undefined {
  const heading = /^#{1,3}[ \t]+(.+)$/m.exec(prose.join("\n"))?.[1];
  return heading?.replace(/[`*_$]|\[|\]\([^)]*\)/g, "").trim();
}

const langOfCell = (cell: Cell, around: Language) =>
  cell.cell_type === "markdown" ? langOf(cell.source, around) : undefined;

/** `name` is what the cell is called: "Code cell 3". */
type Part<T> = T & { language: Language; extras: Extras; name: string };

function CellOnPage({ cell, frame, language, extras, name }: Part<{ cell: Cell; frame: Notebook }>) {
  if (cell.cell_type === "markdown")
    return <Prose source={cell.source} attachments={cell.attachments as Json | undefined} />;
  if (cell.cell_type === "raw") return <pre className="raw">{cell.source}</pre>;
  const { outputs } = cell as CodeCell;
  return (
    <div className="cell" translate="no">
      {cell.source !== "" && (
        <Scrolled className="source" label={name} isShort={fits(cell.source)}>
          <code>
            <Coloured source={cell.source} language={languageOf(cell, frame)} />
          </code>
        </Scrolled>
      )}
      {outputs.length > 0 && (
        <div className="out">
          {outputs.map((output, index) => (
            <OutputOnPage
              key={index}
              {...{ output, language, extras }}
              name={`${name}, ${say(language, "output")} ${index + 1}`}
            />
          ))}
        </div>
      )}
    </div>
  );
}

function OutputOnPage({ output, language, extras, name }: Part<{ output: Output }>) {
  const cut = cutOf(output);
  if (cut) return <p>{cutWords(language, cut)}</p>;
  if (output.output_type === "stream") {
    const isError = output.name === "stderr";
    return <Text className={isError ? "stderr" : undefined} text={output.text} name={name} />;
  }
  if (output.output_type === "error") return <ErrorOnPage output={output} name={name} />;
  const { "text/plain": plain, "text/html": html, "text/markdown": prose, "text/latex": formulas } = output.data;
  const words = typeof plain === "string" && plain.length <= 200 ? plain : say(language, "picture");
  const address = pictureIn(output.data);
  const picture = extras.pictures?.get(output) ?? (address ? { address, words } : undefined);
  if (picture)
    return (
      <div>
        <img src={picture.address} alt={picture.words} />
      </div>
    );
  if (typeof html === "string" && extras.harmlessHtml) return <Foreign html={extras.harmlessHtml(html)} />;
  if (typeof prose === "string")
    return (
      <div lang={langOf(prose, language)}>
        <Prose source={prose} />
      </div>
    );
  if (typeof formulas === "string") return <LatexOutput data={formulas} about={{}} plain="" />;
  if (typeof plain !== "string" && "application/json" in output.data)
    return <Text text={JSON.stringify(nearest(output.data["application/json"]), null, 2)} name={name} />;
  if (typeof plain === "string") {
    const still = stillOf(output.data);
    return (
      <>
        <Text text={plain} name={name} />
        {still && (
          <div>
            <img src={still.address} alt={still.words} />
          </div>
        )}
      </>
    );
  }
  const types = Object.keys(output.data).join(", ");
  return types === "" ? null : <p>{say(language, "onlyAs", types)}</p>;
}

/** HTML with a style sheet of its own, which neither takes ours nor changes it. */
function Foreign({ html }: { html: string }) {
  const root = { shadowrootmode: "open" };
  return (
    <div className="foreign">
      <template {...root} dangerouslySetInnerHTML={{ __html: `<style>${foreignStyle}</style>${html}` }} />
    </div>
  );
}

type ErrorOutput = Extract<Output, { output_type: "error" }>;

function ErrorOnPage({ output, name }: { output: ErrorOutput; name: string }) {
  const headline = `${output.ename}: ${output.evalue}`;
  const traceback = withoutEscapes(output.traceback.join("\n")).trimEnd();
  const where = traceback.endsWith(headline) ? traceback.slice(0, -headline.length) : traceback;
  return (
    <Scrolled className="error" label={name}>
      <strong>{headline}</strong>
      {where.trim() !== "" && `\n\n${where.trimEnd()}`}
    </Scrolled>
  );
}

/** Printed text; it scrolls when it is long. */
function Text({ className, text, name }: { className?: string; text: string; name: string }) {
  const clean = withoutEscapes(text).replace(/\n$/, "");
  return (
    <Scrolled className={className} label={name} isShort={fits(clean)}>
      {clean}
    </Scrolled>
  );
}

/** Whether text is seen whole on every screen: no longer than its frame and no wider than that of a telephone. */
function fits(text: string): boolean {
  const lines = text.split("\n", 31);
  return lines.length <= 30 && lines.every((line) => line.length <= 36);
}

type Scroll = { className?: string; label: string; isShort?: boolean; children: ReactNode };

/** Text as printed, in a frame that keys can scroll where it is not short. */
function Scrolled({ className, label, isShort = false, children }: Scroll) {
  const text = <pre className="text">{children}</pre>;
  if (isShort) return <section className={className}>{text}</section>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled with the keys
    <section className={className} tabIndex={0} aria-label={label}>
      {text}
    </section>
  );
}

/** The address of a picture that the bundle holds ready. */
function pictureIn(bundle: Json): string | undefined {
  for (const mime of ["image/png", "image/jpeg", "image/gif", "image/webp"])
    if (typeof bundle[mime] === "string") return `data:${mime};base64,${bundle[mime].replace(/\s/g, "")}`;
  const svg = bundle["image/svg+xml"];
  return typeof svg === "string" ? `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}` : undefined;
}
