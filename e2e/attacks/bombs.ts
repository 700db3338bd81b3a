import { deflateSync } from "node:zlib";
import type { Flood } from "./floods";

/*
 * Files that are too much of something. Each gives a sentence or a notebook, on a page that goes on working.
 */
export const notebook = (cells: unknown[]) => JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 });
export const code = (id: string, outputs: unknown[] = [], source = "1") => ({
  id,
  cell_type: "code",
  metadata: {},
  source,
  execution_count: 1,
  outputs,
});
const shown = (mime: string, data: unknown) => ({
  output_type: "display_data",
  data: { [mime]: data, "text/plain": "as text" },
  metadata: {},
});

const uses = (depth: number) =>
  Array.from({ length: depth }, (_, i) => `<g id="g${i + 1}">${`<use href="#g${i}"/>`.repeat(10)}</g>`).join("");
const laughs = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><defs><rect id="g0" width="1" height="1"/>${uses(9)}</defs><use href="#g9"/></svg>`;

/** A PNG of 30,000 × 30,000 pixels in a hundred kilobytes. */
function pixels(): string {
  const side = 30_000;
  const crcs = Array.from({ length: 256 }, (_, n) => {
    let c = n;
    for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
    return c >>> 0;
  });
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    let crc = 0xffffffff;
    for (const byte of body) crc = (crcs[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8);
    const out = Buffer.alloc(8 + body.length);
    out.writeUInt32BE(data.length, 0);
    body.copy(out, 4);
    out.writeUInt32BE((crc ^ 0xffffffff) >>> 0, 4 + body.length);
    return out;
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head[8] = 1; // one bit a pixel
  const rows = deflateSync(Buffer.alloc((side / 8 + 1) * side), { level: 9 });
  const magic = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([magic, chunk("IHDR", head), chunk("IDAT", rows), chunk("IEND", Buffer.alloc(0))]).toString(
    "base64",
  );
}

export interface Bomb {
  name: string;
  text(): string;
  /** Whether the bomb is a real one: what a page without limits would have to carry. */
  isReal(text: string): boolean;
  /** The sentence it gives, or that it opens. */
  says: RegExp | "notebook";
}

export const bombs: readonly Bomb[] = [
  {
    name: "a million cells",
    text: () =>
      `{"nbformat":4,"nbformat_minor":5,"metadata":{},"cells":[${Array(1_000_000).fill('{"cell_type":"raw","source":"","metadata":{}}').join()}]}`,
    isReal: (text) => JSON.parse(text).cells.length === 1_000_000,
    says: /cells|单元/,
  },
  {
    name: "a hundred thousand levels of JSON",
    text: () =>
      `{"nbformat":4,"nbformat_minor":5,"cells":[],"metadata":${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}}`,
    isReal: (text) => {
      try {
        JSON.stringify(JSON.parse(text));
        return false;
      } catch (error) {
        return error instanceof RangeError; // the stack of a naive reader ends here
      }
    },
    says: /deep|level|层/,
  },
  {
    name: "a drawing that uses itself a thousand million times",
    text: () => notebook([code("a", [shown("image/svg+xml", laughs)])]),
    isReal: () => 10 ** 9 > 200_000,
    says: "notebook",
  },
  {
    name: "the same drawing in HTML",
    text: () => notebook([code("a", [shown("text/html", laughs)])]),
    isReal: () => laughs.length < 5_000,
    says: "notebook",
  },
  {
    name: "a picture of 900 million pixels",
    text: () => notebook([code("a", [shown("image/png", pixels())])]),
    isReal: (text) => text.length < 1_000_000,
    says: "notebook",
  },
  {
    name: "two hundred thousand outputs",
    text: () => notebook([code("a", Array(200_000).fill({ output_type: "stream", name: "stdout", text: "x\n" }))]),
    isReal: (text) => JSON.parse(text).cells[0].outputs.length === 200_000,
    says: "notebook",
  },
  {
    name: "as many outputs of two streams in turns",
    text: () =>
      notebook([
        code(
          "a",
          Array.from({ length: 200_000 }, (_, index) => ({
            output_type: "stream",
            name: index % 2 ? "stdout" : "stderr",
            text: "x\n",
          })),
        ),
      ]),
    isReal: (text) => JSON.parse(text).cells[0].outputs.length === 200_000,
    says: "notebook",
  },
  {
    name: "a formula that expands without end",
    text: () => notebook([code("a", [shown("text/latex", "$\\def\\a{\\a\\a}\\a$ $\\rule{1000000em}{1000000em}$")])]),
    isReal: () => true,
    says: "notebook",
  },
  {
    name: "names of the prototype as ids and mime types",
    text: () =>
      `{"nbformat":4,"nbformat_minor":5,"metadata":{"__proto__":{"polluted":1}},"cells":[${[
        "__proto__",
        "constructor",
        "toString",
      ]
        .map(
          (id) =>
            `{"id":"${id}","cell_type":"code","metadata":{"__proto__":{"polluted":1}},"source":"1","execution_count":1,"outputs":[{"output_type":"display_data","metadata":{},"data":{"__proto__":{"polluted":1},"constructor":"x","text/plain":"y"}}]}`,
        )
        .join()}]}`,
    isReal: (text) => Object.hasOwn(JSON.parse(text).metadata, "__proto__"),
    says: "notebook",
  },
  {
    name: "code that reads otherwise than it runs",
    text: () => notebook([code("a", [], 'access = "user\u202e \u2066# if admin\u2069 \u2066"\n\u0430 = 1')]),
    isReal: (text) => /[\u202a-\u202e\u2066-\u2069]/.test(text),
    says: "notebook",
  },
];

/** The cells of a flood, in TypeScript, and then those of `more`. */
export const floodNotebook = ({ cells }: Flood, ...more: string[]): string =>
  notebook(
    [...cells, ...more].map((source, at) => ({
      ...code(`flood-${at}`, [], source),
      metadata: { vscode: { languageId: "typescript" } },
    })),
  );
