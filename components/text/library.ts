import type { Table } from "./table";

/** The reader's notebooks and where they are kept. */
export const library = {
  noSuchNotebook: { en: "This notebook is not in this browser.", zh: "此浏览器中没有这个笔记本。" },
  notOpenedHere: { en: "The notebook cannot be opened now.", zh: "现在无法打开这个笔记本。" },
  savedHere: { en: "saved in this browser", zh: "已保存在此浏览器" },
  savingNow: { en: "saving…", zh: "正在保存……" },
  notSaved: { en: "not saved", zh: "未保存" },
  readOnly: { en: "read only here", zh: "此处只读" },
  downloadNotebook: { en: "Download the notebook", zh: "下载笔记本" },
  unsavedBecause: {
    quota: {
      en: "The browser has no room left, so your changes are not saved. Download the notebook, or make room and go on.",
      zh: "浏览器的存储空间已满，改动未能保存。请下载笔记本，或腾出空间后继续。",
    },
    outputs: {
      en: "Your text is saved. The browser has no room left for the outputs; a download holds them.",
      zh: "文本已保存，但浏览器的存储空间不足以保存输出；下载的文件中包含输出。",
    },
    conflict: {
      en: "Another tab has changed this notebook too, and there is no room to keep both. Download what is here before you close it.",
      zh: "另一个标签页也修改了这个笔记本，而空间不足以同时保留两者。关闭之前请先下载此处的内容。",
    },
    closed: {
      en: "This browser keeps nothing for this site (a private window, or a setting). Everything works, but it ends with this tab: download what you need.",
      zh: "此浏览器不为本站保存数据（无痕窗口或隐私设置）。一切功能可用，但关闭标签页后内容即消失，请下载需要的内容。",
    },
    newer: {
      en: "A newer Sporebook looks after the saved notebooks now. Nothing of them was touched; reload the page. What you write here is not saved until then.",
      zh: "保存的笔记本已由新版 Sporebook 管理，未作任何改动。请重新加载页面；在此之前，此处的内容不会保存。",
    },
    waiting: {
      en: "Another tab with an older Sporebook holds the saved notebooks open. Close it and reload; until then nothing is saved here.",
      zh: "另一个运行旧版 Sporebook 的标签页占用着已保存的笔记本。请关闭它并重新加载；在此之前，此处的内容不会保存。",
    },
    broken: {
      en: "The browser could not save your changes. They are still here: download the notebook. Sporebook keeps trying.",
      zh: "浏览器未能保存改动。内容仍在此处，请下载笔记本；Sporebook 会继续尝试保存。",
    },
  },
  leftOut: {
    en: (n: number) =>
      n === 1
        ? "The outputs of one cell are too large to be saved in the browser. A download holds them."
        : `The outputs of ${n} cells are too large to be saved in the browser. A download holds them.`,
    zh: (n: number) => `有 ${n} 个单元的输出过大，无法保存在浏览器中；下载的文件中包含这些输出。`,
  },
  damagedBar: {
    en: (n: number) =>
      `${n === 1 ? "One part" : `${n} parts`} of this notebook could not be read. The rest is here, and nothing was deleted.`,
    zh: (n: number) => `这个笔记本有 ${n} 个部分无法读取。其余内容都在，没有删除任何数据。`,
  },
  downloadDamaged: { en: "Download the unreadable parts", zh: "下载无法读取的部分" },
  readerBar: {
    en: "This notebook is being edited in another tab. Its changes appear here as they are made.",
    zh: "这个笔记本正在另一个标签页中编辑，改动会实时显示在这里。",
  },
  editHere: { en: "Edit here", zh: "在此编辑" },
  libraryCommandTitles: {
    versions: { en: "Versions of this notebook", zh: "此笔记本的版本" },
    news: { en: "What was published since", zh: "此后发布的内容" },
    resetCell: { en: "Reset cell to the published text", zh: "将单元还原为发布的内容" },
    resetAll: { en: "Reset all to the published text", zh: "将全部内容还原为发布的内容" },
    takeOver: { en: "Edit here, not in the other tab", zh: "改在此标签页编辑" },
  },
  versionsLead: {
    en: "Kept once a minute while you work, and before every step that replaces much. The older they are, the fewer.",
    zh: "工作时每分钟保留一次，在大幅替换内容之前也会保留；越早的版本保留得越少。",
  },
  noVersions: {
    en: "No version yet. The first is kept when you change what an earlier visit, or a minute of work, has left.",
    zh: "还没有版本。在改动之前访问或一分钟前的内容时，会保留第一个版本。",
  },
  versionBecause: {
    minute: { en: "while you worked", zh: "工作期间" },
    closed: { en: "as a visit ended", zh: "一次访问结束时" },
    before: { en: "before a replacement", zh: "替换内容之前" },
    conflict: { en: "from another tab", zh: "来自另一个标签页" },
  },
  versionUnreadable: { en: "This version cannot be read.", zh: "无法读取这个版本。" },
  sinceThen: { en: "From this version to now:", zh: "从这个版本到现在：" },
  restoreVersion: { en: "Restore this version", zh: "恢复这个版本" },
  downloadVersion: { en: "Download it", zh: "下载此版本" },
  noDifference: { en: "Nothing differs.", zh: "没有差别。" },
  cellAdded: { en: (n: number) => `Cell ${n} was added`, zh: (n: number) => `新增单元 ${n}` },
  cellRemoved: { en: (n: number) => `Cell ${n} was removed`, zh: (n: number) => `移除单元 ${n}` },
  cellChanged: { en: (n: number) => `Cell ${n} was changed`, zh: (n: number) => `修改单元 ${n}` },
  cellMoved: { en: (n: number) => `Moved to place ${n}`, zh: (n: number) => `移动到第 ${n} 位` },
  lineAdded: { en: "added:", zh: "新增：" },
  lineRemoved: { en: "removed:", zh: "移除：" },
  youEdited: { en: "you have edited it: yours stays", zh: "您已修改：保留您的内容" },
  newsBar: {
    en: "The published text of this notebook has changed since you made your copy.",
    zh: "自您创建副本以来，这个笔记本的发布内容已有更新。",
  },
  showNews: { en: "See what changed", zh: "查看更新" },
  newsLead: {
    en: "Cells that you have edited stay as they are. Your copy is kept as a version first, and the step can be undone.",
    zh: "您修改过的单元保持不变。更新前会先把您的副本保留为一个版本，此操作也可以撤销。",
  },
  takeNews: { en: "Take the new text", zh: "采用新内容" },
  leaveNews: { en: "Keep my text", zh: "保留我的内容" },
  noNews: { en: "Your copy begins with what is published today.", zh: "您的副本基于当前发布的内容。" },
  showVersions: { en: "Show versions", zh: "查看版本" },
  replacedNotice: { en: "Done. What was there is kept as a version.", zh: "已完成，原来的内容已保留为一个版本。" },
  readerNotice: {
    en: "This notebook is being edited in another tab. Here it can only be read.",
    zh: "这个笔记本正在另一个标签页中编辑，此处只能阅读。",
  },
  conflictNotice: {
    en: "Another tab had changed this notebook in the meantime. What this tab had is kept among its versions.",
    zh: "另一个标签页已先行修改了这个笔记本。此标签页中的内容已保留在版本列表中。",
  },
} as const satisfies Table;
