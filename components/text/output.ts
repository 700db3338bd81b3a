import type { Table } from "./table";

/** What a cell put out. */
export const output = {
  output: { en: "Output", zh: "输出" },
  errors: { en: "Error output", zh: "错误输出" },
  hiddenLines: {
    en: (n: string) => `… ${n} more lines`,
    zh: (n: string) => `…… 此处省略 ${n} 行`,
  },
  showAll: { en: (n: string) => `Show all ${n} lines`, zh: (n: string) => `显示全部 ${n} 行` },
  showFewer: { en: "Show fewer lines", zh: "收起" },
  moreOutputs: {
    en: (n: string, left: string) => `Show ${n} more outputs of ${left}`,
    zh: (n: string, left: string) => `再显示 ${n} 项输出（共余 ${left} 项）`,
  },
  longLine: {
    en: (n: string) => `… (${n} more characters in this line)`,
    zh: (n: string) => `……（本行还有 ${n} 个字符）`,
  },
  lostLines: {
    en: (n: string) => `${n} lines in the middle were too many to keep.`,
    zh: (n: string) => `中间 ${n} 行过多，未能保留。`,
  },
  lostCharacters: {
    en: (n: string) => `${n} characters were too many to keep.`,
    zh: (n: string) => `有 ${n} 个字符过多，未能保留。`,
  },
  notKept: {
    en: (n: string) => `${n} earlier lines were not kept.`,
    zh: (n: string) => `更早的 ${n} 行未保留。`,
  },
  pages: { en: "Pages of this output", zh: "输出分页" },
  firstPage: { en: "First lines", zh: "最前面的行" },
  pageBack: { en: "Lines before", zh: "上一页" },
  pageOn: { en: "Lines after", zh: "下一页" },
  lastPage: { en: "Last lines", zh: "最后的行" },
  pageLines: {
    en: (from: string, to: string, all: string) => `Lines ${from}–${to} of ${all}`,
    zh: (from: string, to: string, all: string) => `第 ${from}–${to} 行，共 ${all} 行`,
  },
  copy: { en: "Copy", zh: "复制" },
  copied: { en: "Copied", zh: "已复制" },
  copyTooLong: { en: "Could not be copied; download it", zh: "无法复制，请下载" },
  download: { en: "Download", zh: "下载" },
  cut: {
    en: (outputs: string, characters: string) => `${outputs} more outputs (${characters} characters) were not kept.`,
    zh: (outputs: string, characters: string) => `其余 ${outputs} 个输出（${characters} 个字符）未保留。`,
  },
  widget: {
    en: "An interactive widget of another program: its Python side is not here. This is its text.",
    zh: "其他程序的交互控件，此处没有它的 Python 端，仅显示其文本。",
  },
  damaged: { en: "This output is damaged and is shown as text.", zh: "此输出已损坏，改为显示文本。" },
  brokenImage: { en: "This picture cannot be shown.", zh: "无法显示此图片。" },
  htmlOutput: { en: "HTML output", zh: "HTML 输出" },
  isolated: { en: "isolated", zh: "已隔离" },
  isolatedHint: {
    en: "This HTML stands in a frame of its own: no scripts, no forms, nothing from the network.",
    zh: "此 HTML 位于独立框架中：不运行脚本，不提交表单，不访问网络。",
  },
  jsonCount: { en: (n: string) => (n === "1" ? "1 item" : `${n} items`), zh: (n: string) => `${n} 项` },
  noFigure: { en: (_: string) => "This is no Plotly figure.", zh: (_: string) => "这不是 Plotly 图。" },
  unknownTrace: {
    en: (type: string) => `Plotly's ${type} charts are not drawn here.`,
    zh: (type: string) => `此处不绘制 Plotly 的 ${type} 图。`,
  },
  tooManyPoints: {
    en: (_: string) => "This figure has more than 2,000,000 points, too many to draw.",
    zh: (_: string) => "此图超过 2,000,000 个点，无法绘制。",
  },
  noPlotly: { en: "Plotly could not be loaded.", zh: "无法加载 Plotly。" },
  figure: {
    en: (title: string, traces: string) => `Chart${title && `: ${title}`}. ${traces}.`,
    zh: (title: string, traces: string) => `图表${title && `：${title}`}。${traces}。`,
  },
  moreTraces: { en: (n: number) => `${n} more series`, zh: (n: number) => `另有 ${n} 组` },
  points: { en: (n: string) => (n === "1" ? "with 1 value" : `with ${n} values`), zh: (n: string) => `${n} 个值` },
  fromTo: { en: (a: string, b: string) => `from ${a} to ${b}`, zh: (a: string, b: string) => `从 ${a} 到 ${b}` },
  figureAs: { en: (format: string) => `Download ${format}`, zh: (format: string) => `下载 ${format}` },
  traceKinds: {
    line: { en: "Line", zh: "折线" },
    scatter: { en: "Points", zh: "散点" },
    bar: { en: "Bars", zh: "柱形" },
    histogram: { en: "Histogram", zh: "直方图" },
    box: { en: "Box plot", zh: "箱线图" },
    violin: { en: "Violin plot", zh: "小提琴图" },
    heatmap: { en: "Heatmap", zh: "热力图" },
    contour: { en: "Contours", zh: "等高线" },
    histogram2d: { en: "Two-dimensional histogram", zh: "二维直方图" },
    histogram2dcontour: { en: "Contours of a histogram", zh: "直方图等高线" },
    pie: { en: "Pie", zh: "饼图" },
  },
  progress: { en: "Progress", zh: "进度" },
  perSecond: { en: (n: string) => `${n}/s`, zh: (n: string) => `${n}/秒` },
  timeLeft: { en: (time: string) => `${time} left`, zh: (time: string) => `剩余 ${time}` },
  onlyAs: {
    en: (types: string) => `An output of a kind that is not shown here: ${types}`,
    zh: (types: string) => `此处无法显示的输出类型：${types}`,
  },
} as const satisfies Table;
