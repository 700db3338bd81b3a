export type Monaco = typeof import("./monaco");

let loading: Promise<Monaco> | undefined;

/** Monaco, its own few words in the page's language; it reads them once, so they stay until the page is loaded anew. */
export function loadMonaco(): Promise<Monaco> {
  loading ??= load();
  loading.catch(() => {
    loading = undefined; // the next one may have a network
  });
  return loading;
}

async function load(): Promise<Monaco> {
  if (document.documentElement.lang.startsWith("zh")) await import("monaco-editor/nls/lang/zh-cn.js");
  return import("./monaco");
}
