import type { Notebook, Output } from "../notebook/nbformat";
import { describe } from "../output/describe";
import { type Figure, readFigure } from "../output/figure";
import type { Language } from "../text";

const mime = "application/vnd.plotly.v1+json";

/** How many figures are drawn for one page. */
const most = 60;

export type Picture = { address: string; words: string };

/** Pictures of the Plotly figures, which only a program can draw; of one that cannot be drawn there is none. */
export async function plotPictures(notebook: Notebook, reader: Language): Promise<Map<Output, Picture>> {
  const pictures = new Map<Output, Picture>();
  const outputs = notebook.cells.flatMap((cell) => (cell.cell_type === "code" ? (cell.outputs as Output[]) : []));
  for (const output of outputs) {
    if (pictures.size >= most || !isBundle(output) || !(mime in output.data)) continue;
    try {
      const figure = readFigure(output.data[mime]);
      pictures.set(output, { address: await drawn(figure), words: describe(reader, figure) });
    } catch {
      // its text stands for it
    }
  }
  return pictures;
}

type Bundled = Extract<Output, { data: unknown }>;
const isBundle = (output: Output): output is Bundled =>
  output.output_type === "display_data" || output.output_type === "execute_result";

async function drawn({ data, layout }: Figure): Promise<string> {
  const module = await import("plotly.js-cartesian-dist-min");
  const plotly = "default" in module ? (module.default as typeof module) : module;
  const height = typeof layout.height === "number" ? Math.min(900, Math.max(160, layout.height)) : 400;
  const size = { width: 720, height };
  const look = {
    margin: { l: 48, r: 16, t: layout.title ? 48 : 16, b: 40 },
    ...layout,
    ...size,
    paper_bgcolor: "#fff",
    plot_bgcolor: "#fff",
    font: { family: "system-ui, sans-serif", size: 13, color: "#22252a" },
  };
  return plotly.toImage({ data: data as never, layout: look as never }, { format: "svg", ...size });
}
