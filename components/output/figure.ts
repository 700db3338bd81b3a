/*
 * A Plotly figure is a stranger's: it can name pictures and links of other places, and text in it is half HTML. So it is
 * built anew from what is written down here, and from nothing else.
 */

import { isObject, nearest } from "../notebook/exactJson";
import type { Json } from "../notebook/nbformat";

/** The figure cannot be shown; `reason` is for the table of words. */
export class BadFigure extends Error {
  constructor(
    readonly reason: "noFigure" | "unknownTrace" | "tooManyPoints",
    readonly detail = "",
  ) {
    super(`${reason} ${detail}`);
  }
}

export const limits = { points: 2_000_000, traces: 200, text: 2_000, marks: 500 } as const;

export type Figure = { data: Json[]; layout: Json };

/** What a value may be: a checker that gives it back, cleaned, or undefined. */
type Kind = (value: unknown) => unknown;
type Fields = { [name: string]: Kind };

const number: Kind = (value) => (typeof value === "number" && Number.isFinite(value) ? value : undefined);
const flag: Kind = (value) => (typeof value === "boolean" ? value : undefined);
const word: Kind = (value) => (typeof value === "string" && /^[\w+.\- ()]{0,60}$/.test(value) ? value : undefined);
const format: Kind = (value) =>
  typeof value === "string" && value.length <= 60 ? value.replace(/[<>]/g, "") : undefined;
