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
  neverRun: { en: "never run", zh: "尚未运行" },
  /** What is to be said of a run that has ended: in a word, and in a sentence. */
  standing: {
    edited: { en: "edited", zh: "有改动" },
    behind: { en: "outdated", zh: "已过时" },
    earlier: { en: "before restart", zh: "重启之前" },
  },
  standingWords: {
    edited: { en: "The cell was edited since it ran.", zh: "该单元在运行之后有改动。" },
    behind: {
      en: "A cell above was edited, or ran with another text, since this one ran.",
      zh: "该单元运行之后，上方有单元被改动，或以新的内容运行过。",
    },
    earlier: {
      en: "This ran before Python was started anew; its variables are gone.",
      zh: "该单元在 Python 重启之前运行，其变量已不存在。",
    },
  },
  saidDone: {
    en: (cell: number, time: string) => `Cell ${cell} is done, ${time}.`,
    zh: (cell: number, time: string) => `第 ${cell} 个单元运行完成，用时 ${time}。`,
  },
  saidAllDone: {
    en: (count: number) => `${count} cells are done.`,
    zh: (count: number) => `${count} 个单元运行完成。`,
  },
  saidError: {
    en: (cell: number, name: string) => `Cell ${cell} raised ${name}.`,
    zh: (cell: number, name: string) => `第 ${cell} 个单元出错：${name}。`,
  },
  saidStopped: { en: (cell: number) => `Cell ${cell} was stopped.`, zh: (cell: number) => `第 ${cell} 个单元已停止。` },
  saidLost: {
    en: (cell: number) => `Cell ${cell} was ended together with Python.`,
    zh: (cell: number) => `第 ${cell} 个单元随 Python 一同被结束。`,
  },
  saidNotRun: {
    en: (count: number) => ` ${count} more ${count === 1 ? "was" : "were"} not run.`,
    zh: (count: number) => `另有 ${count} 个未运行。`,
  },

  answer: { en: "Answer", zh: "回答" },
  send: { en: "Send", zh: "提交" },
} as const satisfies Table;
