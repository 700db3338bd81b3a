export const languages = { zh: "zh-CN", en: "en" } as const;
export type Language = keyof typeof languages;

/** One thing that the page says, in every language; with places to fill, or without. */
export type Row = { [L in Language]: string } | { [L in Language]: (...parts: never[]) => string };
export type Table = { [name: string]: Row | { [name: string]: Row } };
