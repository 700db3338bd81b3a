import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { notebookText, parseNotebook } from "./file";
import { deskOf, notebookOf } from "./files";
import { afterImport, type Plain, plain, problemsOf45, readPlain, writePlain } from "./nbformat.testing";

/** A text after it was opened, stood on the page, and was saved. */
function throughPage(text: string): string {
  const opened = parseNotebook(text);
  const onPage = deskOf(structuredClone(opened), "n.ipynb"); // as storage and messages copy it
  return notebookText(notebookOf(onPage));
}

function expectKept(text: string): void {
  const saved = throughPage(text);
  const before = readPlain(text);
  const after = readPlain(saved);
  expect(afterImport(after)).toEqual(afterImport(before));
  expectIds(before, after);
  expect(throughPage(saved)).toBe(saved); // nothing changes any more
}

/** Usable ids stay; every cell has one, and no two the same. */
function expectIds(before: Plain, after: Plain): void {
  const idsOf = (notebook: Plain) => (plain(notebook) as { cells: { id?: unknown }[] }).cells.map(({ id }) => id);
  const [old, now] = [idsOf(before), idsOf(after)];
  expect(new Set(now).size).toBe(now.length);
  now.forEach((id, index) => {
    expect(id).toMatch(/^[a-zA-Z0-9-_]{1,64}$/);
    const was = old[index];
    const isUsable = typeof was === "string" && /^[a-zA-Z0-9-_]{1,64}$/.test(was) && !(was in {});
    if (isUsable && old.indexOf(was) === index) expect(id).toBe(was);
  });
}

const corpus = fileURLToPath(new URL("corpus", import.meta.url));
const files = readdirSync(corpus);
const textOf = (name: string) => readFileSync(`${corpus}/${name}`, "utf8");

describe("a notebook opened and saved is the same JSON but for what 4.5 requires", () => {
  test("the corpus has every minor version", () => {
    const minors = files.map((name) => (plain(readPlain(textOf(name))) as { nbformat_minor: number }).nbformat_minor);
    expect([...new Set(minors)].sort()).toEqual([0, 1, 2, 3, 4, 5]);
  });
  test.each(files)("%s", (name) => expectKept(textOf(name)));

  test("20 MB of outputs in one text, in many lines and in JSON", () => {
    const line = `${"参数 weight ".repeat(9)}\n`;
    const lines = Array.from({ length: 60_000 }, () => line);
    const outputs = [
      { output_type: "stream", name: "stdout", text: lines },
      { output_type: "stream", name: "stdout", text: lines.join("") },
      { output_type: "display_data", metadata: {}, data: { "image/png": "iVBORw0K".repeat(500_000) } },
      {
        output_type: "display_data",
        metadata: {},
        data: { "application/vnd.plotly.v1+json": { data: [{ y: Array.from({ length: 200_000 }, (_, i) => i / 7) }] } },
      },
    ];
    const cell = { cell_type: "code", metadata: {}, source: "", execution_count: 1, outputs };
    const text = JSON.stringify({ cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 4 });
    expect(Buffer.byteLength(text)).toBeGreaterThan(20_000_000);
    const before = JSON.parse(text);
    const after = JSON.parse(throughPage(text));
    const joined = (value: string | string[]) => (Array.isArray(value) ? value.join("") : value);
    after.cells[0].outputs.forEach((output: { text?: string[] }, index: number) => {
      const was = before.cells[0].outputs[index];
      if (output.text) expect(joined(output.text) === joined(was.text)).toBe(true);
      else
        expect(JSON.stringify(output)).toBe(
          JSON.stringify({ data: was.data, metadata: {}, output_type: was.output_type }),
        );
    });
  });
});

// --- generated notebooks ---------------------------------------------------------------------------------------------

