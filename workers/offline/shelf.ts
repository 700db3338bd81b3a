import { type Build, hashOf, isHashed } from "./build";

/**
 * The files of a build in the browser's cache. A file lies under its path and the hash of its content, so builds share
 * what they have in common, and none is ever given a file of another.
 */
export class Shelf {
  readonly #cache: Promise<Cache>;

  /** `scope` is the site's address. */
  constructor(
    private readonly build: Build,
    private readonly scope: string,
  ) {
    this.#cache = caches.open(`sporebook ${new URL(scope).pathname}`);
  }

  /** The file, if it is here. */
  async find(path: string): Promise<Response | undefined> {
    return (await this.#cache).match(this.#key(path));
  }

  /** A file that is not of this build, but of the one before; its name must tell its content. */
  async findEarlier(path: string): Promise<Response | undefined> {
    if (!isHashed(path)) return undefined;
    return (await this.#cache).match(new URL(path, this.scope).href, { ignoreSearch: true });
  }

  /**
   * The file, from here or from the site.
   *
   * @throws {Error} if the site does not answer, or has another build by now
   */
  async obtain(path: string): Promise<Response> {
    const kept = await this.find(path);
    if (kept) return kept;
    const response = await this.fetch(path);
    return this.keep(path, response);
  }

  /** Asks the site. `index.html` is asked for by its folder, because some hosts redirect from the one to the other. */
  fetch(path: string): Promise<Response> {
    const address = new URL(path.replace(/(^|\/)index\.html$/, "$1"), this.scope);
    return fetch(address, { cache: isHashed(path) ? "default" : "no-cache", credentials: "same-origin" });
  }

  /** Puts the file here, if it is the one that this build means. @throws {Error} if it is not */
  async keep(path: string, response: Response): Promise<Response> {
    if (!response.ok && path !== "404.html") throw new Error(`${path}: HTTP ${response.status}`);
    const bytes = await response.arrayBuffer();
    if ((await hashOf(bytes)) !== this.build.files[path]?.[0]) throw new Error(`${path} is of another build`);
    const type = response.headers.get("content-type") ?? "application/octet-stream";
    const whole = new Response(bytes, { headers: { "content-type": type, "content-length": `${bytes.byteLength}` } });
    await (await this.#cache).put(this.#key(path), whole.clone());
    return whole;
  }

  /** The paths that are not here yet. */
  async missing(): Promise<string[]> {
    const kept = new Set((await (await this.#cache).keys()).map(({ url }) => url));
    return Object.keys(this.build.files).filter((path) => !kept.has(this.#key(path)));
  }

  /**
   * Throws away what is neither of this build nor of the one that was served before: its pages may still be open, and ask
   * for parts of theirs.
   */
  async tidy(): Promise<void> {
    const cache = await this.#cache;
    const noted = new URL("served-build", this.scope).href;
    const before = (await (await cache.match(noted))?.json().catch(() => [])) as string[] | undefined;
    const own = Object.keys(this.build.files).map((path) => this.#key(path));
    const kept = new Set([noted, ...own, ...(before ?? [])]);
    for (const { url } of await cache.keys()) if (!kept.has(url)) await cache.delete(url);
    await cache.put(noted, new Response(JSON.stringify(own)));
  }

  #key(path: string): string {
    return new URL(`${path}?${this.build.files[path]?.[0]}`, this.scope).href;
  }
}
