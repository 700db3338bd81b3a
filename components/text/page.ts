import type { Table } from "./table";

/** What the page says of itself. */
export const page = {
  title: { en: "Sporebook", zh: "Sporebook" },
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
  toHome: { en: "To the home page", zh: "返回首页" },
} as const satisfies Table;