const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string(),
  fc.constantFrom(
    "",
    "\n",
    "a\r\nb",
    "\ud800",
    "\udfff\ud800",
    "\u2028",
    "NaN",
    "[9007199254740993",
    '\\"',
    "🍄",
    "\0",
  ),
);
const key = fc.oneof(fc.constantFrom("__proto__", "constructor", "toString", "10", "9", "", "later", "中文"), anyText);
const number = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.bigInt().map(String),
  fc.constantFrom("NaN", "Infinity", "-Infinity", "1e999", "-1E400", "1.50", "9007199254740993", "-0", "0.1e-7"),
);
const { json } = fc.letrec<{ json: Plain }>((tie) => ({
  json: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom(null, true, false),
    number.map((text): Plain => ({ number: text })),
    anyText,
    fc.array(tie("json"), { maxLength: 4 }).map((list): Plain => ({ list })),
    fc.array(fc.tuple(key, tie("json")), { maxLength: 4 }).map((members): Plain => ({ object: new Map(members) })),
  ),
}));
const object = fc.array(fc.tuple(key, json), { maxLength: 4 }).map((members) => new Map(members));
const made = (members: [string, Plain][], more: Map<string, Plain>): Plain => ({
  object: new Map([...more, ...members]),
});
const lines = fc.oneof(
  anyText,
  fc.array(anyText, { maxLength: 4 }).map((list): Plain => ({ list })),
);
const count = fc.oneof(
  fc.constant(null),
  fc.nat().map((n): Plain => ({ number: `${n}` })),
);
const bundle = fc
  .record({
    texts: fc.dictionary(fc.constantFrom("text/plain", "text/html", "image/png", "image/svg+xml", "a/b"), lines),
    jsons: fc.dictionary(fc.constantFrom("application/json", "application/x.y+json"), json),
  })
  .map(({ texts, jsons }): Plain => ({ object: new Map([...Object.entries(texts), ...Object.entries(jsons)]) }));
const output = fc
  .tuple(fc.nat(3), lines, bundle, object, object, count, anyText)
  .map(([kind, text, data, metadata, more, executionCount, name]): Plain => {
    const metadataOf: [string, Plain] = ["metadata", { object: metadata }];
    if (kind === 0)
      return made(
        [
          ["output_type", "stream"],
          ["name", name],
          ["text", text],
        ],
        more,
      );
    if (kind === 1) return made([["output_type", "display_data"], ["data", data], metadataOf], more);
    if (kind === 2)
      return made(
        [["output_type", "execute_result"], ["data", data], metadataOf, ["execution_count", executionCount]],
        more,
      );
    const traceback: Plain = { list: [name] };
    return made(
      [
        ["output_type", "error"],
        ["ename", name],
        ["evalue", name],
        ["traceback", traceback],
      ],
      more,
    );
  });
const cell = fc
  .tuple(
    fc.constantFrom("code", "markdown", "raw"),
    lines,
    object,
    object,
    fc.array(output, { maxLength: 3 }),
    count,
    bundle,
    key,
  )
  .map(([type, source, metadata, more, outputs, executionCount, attachment, name]): Plain => {
    const members: [string, Plain][] = [
      ["cell_type", type],
      ["source", source],
      ["metadata", { object: metadata }],
    ];
    if (type === "code") members.push(["outputs", { list: outputs }], ["execution_count", executionCount]);
    else members.push(["attachments", { object: new Map([[name, attachment]]) }]);
    return made(members, more);
  });
const notebook = fc
  .tuple(fc.array(cell, { maxLength: 5 }), object, object, fc.nat(5))
  .map(([cells, metadata, more, minor]) =>
    made(
      [
        ["cells", { list: cells }],
        ["metadata", { object: metadata }],
        ["nbformat", { number: "4" }],
        ["nbformat_minor", { number: `${minor}` }],
      ],
      more,
    ),
  );

test("generated notebooks keep every key and value", () => {
  fc.assert(
    fc.property(notebook, (generated) => expectKept(writePlain(generated))),
    { numRuns: 400 },
  );
});

test("what is saved obeys the schema of 4.5 wherever the opened file obeyed its own", () => {
  for (const name of files) {
    const saved = plain(readPlain(throughPage(textOf(name))));
    // keys that 4.5 knows nothing of were in the file before and are kept, against the schema's letter
    const unknown = /has the unknown key/;
    expect(problemsOf45(saved).filter((problem) => !unknown.test(problem))).toEqual([]);
  }
});
