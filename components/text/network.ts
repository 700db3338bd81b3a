import type { Table } from "./table";

/** The network switch of a notebook. */
export const network = {
  network: { en: "Network of the cells", zh: "单元的网络访问" },
  networkIsOff: { en: "Network of the cells: off", zh: "单元的网络访问：关闭" },
  networkIsOn: {
    en: (hosts: string) => `Network of the cells: ${hosts}`,
    zh: (hosts: string) => `单元的网络访问：${hosts}`,
  },
  networkLead: {
    en: "Cells run without a network: no code can send anything away. If a cell of yours needs data from somewhere, name the host. Code of this notebook can then also send there whatever it knows.",
    zh: "单元默认不能访问网络，任何代码都无法向外发送数据。如果您的单元需要从某处读取数据，请写下该主机名。之后此笔记本中的代码也可以向该主机发送它所知道的内容。",
  },
  networkHosts: {
    en: (most: number) => `Hosts that cells may reach by https, ${most} at most`,
    zh: (most: number) => `允许单元通过 https 访问的主机（最多 ${most} 个）`,
  },
  networkExample: { en: "data.example.org", zh: "例如 data.example.org" },
  networkWrong: {
    en: (words: string) => `Expected names of hosts like data.example.org, got ${words}.`,
    zh: (words: string) => `应为 data.example.org 这样的主机名，实际为 ${words}。`,
  },
  networkRestarts: {
    en: "The kernel starts anew: variables and seeds will be gone. The choice holds until you leave this notebook; a file or a link never makes it.",
    zh: "内核会重新启动，变量和随机种子将被清空。此设置在离开本笔记本后失效，文件或链接不能代您设置。",
  },
  networkOn: { en: "Restart with these hosts", zh: "以这些主机重启" },
  networkOff: { en: "Restart without network", zh: "重启并断开网络" },
  networkBar: { en: (hosts: string) => `Cells may reach: ${hosts}`, zh: (hosts: string) => `单元可以访问：${hosts}` },
} as const satisfies Table;
