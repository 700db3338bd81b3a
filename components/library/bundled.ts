import type { Notebook } from "../notebook/nbformat";
import type { Language } from "../text";

type Both = { [L in Language]: string };

/**
 * The notebooks that come with the site, in the order of the home page. Each has its own address, `/<slug>/`, and two
 * files, `public/tutorials/<slug>.zh.ipynb` and `<slug>.en.ipynb`: the same cells under the same ids.
 */
export const bundledNotebooks = [
  {
    slug: "network-parameters",
    title: { zh: "网络参数", en: "Network parameters" },
    about: {
      zh: "Parameter 是什么，初始化器如何填充它，Conv2d 与 Dense 如何使用它，又如何更新。",
      en: "What a Parameter is, how initializers fill it, what Conv2d and Dense make of it, how it is updated.",
    },
  },
  {
    slug: "engine-in-typescript",
    title: { zh: "用 TypeScript 使用引擎", en: "The engine in TypeScript" },
    about: {
      zh: "不经过 Python 使用同一个引擎：名称、选项、类型、等待与停止，以及两种语言共用的变量和随机数。",
      en: "The same engine without Python: names, options, types, waiting and stopping, and variables shared by both languages.",
    },
  },
  {
    slug: "initializer-lab",
    title: { zh: "初始化器实验室", en: "Initializer lab" },
    about: {
      zh: "随机的初始值从何而来：扇入与扇出、方差、两代版本，以及一个写成 3.14 的圆周率。",
      en: "Where random weights come from: fan-in and fan-out, variance, two eras of releases, and a π of 3.14.",
    },
  },
] as const satisfies readonly { slug: string; title: Both; about: Both }[];

export type Slug = (typeof bundledNotebooks)[number]["slug"];

/** A bundled notebook with its text: the same cells under the same ids, with the prose in either language. */
export type Bundled = { slug: Slug; texts: Texts };
export type Texts = { readonly [L in Language]: Notebook };

export const bundledName = (slug: Slug, language: Language) => `${slug}.${language}.ipynb`;
export const bundledAddress = (slug: Slug) => `/${slug}/`;
