/** A file elsewhere: where it lies, and the hosts that may send it. */
export type FileAddress = { address: string; host: string; hosts: string[]; name: string };

type Rule = { page: RegExp; file(parts: string[]): string; others?: string[] };

/** Pages of the common hosts that show a file, and where the file itself is. Branches whose names have slashes need the file's own address. */
const rules: { readonly [host: string]: Rule } = {
  "github.com": {
    page: /^\/([^/]+)\/([^/]+)\/(?:blob|raw|edit)\/(.+)$/,
    file: ([owner, name, rest]) => `https://raw.githubusercontent.com/${owner}/${name}/${rest}`,
  },
  "gist.github.com": {
    page: /^\/([^/]+)\/([0-9a-f]+)\/?$/,
    file: ([owner, id]) => `https://gist.githubusercontent.com/${owner}/${id}/raw`,
  },
  "gitee.com": {
    page: /^\/([^/]+)\/([^/]+)\/(?:blob|edit)\/(.+)$/,
    file: ([owner, name, rest]) => `https://gitee.com/${owner}/${name}/raw/${rest}`,
  },
  "gitcode.com": {
    page: /^\/([^/]+)\/([^/]+)\/blob\/(.+)$/,
    file: ([owner, name, rest]) => `https://raw.gitcode.com/${owner}/${name}/raw/${rest}`,
  },
  // its pages' own raw files may not be read by other sites (gitlab-org/gitlab#16732); its API's may
  "gitlab.com": {
    page: /^\/(.+?)\/-\/(?:blob|raw)\/([^/]+)\/(.+)$/,
    file: ([project, branch, path]) =>
      `https://gitlab.com/api/v4/projects/${escaped(project)}/repository/files/${escaped(path)}/raw?ref=${branch}`,
  },
  "huggingface.co": {
    page: /^\/(.+?)\/(?:blob|resolve|raw)\/(.+)$/,
    file: ([repository, rest]) => `https://huggingface.co/${repository}/resolve/${rest}`,
    others: ["https://*.huggingface.co", "https://*.hf.co"],
  },
  "bitbucket.org": {
    page: /^\/([^/]+)\/([^/]+)\/src\/(.+)$/,
    file: ([owner, name, rest]) => `https://bitbucket.org/${owner}/${name}/raw/${rest}`,
  },
  "nbviewer.org": {
    page: /^\/github\/([^/]+)\/([^/]+)\/blob\/(.+)$/,
    file: ([owner, name, rest]) => `https://raw.githubusercontent.com/${owner}/${name}/${rest}`,
  },
  "colab.research.google.com": {
    page: /^\/github\/([^/]+)\/([^/]+)\/blob\/(.+)$/,
    file: ([owner, name, rest]) => `https://raw.githubusercontent.com/${owner}/${name}/${rest}`,
  },
};

const escaped = (part = "") => encodeURIComponent(decodeURIComponent(part));

/** Where the notebook is that an address means; of pages that show a file, the file. `notHttps` or `notAddress` if it means none. */
export function fileAddress(text: string): FileAddress | "notHttps" | "notAddress" {
  try {
    const url = new URL(text);
    if (url.protocol !== "https:") return url.protocol === "http:" ? "notHttps" : "notAddress";
    if (url.username !== "" || url.password !== "") return "notAddress"; // "https://github.com@other.example/"
    const rule = Object.hasOwn(rules, url.hostname) ? rules[url.hostname] : undefined;
    const parts = rule?.page.exec(url.pathname)?.slice(1);
    const file = new URL(rule && parts ? rule.file(parts) : url.href);
    file.hash = "";
    const hosts = [file.origin, ...(rule?.others ?? [])];
    return { address: file.href, host: file.host, hosts, name: nameIn(url) };
  } catch {
    return "notAddress";
  }
}

function nameIn({ pathname }: URL): string {
  const last = pathname.split("/").at(-1) ?? "";
  return /\.ipynb$/i.test(last) ? decodeURIComponent(last) : "notebook.ipynb";
}
