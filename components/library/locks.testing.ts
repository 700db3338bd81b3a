/*
 * Web Locks for tests in Node: exclusive ones, with `ifAvailable`, `steal` and `signal`.
 * Source: Web Locks API, "4. API".
 */

type Callback = (lock: object | null) => unknown;
type Options = { ifAvailable?: boolean; steal?: boolean; signal?: AbortSignal };
type Waiting = { start(): void; signal?: AbortSignal };

export class FakeLocks {
  #held = new Map<string, { reject(error: Error): void }>();
  #waiting = new Map<string, Waiting[]>();

  request(name: string, ...given: [Callback] | [Options, Callback]) {
    const callback = given.at(-1) as Callback;
    const options = given.length === 2 ? given[0] : {};
    return new Promise<unknown>((resolve, reject) => {
      const start = () => {
        const mine = { reject };
        this.#held.set(name, mine);
        Promise.resolve()
          .then(() => callback({ name }))
          .then(resolve, reject)
          .finally(() => {
            if (this.#held.get(name) === mine) this.#release(name);
          });
      };
      if (options.steal) {
        this.#held.get(name)?.reject(new DOMException("stolen", "AbortError"));
        return start();
      }
      if (!this.#held.has(name)) return start();
      if (options.ifAvailable) return resolve(Promise.resolve().then(() => callback(null)));
      const waiting = { start, signal: options.signal };
      this.#waiting.set(name, [...(this.#waiting.get(name) ?? []), waiting]);
      options.signal?.addEventListener("abort", () => {
        this.#waiting.set(
          name,
          (this.#waiting.get(name) ?? []).filter((one) => one !== waiting),
        );
        reject(new DOMException("aborted", "AbortError"));
      });
    });
  }

  #release(name: string): void {
    this.#held.delete(name);
    const [next, ...rest] = this.#waiting.get(name) ?? [];
    this.#waiting.set(name, rest);
    next?.start();
  }
}
