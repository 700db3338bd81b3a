import type { Table } from "./table";

/** The numbers behind an output. */
export const lens = {
  lensViews: { en: "How the numbers are shown", zh: "数值的显示方式" },
  lensView: {
    text: { en: "Text", zh: "文本" },
    members: { en: "Members", zh: "成员" },
    table: { en: "Table", zh: "表格" },
    heatmap: { en: "Heatmap", zh: "热力图" },
    histogram: { en: "Histogram", zh: "直方图" },
    statistics: { en: "Statistics", zh: "统计" },
    compare: { en: "Compare", zh: "比较" },
  },
  lensOf: { en: (what: string) => `Numbers of ${what}`, zh: (what: string) => `${what} 的数值` },
  lensPending: { en: "Being computed…", zh: "正在计算……" },
  lensBusy: {
    en: "A cell is running; this appears as soon as it has ended.",
    zh: "有单元正在运行，结束后会立即显示。",
  },
  lensGone: {
    en: "The values are not kept with the output. Run the cell to see them.",
    zh: "输出中未保存这些值。请运行该单元以查看。",
  },
  lensGoneSlice: {
    en: "Only the slice that was shown first is kept with the output. Run the cell to see others.",
    zh: "输出中只保存了最初显示的切片。请运行该单元以查看其他切片。",
  },
  lensWrong: { en: "The kernel could not answer this.", zh: "内核无法回答此请求。" },
  lensEmpty: {
    en: (shape: string) => `No elements: the shape is ${shape}.`,
    zh: (shape: string) => `没有元素：形状为 ${shape}。`,
  },
  lensNoFinite: { en: "No finite element.", zh: "没有有限的元素。" },
  lensLive: {
    en: "The values may have been changed since they were shown.",
    zh: "这些值在显示之后可能已被更改。",
  },
  lensAxes: { en: "Slice", zh: "切片" },
  lensRows: { en: "Rows", zh: "行" },
  lensColumns: { en: "Columns", zh: "列" },
  lensAxis: {
    en: (n: number, length: string) => `axis ${n} (${length})`,
    zh: (n: number, length: string) => `轴 ${n}（${length}）`,
  },
  lensIndexOf: { en: (n: number) => `Index on axis ${n}`, zh: (n: number) => `轴 ${n} 上的索引` },
  lensUpTo: { en: (n: string) => `of 0–${n}`, zh: (n: string) => `范围 0–${n}` },
  lensTable: {
    en: (rows: string, columns: string) => `Table of ${rows} rows and ${columns} columns`,
    zh: (rows: string, columns: string) => `${rows} 行 ${columns} 列的表格`,
  },
  lensCopy: { en: "Copy", zh: "复制" },
  lensCopied: { en: "Copied", zh: "已复制" },
  lensHeatmap: {
    en: (rows: string, columns: string, low: string, high: string) =>
      `Heatmap of ${rows} rows and ${columns} columns, values from ${low} to ${high}. Arrow keys move over it, Enter shows the place in the table.`,
    zh: (rows: string, columns: string, low: string, high: string) =>
      `${rows} 行 ${columns} 列的热力图，值从 ${low} 到 ${high}。用方向键移动，按 Enter 在表格中查看。`,
  },
  lensHeatmapRole: { en: "heatmap", zh: "热力图" },
  lensReduced: {
    en: (rows: string, columns: string, tall: string, wide: string) =>
      `${rows} × ${columns} elements in ${tall} × ${wide} tiles; each keeps the least, the mean and the greatest of its elements.`,
    zh: (rows: string, columns: string, tall: string, wide: string) =>
      `${rows} × ${columns} 个元素分为 ${tall} × ${wide} 块，每块保留其元素的最小值、平均值和最大值。`,
  },
  lensMeasure: { en: "Colour of a tile", zh: "块的颜色" },
  lensMeasures: {
    mean: { en: "Mean", zh: "平均值" },
    min: { en: "Least", zh: "最小值" },
    max: { en: "Greatest", zh: "最大值" },
  },
  lensTile: {
    en: (place: string, least: string, mean: string, greatest: string) =>
      `${place}: from ${least} to ${greatest}, mean ${mean}`,
    zh: (place: string, least: string, mean: string, greatest: string) =>
      `${place}：从 ${least} 到 ${greatest}，平均 ${mean}`,
  },
  lensPoint: { en: "Point at a place to see its value.", zh: "指向某处以查看其值。" },
  lensScale: { en: "Colour scale", zh: "颜色标尺" },
  lensHistogram: {
    en: (count: string, low: string, high: string, peak: string, from: string, to: string) =>
      `Histogram of ${count} values from ${low} to ${high}; most of them, ${peak} in one bin, from ${from} to ${to}.`,
    zh: (count: string, low: string, high: string, peak: string, from: string, to: string) =>
      `${count} 个值的直方图，从 ${low} 到 ${high}；最高的一组有 ${peak} 个，位于 ${from} 到 ${to}。`,
  },
  lensFrom: { en: "Marked from", zh: "标记起点" },
  lensTo: { en: "Marked to", zh: "标记终点" },
  lensBound: {
    en: (value: string, count: string) => `${value}, ${count} in the bin beside it`,
    zh: (value: string, count: string) => `${value}，相邻一组有 ${count} 个`,
  },
  lensMarkHow: {
    en: "Drag over the bars to mark these elements in the table and the heatmap.",
    zh: "在柱上拖动，即可在表格和热力图中标记这些元素。",
  },
  lensMarked: {
    en: (range: string) => `Marked: ${range}`,
    zh: (range: string) => `已标记：${range}`,
  },
  lensMarkedCount: {
    en: (count: string, all: string, share: string) => `${count} of ${all} elements (${share})`,
    zh: (count: string, all: string, share: string) => `${all} 个元素中的 ${count} 个（${share}）`,
  },
  lensMarkedHere: {
    en: (count: string) => `${count} in this slice`,
    zh: (count: string) => `此切片中 ${count} 个`,
  },
  lensUnmark: { en: "Unmark", zh: "取消标记" },
  lensCount: { en: "count", zh: "数量" },
  lensValue: { en: "value", zh: "值" },
  lensMark: { en: (what: string) => `Mark ${what}`, zh: (what: string) => `标记 ${what}` },
  lensFacts: {
    shape: { en: "Shape", zh: "形状" },
    dtype: { en: "Data type", zh: "数据类型" },
    size: { en: "Elements", zh: "元素个数" },
    bytes: { en: "Bytes", zh: "字节数" },
    min: { en: "Least", zh: "最小值" },
    max: { en: "Greatest", zh: "最大值" },
    mean: { en: "Mean", zh: "平均值" },
    std: { en: "Standard deviation", zh: "标准差" },
    zeros: { en: "Zeros", zh: "零" },
    negative: { en: "Below zero", zh: "负数" },
    nan: { en: "NaN", zh: "NaN（非数）" },
    positiveInf: { en: "+∞", zh: "+∞" },
    negativeInf: { en: "−∞", zh: "−∞" },
    distinct: { en: "Different values", zh: "不同的值" },
    hash: { en: "Hash of the bytes", zh: "字节散列" },
  },
  lensMoreThan: { en: (n: string) => `more than ${n}`, zh: (n: string) => `超过 ${n}` },
  lensMagnitudes: {
    en: "Of complex numbers, the magnitudes are shown.",
    zh: "复数按其模显示。",
  },
  lensMember: { en: "Name", zh: "名称" },
  lensShape: { en: "Shape", zh: "形状" },
  lensDtype: { en: "Data type", zh: "数据类型" },
  lensSize: { en: "Size", zh: "大小" },
  lensSpread: { en: "Histogram", zh: "直方图" },
  lensRange: { en: "From – to", zh: "范围" },
  lensMore: { en: (n: string) => `${n} more are not listed.`, zh: (n: string) => `另有 ${n} 个未列出。` },
  lensOpen: { en: (name: string) => `Look at ${name}`, zh: (name: string) => `查看 ${name}` },
  lensBefore: { en: "Before", zh: "之前" },
  lensAfter: { en: "After", zh: "之后" },
  lensThis: { en: "as shown here", zh: "此处显示的值" },
  lensRevision: {
    en: (n: number, by: string, cell: string) => `revision ${n}: ${by}${cell && `, cell [${cell}]`}`,
    zh: (n: number, by: string, cell: string) => `修订 ${n}：${by}${cell && `，单元 [${cell}]`}`,
  },
  lensCreated: { en: "created", zh: "创建" },
  lensNotKept: { en: "(values not kept)", zh: "（未保留值）" },
  lensChanged: { en: "Changed", zh: "已更改" },
  lensMaxAbs: { en: "Greatest difference", zh: "最大差值" },
  lensMeanAbs: { en: "Mean difference", zh: "平均差值" },
  lensAt: { en: (index: string) => `at ${index}`, zh: (index: string) => `位于 ${index}` },
  lensSame: { en: "Both are equal, element by element.", zh: "两者逐个元素相等。" },
  lensNothingElse: {
    en: "Nothing else of this shape is shown yet. Change the parameter, or show another tensor of the same shape.",
    zh: "尚无其他同形状的数据可比较。请更改该参数，或显示另一个同形状的张量。",
  },
  lensDifference: { en: "Absolute difference", zh: "差的绝对值" },
} as const satisfies Table;
