/*
 * What a cell finds of the browser's own names: those of a worker without network, page and storage. Types only.
 * Source: WHATWG HTML, "WindowOrWorkerGlobalScope"; Encoding; URL; W3C High Resolution Time, Web Cryptography.
 */

/** Calls back once, after so many milliseconds, while cells run or wait. */
export declare function setTimeout(callback: (...values: unknown[]) => void, ms?: number, ...values: unknown[]): number;
export declare function clearTimeout(timer?: number): void;
/** Calls back again and again, every so many milliseconds. */
export declare function setInterval(
  callback: (...values: unknown[]) => void,
  ms?: number,
  ...values: unknown[]
): number;
export declare function clearInterval(timer?: number): void;
export declare function queueMicrotask(callback: () => void): void;

/** A copy of a value with everything in it; not of functions. */
export declare function structuredClone<T>(value: T): T;

/** Text of bytes, each a character, from Base64, and back. */
export declare function atob(text: string): string;
export declare function btoa(text: string): string;

export declare const performance: {
  /** Milliseconds since the worker was started. */
  now(): number;
};

export declare const crypto: {
  /** Fills a typed array with random bytes, at most 65,536. */
  getRandomValues<T extends ArrayBufferView>(array: T): T;
  randomUUID(): string;
};

/** Text to UTF-8. */
export declare class TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>;
}
/** Bytes to text; UTF-8 unless another encoding is named. */
export declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(bytes?: ArrayBuffer | ArrayBufferView): string;
}

/** An address in its parts. */
export declare class URL {
  constructor(url: string, base?: string);
  readonly searchParams: URLSearchParams;
  readonly origin: string;
  href: string;
  protocol: string;
  host: string;
  pathname: string;
  search: string;
  hash: string;
}
export declare class URLSearchParams {
  constructor(init?: string | Iterable<readonly [string, string]> | { readonly [name: string]: string });
  append(name: string, value: string): void;
  delete(name: string): void;
  get(name: string): string | null;
  getAll(name: string): string[];
  has(name: string): boolean;
  set(name: string, value: string): void;
  [Symbol.iterator](): IterableIterator<[string, string]>;
}
