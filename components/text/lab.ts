import type { Table } from "./table";

/** The initializer lab. */
export const lab = {
  lab: { en: "Initializer lab", zh: "初始化器实验室" },
  labNext: { en: "Initializer lab: next seed", zh: "初始化器实验室：下一个种子" },
  labPrevious: { en: "Initializer lab: previous seed", zh: "初始化器实验室：上一个种子" },
  labShape: { en: "Shape", zh: "形状" },
  labShapeWrong: {
    en: (most: string) =>
      `Expected whole numbers above 0 with commas between them, such as 64, 3, 3, 3: at most 8, and at most ${most} elements in all.`,
    zh: (most: string) => `应为以逗号分隔的正整数，例如 64, 3, 3, 3；最多 8 个，元素总数不超过 ${most}。`,
  },
  labReference: { en: "Releases of MindSpore", zh: "MindSpore 版本" },
  labSeed: { en: "Seed", zh: "种子" },
  labSeedWrong: {
    en: "Expected a whole number from 0 to 4294967295.",
    zh: "应为 0 到 4294967295 之间的整数。",
  },
  labSeedNext: { en: "Next seed", zh: "下一个种子" },
  labSeedPrevious: { en: "Previous seed", zh: "上一个种子" },
  labChoose: { en: "Initializers", zh: "初始化器" },
  labSince2: { en: "MindSpore has it since 2.0", zh: "MindSpore 从 2.0 起提供" },
  labAxis: { en: "Axis", zh: "横轴" },
  labUnits: {
    value: { en: "Values", zh: "数值" },
    deviation: { en: "Deviations", zh: "标准差倍数" },
  },
  labUnitLegends: {
    value: { en: "value", zh: "数值" },
    deviation: { en: "distance from the mean, in standard deviations", zh: "与均值的距离（以标准差为单位）" },
  },
  labDensity: { en: "density", zh: "密度" },
  labChart: {
    en: (names: string, shape: string, seed: number, low: string, high: string) =>
      `Histograms of ${names} on shape ${shape}, seed ${seed}, over each other, from ${low} to ${high}; a line through each shows its theoretical density. The table below has the numbers.`,
    zh: (names: string, shape: string, seed: number, low: string, high: string) =>
      `形状 ${shape}、种子 ${seed} 下 ${names} 的直方图叠加，范围 ${low} 到 ${high}；每个直方图上的线是理论密度。数值见下表。`,
  },
  labKey: {
    en: "Areas are drawn values, lines the theory.",
    zh: "色块是抽取的数值，线条是理论密度。",
  },
  labNothing: {
    en: "Choose an initializer, to see what it draws.",
    zh: "请选择初始化器，查看它抽取的数值。",
  },
  labStarting: { en: "Drawing…", zh: "正在抽取…" },
  labBroken: {
    en: (reason: string) => `The lab could not draw: ${reason}`,
    zh: (reason: string) => `实验室无法抽取：${reason}`,
  },
  labTable: { en: "Drawn values against the theory", zh: "抽取的数值与理论的比较" },
  labInitializer: { en: "Initializer", zh: "初始化器" },
  labMean: { en: "Mean", zh: "均值" },
  labStd: { en: "Std", zh: "标准差" },
  labTheory: { en: "theory", zh: "理论" },
  labDistance: { en: "KS distance", zh: "KS 距离" },
  labP: { en: "p", zh: "p 值" },
  labPWhat: {
    en: "D, the KS distance: the largest gap between the share of values up to a place and the theory's. p: how often values that follow the theory lie at least as far away; below 0.01 once in a hundred draws. With the same seed, initializers of one kind draw the same numbers to another scale, and so have the same D.",
    zh: "D 即 KS 距离：到任一位置为止的数值占比与理论占比之差的最大值。p 值：完全符合理论的数值偏离至少这么远的概率；平均每一百次抽取有一次低于 0.01。种子相同时，同类初始化器抽取的是同一组数，只是比例不同，因此 D 相同。",
  },
  labDependent: {
    en: "The elements of one array depend on each other here, so p is too large rather than too small.",
    zh: "此处同一数组的元素并不独立，因此 p 值偏大。",
  },
  lab314: {
    en: "MindSpore 1.2 to 1.8 draws with 3.14 for π: the last 0.0032 of the full turn never comes up. Against this theory the distribution moves by 0.00025 and the mean by −0.00032 σ, too little for a KS distance of fewer than 40 million values; just below the mean a quarter of the density is missing. The notebook “Initializer lab” makes it visible.",
    zh: "MindSpore 1.2 到 1.8 用 3.14 代替 π：整圈的最后 0.0032 弧度从不出现。与此处的理论相比，分布函数最多偏移 0.00025，均值偏移 −0.00032 σ；少于四千万个数值时 KS 距离看不出来，但紧挨均值下方的密度少了四分之一。笔记本“初始化器实验室”会把它画出来。",
  },
  labMisspelt: {
    en: "In spite of its name, truncated_normal draws uniform values: in every release the branch tests for a misspelt name.",
    zh: "truncated_normal 名不副实，抽取的是均匀分布：所有版本中该分支比较的名字都拼错了。",
  },
  labCutNothing: {
    en: "From 2.1 on, a and b are the bounds themselves and no multiples of sigma.",
    zh: "从 2.1 起，a 与 b 就是边界本身，而不是 sigma 的倍数。",
  },
  labNoTheory: { en: "There is no theory of its single elements.", zh: "其单个元素没有对应的理论。" },
  labAtom: {
    en: (share: string) => `${share} of the elements are 0 and stand in one bar.`,
    zh: (share: string) => `${share} 的元素为 0，集中在一个柱上。`,
  },
  labArithmetic: { en: "Arithmetic", zh: "计算过程" },
  labQuantities: {
    fanIn: { en: "fan_in, inputs of one output", zh: "fan_in，每个输出的输入数" },
    fanOut: { en: "fan_out, outputs of one input", zh: "fan_out，每个输入的输出数" },
    fanAverage: { en: "fan_avg, the mean of both", zh: "fan_avg，两者的平均" },
    gain: { en: "gain, for the activation", zh: "gain，激活函数的增益" },
    variance: { en: "variance", zh: "方差" },
    bound: { en: "bound, values in [−bound, bound)", zh: "边界，取值于 [−边界, 边界)" },
    sigma: { en: "sigma, the normal distribution’s own", zh: "sigma，正态分布的参数" },
    mean: { en: "mean", zh: "均值" },
    cut: { en: "where it is cut", zh: "截断位置" },
    cutSigmas: { en: "where it is cut, in sigmas", zh: "截断位置（sigma 的倍数）" },
    axes: { en: "axes, dimensions of a unit vector", zh: "维数，单位向量的维数" },
    zeros: { en: "share of zeros", zh: "零的占比" },
    deviation: { en: "standard deviation", zh: "标准差" },
  },
  labParameters: { en: "Parameters", zh: "参数" },
  labNumberWrong: { en: "Expected a number.", zh: "应为数字。" },
  labNumberBelow: {
    en: (least: number) => `Expected a number from ${least} on.`,
    zh: (least: number) => `应为不小于 ${least} 的数字。`,
  },
  labCell: { en: "The cell that draws this", zh: "抽取这些数值的单元" },
  labCellLanguage: { en: "Language of the cells", zh: "单元的语言" },
  labInsert: {
    en: (name: string, language: string) => `Insert ${name} as a ${language} cell`,
    zh: (name: string, language: string) => `把 ${name} 插入为 ${language} 单元`,
  },
  labInsertShort: { en: "Insert below the active cell", zh: "插入到当前单元下方" },
  labOverlay: { en: "All of them in one cell", zh: "全部放进一个单元" },
  labOverlayName: { en: "all of them", zh: "全部" },
  labInserted: {
    en: (name: string) => `A cell that draws ${name} was inserted.`,
    zh: (name: string) => `已插入抽取 ${name} 的单元。`,
  },
} as const satisfies Table;
