import type { Table } from "./table";

/** What the page says of Python and its state. */
export const kernel = {
  controls: { en: "Run controls", zh: "运行控制" },
  runAll: { en: "Run all", zh: "全部运行" },
  stop: { en: "Stop", zh: "停止" },
  restart: { en: "Restart", zh: "重启" },
  restartQuestion: {
    en: "Restart Python? Variables and seeds will be gone; the cells and their outputs stay.",
    zh: "重启 Python？变量和随机种子将被清空，单元及其输出会保留。",
  },
  kernelLost: {
    en: "Python had to be started anew: variables and seeds are gone. The cells and their outputs are still here.",
    zh: "Python 不得不重新启动：变量和随机种子已清空，单元及其输出仍在。",
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
  runningCell: { en: (cell: number) => `Running cell ${cell}`, zh: (cell: number) => `正在运行第 ${cell} 个单元` },
  pythonStopping: { en: "Stopping", zh: "正在停止" },
  pythonDead: {
    en: (reason: string) => `${reason} Restart to try again.`,
    zh: (reason: string) => `Python 已停止工作（${reason}）请点击“重启”再试。`,
  },
  pythonFailed: {
    en: (reason: string) => `${reason} TypeScript cells run; restart to try again.`,
    zh: (reason: string) => `Python 无法启动（${reason}）TypeScript 单元仍可运行；请点击“重启”再试。`,
  },
  offline: {
    en: "You are offline. Python cannot be loaded; reading, editing and saving work.",
    zh: "当前离线，无法下载 Python；阅读、编辑和保存不受影响。",
  },
  waiting: { en: (count: number) => `, ${count} waiting`, zh: (count: number) => `，另有 ${count} 个在等待` },
} as const satisfies Table;
