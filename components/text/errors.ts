import type { Table } from "./table";

/** Help with errors, and the links from their frames to the cells' lines. */
export const errors = {
  goToLine: {
    en: (line: number, cell: number) => `Go to line ${line} of cell ${cell}`,
    zh: (line: number, cell: number) => `转到单元 ${cell} 的第 ${line} 行`,
  },
  frameEdited: { en: "edited since", zh: "此后已修改" },
  moreFrames: { en: (n: string) => `Show ${n} more lines`, zh: (n: string) => `再显示 ${n} 行` },
  definedIn: {
    en: (name: string, cell: number) => `${name} is defined in cell ${cell}, which has not run since Python started.`,
    zh: (name: string, cell: number) => `${name} 在单元 ${cell} 中定义，该单元在 Python 启动后尚未运行。`,
  },
  definedInGo: { en: (cell: number) => `Go to cell ${cell}`, zh: (cell: number) => `转到单元 ${cell}` },
  hints: {
    wideMark: {
      en: (wide: string, plain: string) => `${wide} is a full-width mark; Python wants ${plain}`,
      zh: (wide: string, plain: string) => `${wide} 是全角符号，Python 需要半角的 ${plain}`,
    },
    wideBlank: {
      en: () => "There is a wide or non-breaking blank in the code; Python wants a plain one.",
      zh: () => "代码中有全角空格或不间断空格，Python 需要普通空格。",
    },
    unclosed: {
      en: (mark: string) => `The closing counterpart of ${mark} is missing.`,
      zh: (mark: string) => `缺少与 ${mark} 配对的右括号。`,
    },
    colonMissing: {
      en: (_: string) => "A line that opens a block (if, for, def, class …) ends with a colon.",
      zh: (_: string) => "开始一个代码块的行（if、for、def、class 等）要以冒号结尾。",
    },
    assignedInCondition: {
      en: () => "= gives a name a value; == asks whether two values are equal.",
      zh: () => "= 是赋值，== 才是判断相等。",
    },
    stringOpen: { en: () => "The closing quote of a text is missing.", zh: () => "字符串缺少结尾的引号。" },
    printWithParentheses: {
      en: () => "print is a function: write print(…).",
      zh: () => "print 是函数，要写成 print(…)。",
    },
    blockExpected: {
      en: (what: string, line: string) => `What belongs to the ${what} on line ${line} must be indented below it.`,
      zh: (what: string, line: string) => `第 ${line} 行的 ${what} 之后，属于它的代码要缩进。`,
    },
    unexpectedIndent: {
      en: () => "This line is indented though no block begins above it.",
      zh: () => "此行多了缩进：上面没有开始新的代码块。",
    },
    unindentMismatch: {
      en: () => "This line is indented less than its block, but not as far as any block around it.",
      zh: () => "此行的缩进与外层任何代码块都不对齐。",
    },
    tabs: {
      en: () => "Indent with blanks only, or with tabs only.",
      zh: () => "缩进请只用空格或只用制表符，不要混用。",
    },
    noTqdm: {
      en: (_: string) => "There is no tqdm here; progress does the same: for x in progress(range(n)).",
      zh: (_: string) => "这里没有 tqdm，可用 progress 代替：for x in progress(range(n))。",
    },
    noMatplotlib: {
      en: (name: string) =>
        `There is no ${name} here; plot does this: plot.line(y), plot.histogram(t), plot.heatmap(t).`,
      zh: (name: string) => `这里没有 ${name}，请改用 plot：plot.line(y)、plot.histogram(t)、plot.heatmap(t)。`,
    },
    noRequests: {
      en: (name: string) =>
        `There is no ${name} here; urllib.request.urlopen(url) does this, and await pyodide.http.pyfetch(url), for the hosts named under “Network of the cells”.`,
      zh: (name: string) =>
        `这里没有 ${name}，请改用 urllib.request.urlopen(url) 或 await pyodide.http.pyfetch(url)，可访问的主机在“单元的网络访问”中设置。`,
    },
    noNetwork: {
      en: () =>
        "Cells reach only the hosts that are named under “Network of the cells” in the toolbar, by https, and of those only what lets other sites read it (CORS).",
      zh: () => "单元只能通过 https 访问工具栏“单元的网络访问”中写下的主机，并且该主机须允许其他网站读取（CORS）。",
    },
    noModule: {
      en: (name: string) =>
        `${name} is not here. Cells can import mindspore, numpy (a part) and Python's standard library; nothing can be installed.`,
      zh: (name: string) => `这里没有 ${name}。单元可以导入 mindspore、numpy（部分）和 Python 标准库，不能安装其他包。`,
    },
    recursion: {
      en: () => "A function called itself again and again without coming to an end.",
      zh: () => "函数不断调用自身，没有终止。",
    },
    stopped: {
      en: () => "The cell was stopped. Every variable is kept.",
      zh: () => "该单元已被停止，所有变量均保留。",
    },
    shapes: {
      en: (a: string, b: string, axis: string) =>
        `Counted from the last axis, sizes must be equal or one of them 1; on axis −${axis} they are ${a} and ${b}.`,
      zh: (a: string, b: string, axis: string) =>
        `从最后一个轴数起，各轴长度须相等或其中之一为 1；轴 −${axis} 上是 ${a} 和 ${b}。`,
    },
  },
} as const satisfies Table;
