/** How a value offers further forms of itself, as in Deno's notebooks. */
const display = Symbol.for("Jupyter.display");

export type Trace = { readonly type: string; readonly [key: string]: unknown };

/** A drawing as data: Plotly's figure, and a line of text that says what it shows. */
export class Figure {
  constructor(
    readonly data: readonly Trace[],
    readonly layout: { readonly [key: string]: unknown },
    readonly text: string,
  ) {}

  /** Plotly's JSON. */
  toJson(): string {
    return JSON.stringify({ data: this.data, layout: this.layout });
  }

  toString(): string {
    return `<${this.text}>`;
  }

  [display](): { [mime: string]: unknown } {
    const { data, layout } = this;
    return { "text/plain": this.toString(), "application/vnd.plotly.v1+json": { data, layout } };
  }
}

/** What every plot takes. */
export interface PlotOptions {
  title?: string | undefined;
  /** What stands along the axes. */
  xlabel?: string | undefined;
  ylabel?: string | undefined;
}

export const titled = ({ title, xlabel, ylabel }: PlotOptions) => ({
  ...(title !== undefined && { title: { text: title } }),
  xaxis: xlabel === undefined ? {} : { title: { text: xlabel } },
  yaxis: ylabel === undefined ? {} : { title: { text: ylabel } },
});

/** The legend over the plot, where it takes no width; only where several traces must be told apart. */
export const legendOf = (traces: number) => ({
  showlegend: traces > 1,
  ...(traces > 1 && { legend: { orientation: "h", x: 1, xanchor: "right", y: 1, yanchor: "bottom" } }),
});

/** Beyond so many numbers a list travels as bytes. */
const longest = 2_000;

/** Numbers as Plotly reads them: a list, or the bytes of float32 in base64. What is not finite leaves a gap. */
export function packed(values: readonly number[] | Float64Array, shape?: readonly [number, number]): unknown {
  if (values.length <= longest) {
    const list = Array.from(values, (x) => (Number.isFinite(x) ? x : null));
    if (!shape) return list;
    return Array.from({ length: shape[0] }, (_, row) => list.slice(row * shape[1], (row + 1) * shape[1]));
  }
  const bytes = new Uint8Array(Float32Array.from(values, (x) => (Number.isFinite(x) ? x : Number.NaN)).buffer);
  let binary = "";
  for (let start = 0; start < bytes.length; start += 32_768)
    binary += String.fromCharCode(...bytes.subarray(start, start + 32_768));
  return { dtype: "f4", bdata: btoa(binary), ...(shape && { shape: shape.join(", ") }) };
}
