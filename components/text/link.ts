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

  fromLink: { en: "This notebook came by a link.", zh: "这个笔记本来自一个链接。" },
  fromEdit: {
    en: (title: string, what: string) => `An edit of “${title}” came by a link: ${what}.`,
    zh: (title: string, what: string) => `通过链接打开了“${title}”的一份改动：${what}。`,
  },
  fromAddress: {
    en: (host: string) => `This notebook came from ${host}.`,
    zh: (host: string) => `这个笔记本来自 ${host}。`,
  },
  nothingChanged: { en: "nothing differs from what is published", zh: "与发布的内容相同" },
  countChanged: {
    en: (n: number) => (n === 1 ? "1 cell changed" : `${n} cells changed`),
    zh: (n: number) => `改动 ${n} 个单元`,
  },
  countAdded: { en: (n: number) => `${n} added`, zh: (n: number) => `新增 ${n} 个` },
  countRemoved: { en: (n: number) => `${n} left out`, zh: (n: number) => `省去 ${n} 个` },
  notRunWords: {
    en: "It is a copy that can only be read. Its outputs are the author's; nothing of it was run here.",
    zh: "这是一份只读副本，其中的输出由作者提供，此处没有运行任何内容。",
  },
  partlyRunWords: {
    en: "It is a copy that can only be read. Outputs marked “author's” are the author's; the others were made here.",
    zh: "这是一份只读副本。标有“作者输出”的输出由作者提供，其余为在此运行所得。",
  },
  noAuthorsOutputs: {
    en: "It is a copy that can only be read; it came without outputs.",
    zh: "这是一份只读副本，不含输出。",
  },
  collapsedCells: {
    en: (n: number) => (n === 1 ? "Part of 1 cell is collapsed." : `Parts of ${n} cells are collapsed.`),
    zh: (n: number) => `有 ${n} 个单元的内容被折叠。`,
  },
  showCollapsed: { en: "Show them", zh: "全部展开" },
  oddCellsWords: {
    en: (n: number) =>
      n === 1
        ? "The code of 1 cell holds characters that are not what they seem; they are marked."
        : `The code of ${n} cells holds characters that are not what they seem; they are marked.`,
    zh: (n: number) => `有 ${n} 个单元的代码含有与外观不符的字符，已标出。`,
  },
  goToOdd: { en: "Go to the first", zh: "前往第一处" },
  oddLead: {
    en: (n: number) =>
      n === 1
        ? "One character of this code is not what it seems."
        : `${n} characters of this code are not what they seem.`,
    zh: (n: number) => `这段代码中有 ${n} 个字符与外观不符。`,
  },
  oddLine: { en: (line: number) => `Line ${line}:`, zh: (line: number) => `第 ${line} 行：` },
  oddBidi: {
    en: (code: string) => `${code} turns the direction of the text after it, so that code looks other than it runs.`,
    zh: (code: string) => `${code} 会改变其后文字的方向，使代码看起来与实际运行的不同。`,
  },
  oddUnseen: { en: (code: string) => `${code} cannot be seen.`, zh: (code: string) => `${code} 不可见。` },
  oddLookalike: {
    en: (code: string, like: string) => `${code} looks like “${like}” and is another letter.`,
    zh: (code: string, like: string) => `${code} 看起来像“${like}”，但不是同一个字母。`,
  },
  authorsOutput: { en: "author's", zh: "作者输出" },
  notRunHere: { en: "The author's output; it was not run here.", zh: "作者提供的输出，未在此运行。" },
  linkedNotice: {
    en: "This notebook came by a link and can only be read and run. A copy can be changed.",
    zh: "这个笔记本来自链接，只能阅读和运行；保存副本后即可修改。",
  },
  saveCopy: { en: "Save a copy", zh: "保存副本" },
  readingView: { en: "Reading view", zh: "阅读视图" },
  readingWords: {
    en: (n: number) => (n === 1 ? "The code of 1 cell is not shown." : `The code of ${n} cells is not shown.`),
    zh: (n: number) => `有 ${n} 个单元的代码未显示。`,
  },
  showCode: { en: "Show code", zh: "显示代码" },
  openInSporebook: { en: "Open in Sporebook", zh: "在 Sporebook 中打开" },
  linkNotOpened: { en: "The link does not open.", zh: "无法打开此链接。" },
  pasteAgain: { en: "Paste a link, or the address of a notebook file", zh: "粘贴链接或笔记本文件的地址" },
  openLink: { en: "Open", zh: "打开" },
  share: { en: "Share", zh: "分享" },
  linkCommandTitles: {
    share: { en: "Share as a link", zh: "以链接分享" },
    openLink: { en: "Open a link or an address", zh: "打开链接或地址" },
    saveCopy: { en: "Save a copy of this linked notebook", zh: "保存此链接中笔记本的副本" },
    readingView: { en: "Reading view: hide or show the code", zh: "阅读视图：隐藏或显示代码" },
  },
  makingLink: { en: "Making the link…", zh: "正在生成链接……" },
  shareOutputs: { en: "What the link holds", zh: "链接的内容" },
  withOutputs: { en: "With outputs", zh: "含输出" },
  withoutOutputs: { en: "Without outputs", zh: "不含输出" },
  characters: { en: (n: string) => `${n} characters`, zh: (n: string) => `${n} 个字符` },
  noLink: { en: "too large for a link", zh: "过大，无法放入链接" },
  shareReading: { en: "Opens as a reading view, without code", zh: "以阅读视图打开，不显示代码" },
  theLink: { en: "Link", zh: "链接" },
  copyLink: { en: "Copy the link", zh: "复制链接" },
  linkCopied: { en: "Copied.", zh: "已复制。" },
  linkNotCopied: { en: "Select it and copy it with the keyboard.", zh: "请选中后用键盘复制。" },
  linkHolds: {
    en: (n: string) =>
      `${n} characters. The notebook is in the link itself: nothing is uploaded, and whoever has the link can read it.`,
    zh: (n: string) => `共 ${n} 个字符。笔记本就在链接之中：不会上传任何内容，得到链接的人即可阅读。`,
  },
  channelsLead: { en: "Where a link of this length comes through whole", zh: "此长度的链接可完整通过的渠道" },
  channels: {
    qr: { en: "QR code", zh: "二维码" },
    mail: { en: "E-mail, a line of plain text", zh: "电子邮件（纯文本单行）" },
    discord: { en: "Discord message", zh: "Discord 消息" },
    wecom: { en: "WeCom message", zh: "企业微信消息" },
    slack: { en: "Slack message", zh: "Slack 消息" },
    telegram: { en: "Telegram or WhatsApp message", zh: "Telegram 或 WhatsApp 消息" },
    address: { en: "Address bar and bookmarks", zh: "地址栏与书签" },
  },
  fits: { en: "fits", zh: "可以" },
  tooLongFor: { en: "too long", zh: "过长" },
  atMost: { en: (n: string) => `at most ${n}`, zh: (n: string) => `最多 ${n}` },
  qrCode: { en: "The link as a QR code", zh: "链接的二维码" },
  embedCode: { en: "Show it inside of another page", zh: "嵌入其他网页" },
  copyEmbed: { en: "Copy the code", zh: "复制代码" },
  shareFileInstead: { en: "Share the file instead.", zh: "请改为分享文件。" },
  openAddressTitle: { en: "Open a notebook from another site?", zh: "要打开其他网站的笔记本吗？" },
  openAddressWords: {
    en: "Your browser will fetch this one file from there. The site will see your network address; no cookies are sent, and nothing in the notebook runs until you run it.",
    zh: "浏览器将从该网站获取这一个文件。对方会看到您的网络地址；不会发送 Cookie，在您点击运行之前，笔记本中的任何内容都不会运行。",
  },
  fetchAndOpen: { en: "Fetch and open", zh: "获取并打开" },
  fetching: { en: "Fetching…", zh: "正在获取……" },
  addressNotOpened: { en: "The notebook was not opened.", zh: "未能打开笔记本。" },
  addressProblems: {
    notAddress: {
      en: "The address of a notebook file (https://…/name.ipynb) was expected, but this is none.",
      zh: "应为笔记本文件的地址（https://…/name.ipynb），但此处不是。",
    },
    notHttps: {
      en: "Only addresses that begin with https:// are opened; this one begins with http://, where anybody on the way could change the file.",
      zh: "只打开以 https:// 开头的地址；此地址以 http:// 开头，文件在途中可能被改动。",
    },
    refused: {
      en: (host: string) =>
        `Your browser did not get the file. Either ${host} does not let other sites read its files (it sends no CORS header), or it could not be reached. Download the file there and open it here with “Open…”.`,
      zh: (host: string) =>
        `浏览器未能获取该文件：可能是 ${host} 不允许其他网站读取其文件（未发送 CORS 标头），也可能是无法连接。请先在该网站下载文件，再用“打开……”打开。`,
    },
    elsewhere: {
      en: (host: string, other: string) =>
        `${host} sends on to another site (${other}), which you were not asked about. Open the address of the file itself.`,
      zh: (host: string, other: string) =>
        `${host} 将请求转到了另一个网站（${other}），而您并未对其表示同意。请打开文件本身的地址。`,
    },
    status: {
      en: (host: string, status: string) =>
        `${host} answered ${status}: there is no such file, or it is not public. Check the address.`,
      zh: (host: string, status: string) => `${host} 返回 ${status}：文件不存在或未公开，请检查地址。`,
    },
    slow: { en: "The file did not come within 30 seconds. Try again.", zh: "30 秒内未能获取文件，请重试。" },
    tooLarge: {
      en: "A file of at most 64 MB was expected, but this one is larger and was not read to its end.",
      zh: "文件最大为 64 MB，但此文件更大，未读取完毕。",
    },
    offline: {
      en: "The browser is offline, and the file is on another site. Connect and try again.",
      zh: "浏览器处于离线状态，而文件在其他网站。请连接网络后重试。",
    },
  },
} as const satisfies Table;
