import type { Table } from "./table";

/** Sharing by link, and what came by one. */
export const link = {
  linkProblems: {
    nothing: {
      en: "A link with a notebook was expected, but there is none in this address.",
      zh: "此地址应包含一个笔记本，但其中没有。",
    },
    newer: {
      en: (version: string) =>
        `This link was made by a newer Sporebook (its format is ${version}; this one reads n1 and p1). Reload the page, or open the link where it was made.`,
      zh: (version: string) =>
        `此链接由更新版本的 Sporebook 生成（格式 ${version}，当前版本可读取 n1 与 p1）。请重新加载页面，或在生成该链接的站点打开。`,
    },
    tooLong: {
      en: (limit: string, came: string) => `A link holds at most ${limit}, but this one has ${came}.`,
      zh: (limit: string, came: string) => `链接最多可容纳 ${limit}，但此链接有 ${came}。`,
    },
    cutOff: {
      en: "The link breaks off before its end: a program has shortened it on the way. Ask for it as a file, or without outputs.",
      zh: "链接不完整：途中被某个程序截断了。请让对方以文件发送，或分享不含输出的链接。",
    },
    damaged: {
      en: "The link was changed on its way: what it holds does not match its check letters. Copy it again from where it was made.",
      zh: "链接在途中被改动：内容与校验字符不符。请从来源处重新复制。",
    },
    tooLarge: {
      en: (limit: string) => `A link may unfold to at most ${limit}; this one holds more and was not opened.`,
      zh: (limit: string) => `链接展开后最多为 ${limit}；此链接超出，未打开。`,
    },
    bomb: {
      en: (ratio: number) =>
        `A link may unfold to at most ${ratio} times its own length; this one unfolds to more and was not opened.`,
      zh: (ratio: number) => `链接展开后最多为自身长度的 ${ratio} 倍；此链接超出，未打开。`,
    },
    tooManyCells: {
      en: (limit: number, count: number) => `A link holds at most ${limit} cells, but this one has ${count} or more.`,
      zh: (limit: number, count: number) => `链接最多可含 ${limit} 个单元，但此链接至少有 ${count} 个。`,
    },
    cellTooLarge: {
      en: (cell: number, limit: string) => `A cell in a link has at most ${limit} of text, but cell ${cell} has more.`,
      zh: (cell: number, limit: string) => `链接中每个单元的文本最多 ${limit}，但第 ${cell} 个单元超出。`,
    },
    outputsTooLarge: {
      en: (limit: string) => `The outputs in a link may have ${limit} together, but these have more.`,
      zh: (limit: string) => `链接中的输出合计最多 ${limit}，但此处超出。`,
    },
    tooDeep: {
      en: (limit: number) =>
        `At most ${limit} levels of nesting were expected in a link, but this one is nested deeper.`,
      zh: (limit: number) => `链接的内容最多可嵌套 ${limit} 层，但此链接嵌套得更深。`,
    },
    forbiddenKey: {
      en: (key: string) => `The link holds the key “${key}”, which no notebook in a link may have.`,
      zh: (key: string) => `链接中含有键“${key}”，链接中的笔记本不允许使用它。`,
    },
    field: {
      en: (where: string) => `The link holds no notebook as Sporebook writes it: ${where} is not what it must be.`,
      zh: (where: string) => `链接的内容不是 Sporebook 写出的笔记本：${where} 不符合要求。`,
    },
    unknownEdition: {
      en: (version: string) =>
        `This link tells what was changed in a published notebook, in its edition ${version}, which this site does not have. Open the link on the site where it was made.`,
      zh: (version: string) =>
        `此链接只记录了对某个已发布笔记本（版本 ${version}）的改动，而本站没有该版本。请在生成链接的站点打开。`,
    },
    editionAway: {
      en: (version: string) =>
        `This link tells what was changed in a published notebook; its text (edition ${version}) could not be loaded. Check the connection and reload.`,
      zh: (version: string) =>
        `此链接只记录了对某个已发布笔记本的改动，而其原文（版本 ${version}）未能加载。请检查网络后重新加载。`,
    },
  },
} as const satisfies Table;
