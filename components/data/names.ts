/** What a notebook's data files may be at most. */
export const limits = { fileBytes: 50_000_000, notebookBytes: 200_000_000, files: 100 } as const;

/** Characters that no file of a working folder may have in its name: they would lead elsewhere, or deceive. */
const forbidden = /[\p{Cc}\p{Cf}\p{Cs}/\\]/u;

/** Whether cells can open a file of this name in their working folder, and the page can show it. */
export function isFileName(name: string): boolean {
  return name !== "" && name !== "." && name !== ".." && !forbidden.test(name) && utf8(name) <= 255;
}

/**
 * The name under which cells will find a file of the reader's: no folders, no control characters, and composed
 * (macOS hands names on in pieces, so that `open("café.csv")` would not find what it seems to name).
 */
export function cleanName(name: string): string {
  const last = name.split(/[/\\]/).at(-1)!.normalize("NFC");
  let clean = last.replace(new RegExp(forbidden, "gu"), "").trim();
  while (utf8(clean) > 255) clean = clean.slice(0, -1);
  return isFileName(clean) ? clean : "file";
}

const utf8 = (text: string) => new TextEncoder().encode(text).length;

/** "812 bytes", "12.3 kB", "50 MB": three digits at most, thousands of 1000 as storage makers count. */
export function sizeText(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  const [value, unit] =
    bytes < 1_000_000 ? [bytes / 1e3, "kB"] : bytes < 1e9 ? [bytes / 1e6, "MB"] : [bytes / 1e9, "GB"];
  return `${value < 9.95 ? value.toFixed(1) : value.toFixed(0)} ${unit}`;
}

/** How a cell opens a file, by the end of its name. */
export function openingCode(name: string): string {
  const quoted = JSON.stringify(name);
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase();
  if (ending === "npy" || ending === "npz") return `np.load(${quoted})`;
  if (ending === "csv") return `np.loadtxt(${quoted}, delimiter=",")`;
  if (ending === "json") return `json.load(open(${quoted}))`;
  const isText = ending && /^(txt|md|py|ts|tsv|log|xml|html|yaml|yml|toml|ini)$/.test(ending);
  return isText ? `open(${quoted}).read()` : `open(${quoted}, "rb").read()`;
}
