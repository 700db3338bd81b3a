/**
 * A name for a download, of a notebook's name and another ending: Chinese characters stay, what a file system forbids
 * does not. Source for the latter: Microsoft, "Naming Files, Paths, and Namespaces".
 */
export function fileNameFor(notebook: string, extension: string): string {
  const stem = notebook.replace(/\.(ipynb|json)$/i, "");
  const safe = stem
    .replace(/[\p{Cc}\p{Cf}\p{Cs}<>:"/\\|?*]+/gu, "-")
    .replace(/^[\s.-]+|[\s.]+$/g, "")
    .slice(0, 100);
  const isDevice = /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(safe);
  return `${safe === "" || isDevice ? "notebook" : safe}.${extension}`;
}
