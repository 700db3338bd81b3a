/*
 * Every word that the page says, in both languages. A row that lacks one does not compile.
 */

export const languages = { zh: "zh-CN", en: "en" } as const;
export type Language = keyof typeof languages;

type Row = { [L in Language]: string } | { [L in Language]: (...parts: never[]) => string };
type Table = { [name: string]: Row | { [name: string]: Row } };

export const texts = {
  // the page
  title: { en: "Sporebook", zh: "Sporebook" },
  tagline: {
    en: "A notebook that runs in your browser",
    zh: "在浏览器里运行的笔记本",
  },
  language: { en: "Language", zh: "语言" },
  theme: { en: "Theme", zh: "主题" },
  themes: {
    auto: { en: "Theme of the system", zh: "跟随系统主题" },
    light: { en: "Light theme", zh: "浅色主题" },
    dark: { en: "Dark theme", zh: "深色主题" },
  },
  notebook: { en: "Notebook", zh: "笔记本" },
  skip: { en: "Skip to the notebook", zh: "跳到笔记本" },
  close: { en: "Close", zh: "关闭" },
  notFound: { en: "There is no such page.", zh: "没有这个页面。" },
  names: { en: "What there is of MindSpore and NumPy", zh: "MindSpore 与 NumPy 中可用的名称" },
  namesLead: {
    en: "Every name that the documentation uses near this tutorial. An exact one behaves as the original; using an absent one raises an AttributeError that says so.",
    zh: "文档中与本教程相关的全部名称。“完全一致”的名称与原版行为相同；使用“暂缺”的名称会抛出 AttributeError，并给出说明。",
  },
  namesExact: { en: "Exact", zh: "完全一致" },
  namesPartial: { en: "In part; what is missing", zh: "部分支持（右侧说明缺少的内容）" },
  namesAbsent: { en: "Absent", zh: "暂缺" },
  toNotebook: { en: "Go to the notebook", zh: "前往笔记本" },

  // running
  controls: { en: "Run controls", zh: "运行控制" },
  runAll: { en: "Run all", zh: "全部运行" },
  stop: { en: "Stop", zh: "停止" },
  restart: { en: "Restart", zh: "重启" },
  restartQuestion: {
    en: "Restart Python? Variables and seeds will be gone; the cells and their outputs stay.",
    zh: "重启 Python？变量和随机种子将被清空，单元及其输出会保留。",
  },
  restartYes: { en: "Restart Python", zh: "重启 Python" },
  restartNo: { en: "Keep running", zh: "不重启" },
  megabytes: {
    en: (loaded: string, total: string) => `${loaded} of ${total} MB`,
    zh: (loaded: string, total: string) => `${loaded} / ${total} MB`,
  },
  pythonWaiting: { en: "Loading Python", zh: "正在下载 Python" },
  pythonBooting: { en: "Starting Python", zh: "正在启动 Python" },
  pythonReady: { en: "Python is ready", zh: "Python 已就绪" },
  pythonBusy: { en: "Running", zh: "正在运行" },
  pythonStopping: { en: "Stopping", zh: "正在停止" },
  pythonDead: {
    en: (reason: string) => `${reason} Restart to try again.`,
    zh: (reason: string) => `Python 已停止工作（${reason}）请点击“重启”再试。`,
  },
  offline: {
    en: "You are offline. Python cannot be loaded; reading, editing and saving work.",
    zh: "当前离线，无法下载 Python；阅读、编辑和保存不受影响。",
  },
  waiting: { en: (count: number) => `, ${count} waiting`, zh: (count: number) => `，另有 ${count} 个在等待` },

  // a cell
  codeCell: { en: (n: number) => `Code cell ${n}`, zh: (n: number) => `代码单元 ${n}` },
  textCell: { en: (n: number) => `Text cell ${n}`, zh: (n: number) => `文本单元 ${n}` },
  rawCell: { en: (n: number) => `Raw cell ${n}`, zh: (n: number) => `原始单元 ${n}` },
  editorHint: {
    en: (cell: string) => `${cell}, editor. Escape leaves it.`,
    zh: (cell: string) => `${cell}，编辑器。按 Escape 离开。`,
  },
  runCell: { en: "Run cell", zh: "运行单元" },
  renderCell: { en: "Show as text", zh: "显示排版" },
  editCell: { en: "Edit", zh: "编辑" },
  cellTools: { en: "Cell tools", zh: "单元工具" },
  moveUp: { en: "Move up", zh: "上移" },
  moveDown: { en: "Move down", zh: "下移" },
  remove: { en: "Delete", zh: "删除" },
  addCode: { en: "Code", zh: "代码" },
  addText: { en: "Text", zh: "文本" },
  addBelow: { en: "Add below", zh: "在下方添加" },
  removed: { en: "The cell was deleted.", zh: "单元已删除。" },
  undo: { en: "Undo", zh: "撤销" },
  emptyText: { en: "Empty text cell. Press Enter to write.", zh: "空的文本单元，按 Enter 开始书写。" },
  emptyNotebook: { en: "This notebook has no cells yet. Start with:", zh: "这个笔记本还没有单元。从这里开始：" },

  // a run
  count: { en: (n: number) => `Run number ${n}`, zh: (n: number) => `第 ${n} 次运行` },
  milliseconds: { en: (n: string) => `${n} ms`, zh: (n: string) => `${n} 毫秒` },
  seconds: { en: (n: string) => `${n} s`, zh: (n: string) => `${n} 秒` },
  minutes: { en: (m: number, s: number) => `${m} min ${s} s`, zh: (m: number, s: number) => `${m} 分 ${s} 秒` },
  runStatus: {
    saved: { en: "saved", zh: "已存" },
    queued: { en: "waiting", zh: "等待中" },
    running: { en: "running", zh: "运行中" },
    ok: { en: "done", zh: "完成" },
    error: { en: "error", zh: "出错" },
    interrupted: { en: "stopped", zh: "已停止" },
    lost: { en: "lost", zh: "已丢失" },
    notRun: { en: "not run", zh: "未运行" },
  },
  lostWords: {
    en: "Python was ended while this cell ran. Its variables are gone; run the cells again from the top.",
    zh: "该单元运行时 Python 被结束，变量已丢失；请从头重新运行各单元。",
  },
  earlierSession: { en: "before restart", zh: "重启之前" },

  answer: { en: "Answer", zh: "回答" },
  send: { en: "Send", zh: "提交" },

  // outputs
  output: { en: "Output", zh: "输出" },
  errors: { en: "Error output", zh: "错误输出" },
  hiddenLines: {
    en: (n: string) => `… ${n} more lines`,
    zh: (n: string) => `…… 此处省略 ${n} 行`,
  },
  showAll: { en: (n: string) => `Show all ${n} lines`, zh: (n: string) => `显示全部 ${n} 行` },
  showFewer: { en: "Show fewer lines", zh: "收起" },
  longLine: {
    en: (n: string) => `… (${n} more characters in this line)`,
    zh: (n: string) => `……（本行还有 ${n} 个字符）`,
  },
  cut: {
    en: (characters: string) => `The output is too long to keep: ${characters} more characters were left out.`,
    zh: (characters: string) => `输出过长，其余 ${characters} 个字符未保留。`,
  },
  onlyAs: {
    en: (types: string) => `An output of a kind that is not shown here: ${types}`,
    zh: (types: string) => `此处无法显示的输出类型：${types}`,
  },

  // files
  file: { en: "File", zh: "文件" },
  open: { en: "Open…", zh: "打开…" },
  save: { en: "Save", zh: "保存" },
  newNotebook: { en: "New notebook", zh: "新建笔记本" },
  tutorial: { en: "Tutorial", zh: "教程" },
  edited: { en: "edited", zh: "有改动" },
  opened: { en: (name: string) => `Opened ${name}.`, zh: (name: string) => `已打开 ${name}。` },
  goBack: { en: "Back to the one before", zh: "返回上一个" },
  notOpened: { en: (name: string) => `${name} was not opened.`, zh: (name: string) => `未能打开 ${name}。` },
  unreadable: { en: "The browser could not read the file.", zh: "浏览器无法读取该文件。" },
  dropHere: { en: "Drop an .ipynb file to open it", zh: "松开即可打开 .ipynb 文件" },

  // keys
  keys: { en: "Keyboard", zh: "键盘操作" },
  keysAnywhere: { en: "In a cell and in its editor", zh: "单元与编辑器中" },
  keysCell: { en: "With a cell selected", zh: "选中单元时" },
  keyHelp: {
    runAdvance: { en: "run, go to the next cell", zh: "运行并转到下一单元" },
    run: { en: "run, stay", zh: "运行，停在原处" },
    runInsert: { en: "run, add a cell below", zh: "运行，并在下方添加单元" },
    save: { en: "save the notebook as a file", zh: "把笔记本存为文件" },
    leave: { en: "leave the editor", zh: "离开编辑器" },
    edit: { en: "edit", zh: "编辑" },
    up: { en: "the cell above", zh: "上一单元" },
    down: { en: "the cell below", zh: "下一单元" },
    above: { en: "add a cell above", zh: "在上方添加单元" },
    below: { en: "add a cell below", zh: "在下方添加单元" },
    remove: { en: "delete the cell", zh: "删除单元" },
    undo: { en: "bring a deleted cell back", zh: "恢复已删除的单元" },
    toText: { en: "make it a text cell", zh: "变为文本单元" },
    toCode: { en: "make it a code cell", zh: "变为代码单元" },
    toRaw: { en: "make it a raw cell", zh: "变为原始单元" },
    moveUp: { en: "move the cell up", zh: "上移单元" },
    moveDown: { en: "move the cell down", zh: "下移单元" },
    stop: { en: "stop the running cell", zh: "停止正在运行的单元" },
    restart: { en: "restart Python", zh: "重启 Python" },
  },

  // files that are no notebooks
  nothing: { en: "nothing", zh: "空缺" },
  expected: {
    list: { en: "a list", zh: "列表" },
    object: { en: "an object", zh: "对象" },
    lines: { en: "text or a list of lines", zh: "文本或由各行组成的列表" },
    listOfText: { en: "a list of texts", zh: "文本列表" },
    text: { en: "text", zh: "文本" },
    cellType: { en: '"code", "markdown" or "raw"', zh: '"code"、"markdown" 或 "raw"' },
    outputType: {
      en: '"stream", "display_data", "execute_result" or "error"',
      zh: '"stream"、"display_data"、"execute_result" 或 "error"',
    },
    streamName: { en: '"stdout" or "stderr"', zh: '"stdout" 或 "stderr"' },
    count: { en: "a whole number", zh: "整数" },
  },
  fileEmpty: {
    en: "A notebook was expected, but the file is empty.",
    zh: "应为笔记本文件，但该文件是空的。",
  },
  fileTooLarge: {
    en: (came: string, limit: string) => `A notebook of at most ${limit} MB was expected, but the file has ${came} MB.`,
    zh: (came: string, limit: string) => `笔记本最大为 ${limit} MB，但该文件有 ${came} MB。`,
  },
  fileNotJson: {
    en: (start: string) => `A Jupyter notebook (JSON) was expected, but the file starts with “${start}”.`,
    zh: (start: string) => `应为 Jupyter 笔记本（JSON），但该文件的开头是“${start}”。`,
  },
  fileNotNotebook: {
    en: (came: string) => `A notebook with "cells" and "nbformat" was expected, but the file holds ${came}.`,
    zh: (came: string) => `应为含有 "cells" 与 "nbformat" 的笔记本，但该文件的内容是 ${came}。`,
  },
  fileVersion: {
    en: (came: string) => `A notebook of format 4.0 to 4.5 was expected, but the file has format ${came}.`,
    zh: (came: string) => `应为 4.0 至 4.5 版格式的笔记本，但该文件是 ${came} 版。`,
  },
  fileTooManyCells: {
    en: (count: number, limit: number) => `At most ${limit} cells were expected, but the notebook has ${count}.`,
    zh: (count: number, limit: number) => `笔记本最多可有 ${limit} 个单元，但该文件有 ${count} 个。`,
  },
  fileTooDeep: {
    en: (limit: number) => `At most ${limit} levels of nesting were expected, but the file is nested deeper.`,
    zh: (limit: number) => `内容最多可嵌套 ${limit} 层，但该文件嵌套得更深。`,
  },
  fileField: {
    en: (where: string, expected: string, came: string) =>
      `In the notebook, ${where} must be ${expected}, but ${came} came.`,
    zh: (where: string, expected: string, came: string) => `笔记本中的 ${where} 应为${expected}，但实际是 ${came}。`,
  },
} as const satisfies Table;

type Parts<R> = R extends { en: (...parts: infer P) => string } ? P : [];
type Plain = { [K in keyof typeof texts]: (typeof texts)[K] extends Row ? K : never }[keyof typeof texts];

/** The row's words in one language; a row that has places to fill takes what belongs there. */
export function say<K extends Plain>(language: Language, key: K, ...parts: Parts<(typeof texts)[K]>): string {
  const row = texts[key][language] as string | ((...parts: unknown[]) => string);
  return typeof row === "string" ? row : row(...parts);
}