const colour: Kind = (value) =>
  typeof value === "string" && /^(?:#[\da-f]{3,8}|[a-z]{1,30}|(?:rgb|hsl)a?\([\d.,\s%]{1,40}\))$/i.test(value)
    ? value
    : undefined;
/** Text with the few marks that change its look; links and all other marks go. */
const text: Kind = (value) =>
  typeof value === "string"
    ? value.slice(0, limits.text).replace(/<(?!\/?(?:b|i|em|strong|sub|sup|br|extra)\s*\/?>)[^>]*>?/gi, "")
    : typeof value === "number"
      ? String(value)
      : undefined;
const either =
  (...kinds: Kind[]): Kind =>
  (value) => {
    for (const kind of kinds) {
      const clean = kind(value);
      if (clean !== undefined) return clean;
    }
    return undefined;
  };
const list =
  (kind: Kind): Kind =>
  (value) =>
    Array.isArray(value) && value.length <= limits.points ? value.map((item) => kind(item) ?? null) : undefined;
const fields =
  (table: Fields): Kind =>
  (value) =>
    isObject(value) ? cleaned(value, table) : undefined;

const plainValue = either(number, flag, (value) => (typeof value === "string" ? text(value) : undefined));
const typedNames = /^(?:[iu][124]|f[48]|u?int(?:8|16|32)|float(?:32|64)|uint8c|uint8_clamped)$/;
/** Numbers as bytes in base64, as Plotly's Python writes them. */
const typed: Kind = (value) => {
  if (!isObject(value)) return undefined;
  const { dtype, bdata, shape } = value;
  if (typeof dtype !== "string" || !typedNames.test(dtype) || typeof bdata !== "string") return undefined;
  if (bdata.length > limits.points * 11 || !/^[A-Za-z0-9+/]*={0,2}$/.test(bdata)) return undefined;
  return typeof shape === "string" && /^[\d, ]{1,40}$/.test(shape) ? { dtype, bdata, shape } : { dtype, bdata };
};
const values = either(typed, list(plainValue));
const matrix = either(typed, list(list(plainValue)), list(plainValue));
const scale = either(word, list(list(either(number, colour))));
const texts = either(text, list(text));
const numbers = either(number, typed, list(number));
const colours = either(colour, number, typed, list(either(colour, number)));

const font = fields({ color: colour, size: number, weight: either(number, word), style: word });
const title = either(text, fields({ text, font, x: number, y: number, xanchor: word, yanchor: word }));
const line = fields({ color: colours, width: numbers, dash: word, shape: word, smoothing: number, simplify: flag });
const colourBar = fields({
  title,
  thickness: number,
  len: number,
  x: number,
  y: number,
  tickformat: format,
  nticks: number,
});
const colouring: Fields = {
  colorscale: scale,
  autocolorscale: flag,
  reversescale: flag,
  showscale: flag,
  cauto: flag,
  cmin: number,
  cmax: number,
  cmid: number,
  colorbar: colourBar,
  coloraxis: word,
};
const marker = fields({
  ...colouring,
  color: colours,
  colors: list(colour),
  size: numbers,
  sizemode: word,
  sizeref: number,
  sizemin: number,
  symbol: either(word, list(word)),
  opacity: numbers,
  line,
  cornerradius: number,
});
const errorBars = fields({
  type: word,
  array: values,
  arrayminus: values,
  value: number,
  valueminus: number,
  symmetric: flag,
  visible: flag,
  color: colour,
  thickness: number,
  width: number,
});
const bins = fields({ start: either(number, text), end: either(number, text), size: either(number, word) });

/** What our own figures say of the values behind a trace, for their description: engine/plot/. */
const meta = fields({
  about: word,
  ...Object.fromEntries(
    [
      "count",
      "unfit",
      "low",
      "high",
      "xLow",
      "xHigh",
      "mean",
      "std",
      "peakFrom",
      "peakTo",
      "peakCount",
      "rows",
      "columns",
      "blockRows",
      "blockColumns",
      "first",
      "last",
      "every",
    ].map((name) => [name, number]),
  ),
});

const common: Fields = {
  meta,
  name: text,
  visible: either(flag, word),
  showlegend: flag,
  legendgroup: word,
  opacity: number,
  xaxis: word,
  yaxis: word,
  x: values,
  y: values,
  x0: either(number, text),
  y0: either(number, text),
  dx: number,
  dy: number,
  text: texts,
  textposition: either(word, list(word)),
  textfont: font,
  hovertext: texts,
  hoverinfo: word,
  hovertemplate: texts,
  texttemplate: texts,
  customdata: matrix,
  orientation: word,
  cliponaxis: flag,
  zorder: number,
};
const gridded: Fields = {
  ...colouring,
  z: matrix,
  zauto: flag,
  zmin: number,
  zmax: number,
  zmid: number,
  zsmooth: either(flag, word),
  xgap: number,
  ygap: number,
  transpose: flag,
  hoverongaps: flag,
};
const contours = fields({
  start: number,
  end: number,
  size: number,
  coloring: word,
  showlines: flag,
  showlabels: flag,
  labelfont: font,
  type: word,
  operation: word,
  value: numbers,
});
const binned: Fields = {
  histnorm: word,
  histfunc: word,
  nbinsx: number,
  nbinsy: number,
  xbins: bins,
  ybins: bins,
  autobinx: flag,
  autobiny: flag,
};
const spread: Fields = {
  ...common,
  marker,
  line,
  fillcolor: colour,
  width: number,
  pointpos: number,
  jitter: number,
  offsetgroup: word,
  alignmentgroup: word,
  notched: flag,
  boxpoints: either(word, flag),
  boxmean: either(flag, word),
  quartilemethod: word,
  q1: values,
  q3: values,
  median: values,
  mean: values,
  sd: values,
  lowerfence: values,
  upperfence: values,
  points: either(word, flag),
  box: fields({ visible: flag, width: number, fillcolor: colour, line }),
  meanline: fields({ visible: flag, color: colour, width: number }),
  side: word,
  scalemode: word,
  scalegroup: word,
  span: list(number),
  spanmode: word,
  bandwidth: number,
  whiskerwidth: number,
};

/** The traces that are drawn here, and what each may say. */
export const traces: { [type: string]: Fields } = {
  scatter: {
    ...common,
    mode: word,
    marker,
    line,
    fill: word,
    fillcolor: colour,
    connectgaps: flag,
    stackgroup: word,
    groupnorm: word,
    error_x: errorBars,
    error_y: errorBars,
  },
  bar: {
    ...common,
    marker,
    width: numbers,
    offset: numbers,
    base: either(number, values),
    textangle: number,
    insidetextanchor: word,
    constraintext: word,
    error_x: errorBars,
    error_y: errorBars,
    offsetgroup: word,
    alignmentgroup: word,
  },
  histogram: { ...common, ...binned, marker, cumulative: fields({ enabled: flag, direction: word }), bingroup: word },
  box: spread,
  violin: spread,
  heatmap: { ...common, ...gridded },
  contour: { ...common, ...gridded, contours, line, ncontours: number, autocontour: flag, connectgaps: flag },
  histogram2d: { ...common, ...gridded, ...binned },
  histogram2dcontour: { ...common, ...gridded, ...binned, contours, line, ncontours: number, autocontour: flag },
  pie: {
    ...common,
    labels: values,
    values,
    marker,
    hole: number,
    pull: numbers,
    sort: flag,
    direction: word,
    rotation: number,
    textinfo: word,
    insidetextorientation: word,
    automargin: flag,
    domain: fields({ x: list(number), y: list(number) }),
  },
};

const axis = fields({
  title,
  type: word,
  range: list(either(number, text)),
  autorange: either(flag, word),
  visible: flag,
  showgrid: flag,
  zeroline: flag,
  showline: flag,
  mirror: either(flag, word),
  side: word,
  anchor: word,
  overlaying: word,
  position: number,
  domain: list(number),
  matches: word,
  scaleanchor: word,
  scaleratio: number,
  constrain: word,
  tickmode: word,
  nticks: number,
  tick0: either(number, text),
  dtick: either(number, word),
  tickvals: values,
  ticktext: list(text),
  tickformat: format,
  tickprefix: text,
  ticksuffix: text,
  tickangle: number,
  tickfont: font,
  showticklabels: flag,
  ticks: word,
  categoryorder: word,
  categoryarray: values,
  automargin: either(flag, word),
  fixedrange: flag,
  rangemode: word,
  exponentformat: word,
  gridcolor: colour,
  linecolor: colour,
  zerolinecolor: colour,
});
const place = either(number, text);
const layout: Fields = {
  title,
  showlegend: flag,
  barmode: word,
  bargap: number,
  bargroupgap: number,
  barnorm: word,
  boxmode: word,
  violinmode: word,
  hovermode: either(flag, word),
  dragmode: either(flag, word),
  height: number,
  width: number,
  font,
  margin: fields({ l: number, r: number, t: number, b: number, pad: number }),
  legend: fields({
    x: number,
    y: number,
    xanchor: word,
    yanchor: word,
    orientation: word,
    title,
    font,
    traceorder: word,
  }),
  colorway: list(colour),
  coloraxis: fields(colouring),
  grid: fields({ rows: number, columns: number, pattern: word, roworder: word, xgap: number, ygap: number }),
  annotations: (value) =>
    few(value, {
      text,
      x: place,
      y: place,
      xref: word,
      yref: word,
      showarrow: flag,
      arrowhead: number,
      arrowcolor: colour,
      ax: number,
      ay: number,
      xanchor: word,
      yanchor: word,
      align: word,
      font,
      bgcolor: colour,
      textangle: number,
      xshift: number,
      yshift: number,
      opacity: number,
    }),
  shapes: (value) =>
    few(value, {
      type: (shape) => (["line", "rect", "circle"].includes(shape as string) ? shape : "line"),
      x0: place,
      x1: place,
      y0: place,
      y1: place,
      xref: word,
      yref: word,
      line,
      fillcolor: colour,
      opacity: number,
      layer: word,
    }),
};

const few = (value: unknown, table: Fields) =>
  Array.isArray(value)
    ? value
        .slice(0, limits.marks)
        .filter(isObject)
        .map((item) => cleaned(item, table))
    : undefined;

function cleaned(value: Json, table: Fields): Json {
  const clean: Json = {};
  for (const [name, kind] of Object.entries(table)) {
    const kept = Object.hasOwn(value, name) ? kind(value[name]) : undefined;
    if (kept !== undefined && kept !== null) clean[name] = kept;
  }
  return clean;
}

/**
 * What of the figure is drawn here.
 *
 * @throws {BadFigure} if that is none, or holds a kind of trace that is not drawn here, or too much
 */
export function readFigure(figure: unknown): Figure {
  const given = nearest(figure);
  if (!isObject(given) || !Array.isArray(given.data)) throw new BadFigure("noFigure");
  if (given.data.length > limits.traces) throw new BadFigure("tooManyPoints");
  const data = given.data.filter(isObject).map((trace) => {
    const type = typeof trace.type === "string" ? trace.type : "scatter";
    const known = type === "scattergl" ? "scatter" : type === "heatmapgl" ? "heatmap" : type;
    if (!Object.hasOwn(traces, known)) throw new BadFigure("unknownTrace", type.slice(0, 40));
    return { ...cleaned(trace, traces[known]!), type: known };
  });
  if (data.reduce((sum, trace) => sum + pointsOf(trace), 0) > limits.points) throw new BadFigure("tooManyPoints");
  const asked = isObject(given.layout) ? given.layout : {};
  const clean = cleaned(asked, layout);
  for (const [name, value] of Object.entries(asked))
    if (/^[xy]axis\d{0,2}$/.test(name)) clean[name] = axis(value) ?? {};
  return { data, layout: clean };
}

/** How many numbers a trace draws. */
export function pointsOf(trace: Json): number {
  const count = (value: unknown): number => {
    if (Array.isArray(value))
      return value.reduce<number>((sum, item) => sum + (Array.isArray(item) ? item.length : 1), 0);
    return isObject(value) && typeof value.bdata === "string" ? Math.floor(value.bdata.length / 1.34) : 0;
  };
  return Math.max(...["x", "y", "z", "values"].map((name) => count(trace[name])));
}
