/** What the reader can turn on and off, and how it stands at first. */
export const defaultSettings = {
  /** Keys that are one letter, digit or sign hold while a cell has the focus. */
  letterKeys: true,
  /** Code cells show the numbers of their lines. */
  lineNumbers: false,
} as const satisfies { [name: string]: boolean };

export type SettingName = keyof typeof defaultSettings;
export type Settings = { readonly [S in SettingName]: boolean };

/** The settings that a text from the browser's storage holds; what it does not say, or not well, is as at first. */
export function parseSettings(text: string | null): Settings {
  let saved: unknown;
  try {
    saved = JSON.parse(text ?? "{}");
  } catch {
    return defaultSettings;
  }
  const known = typeof saved === "object" && saved !== null ? (saved as { [name: string]: unknown }) : {};
  const names = Object.keys(defaultSettings) as SettingName[];
  const entries = names.map((name) => [name, typeof known[name] === "boolean" ? known[name] : defaultSettings[name]]);
  return Object.fromEntries(entries) as Settings;
}
