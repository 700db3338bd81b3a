import type { Table } from "./table";

/** Visits without a network, and new versions of the site. */
export const offline = {
  worksOffline: { en: "Works offline", zh: "可离线使用" },
  keepingOffline: {
    en: (kept: string, all: string) => `Keeping for offline: ${kept} of ${all} MB`,
    zh: (kept: string, all: string) => `正在保存以供离线使用：${kept} / ${all} MB`,
  },
  newVersion: {
    en: "There is a new version of Sporebook. Your work is saved before the page loads it; variables of the cells will be gone.",
    zh: "Sporebook 有新版本。加载新版本之前会先保存您的内容；单元中的变量将被清空。",
  },
  takeVersion: { en: "Load the new version", zh: "加载新版本" },
} as const satisfies Table;
