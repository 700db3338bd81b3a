import type { Table } from "./table";

/** A run and how it ended. */
export const run = {
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
} as const satisfies Table;
