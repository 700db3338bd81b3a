/** One file of a build: the hash of its content, and its size as it travels (gzip). */
export type BuildFile = [hash: string, packedBytes: number];

/** All that a build consists of, as scripts/offline.mjs writes it into the service worker. */
export interface Build {
  version: string;
  /** By path in the site's folder. */
  files: { [path: string]: BuildFile };
  /** What must be here before this build is served at all: every page, and what it needs to be read. */
  first: string[];
}

/** The file of a build that an address inside the site means; undefined if it is none. `path` has no slash before it. */
export function fileOf({ files }: Build, path: string): string | undefined {
  const names = path === "" || path.endsWith("/") ? [`${path}index.html`] : [path, `${path}.html`];
  return names.find((name) => Object.hasOwn(files, name));
}

/** Whether the name tells the content: such a file never changes. */
export const isHashed = (path: string) => /^_next\/static\/|\.[0-9a-f]{12}\.\w+$/.test(path);

/** The first digits of the SHA-256 of a file, in hex, as the build writes it down. */
export async function hashOf(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest.subarray(0, 10)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
