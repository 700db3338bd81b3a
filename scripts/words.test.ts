import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Node, parse } from "acorn";
import { transform } from "sucrase";
import { describe, expect, test } from "vitest";
import type { Row } from "../components/text/table";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(root, "components/text");
const areaNames = readdirSync(folder).filter(
  (name) => /^[a-z]\w*\.ts$/i.test(name) && !["index.ts", "table.ts", "proseLanguage.ts"].includes(name),
);

type Members = { [key: string]: unknown };
const isRow = (value: object): value is Row => "en" in value && "zh" in value;

/** Every row of a table, with the path that leads to it. */
function rowsOf(table: object, path: string): { path: string; row: Row }[] {
  return Object.entries(table).flatMap(([key, value]: [string, object]) =>
    isRow(value) ? [{ path: `${path}.${key}`, row: value }] : rowsOf(value, `${path}.${key}`),
  );
}

const areas = await Promise.all(
  areaNames.map(async (name) => {
    const module: Members = await import(join(folder, name));
    return { name, table: Object.assign({}, ...Object.values(module)) as Members };
  }),
);
const rows = areas.flatMap(({ name, table }) => rowsOf(table, name));

/** The row's words with something in each of its places. */
function wordsOf(row: Row, language: "en" | "zh"): string {
  const words = row[language] as string | ((...parts: unknown[]) => string);
  return typeof words === "string" ? words : words(...Array(words.length).fill("7"));
}

/** Rows whose words are no language's: names, signs, units, endings of files. */
const isNobodys = (words: string) =>
  !/[A-Za-z]{2}/.test(
    words.replace(/of|Sporebook|Python|TypeScript|Jupyter|Markdown|IndexedDB|MB|\.\w+|`[^`]*`|"[^"]*"/g, ""),
  );

describe("the table of words", () => {
  test("has areas that share no key, all of them in the index", () => {
    const keys = areas.flatMap(({ table }) => Object.keys(table));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    const index = readFileSync(join(folder, "index.ts"), "utf8");
    expect(areaNames.filter((name) => !index.includes(`"./${name.replace(".ts", "")}"`))).toEqual([]);
  });

  test.each(rows)("$path says the same in both languages", ({ row }) => {
    const [en, zh] = [wordsOf(row, "en"), wordsOf(row, "zh")];
    expect(zh.trim()).not.toBe("");
    expect(typeof row.en).toBe(typeof row.zh);
    expect(en.replace(/[“”"(（].*?[“”")）]/g, "")).not.toMatch(/[\p{Script=Han}，。：；？！]/u);
    if (!isNobodys(en)) expect(zh).toMatch(/\p{Script=Han}/u);
    if (typeof row.en === "function") expect(row.en.length).toBe((row.zh as typeof row.en).length);
  });
});

/** Rows that are asked for by names put together, `${state}Words`. */
const builtNames = /(?:Since|Words)$/;

test("every row of the table is said somewhere", () => {
  const sources = ["app", "components"].flatMap((top) =>
    readdirSync(join(root, top), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name) && !name.startsWith("text/"))
      .map((name) => readFileSync(join(root, top, name), "utf8")),
  );
  const all = sources.join("\n");
  const keys = areas.flatMap(({ table }) => Object.keys(table));
  expect(
    keys.filter((key) => !builtNames.test(key) && !all.includes(`"${key}"`) && !new RegExp(`\\.${key}\\b`).test(all)),
  ).toEqual([]);
});

// --- words that are not in the table ---------------------------------------------------------------------------------

/** What a reader sees or hears beside the text of an element. */
const spoken = /^(aria-(label|description|roledescription|valuetext|placeholder)|title|alt|placeholder|label)$/;
/** Names, which are the same in every language. */
const names = new Set(["Sporebook", "中文", "English", "stderr", "JSON", "Esc", "Shift", "Ctrl"]);
const isWords = (text: string) => /\p{Letter}{2}/u.test(text) && !names.has(text.trim());

/** The words that a component draws and that stand in its source instead of in the table. */
function literalsIn(source: string): string[] {
  const { code } = transform(source, { transforms: ["typescript", "jsx"], production: true });
  const found: string[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    if (typeof node !== "object" || node === null || !("type" in node)) return;
    const call = node as Node & Members;
    const callee = call.callee as Members | undefined;
    if (call.type === "CallExpression" && (callee?.property as Members | undefined)?.name === "createElement") {
      const [tag, props, ...children] = call.arguments as Members[];
      if (tag?.type !== "Literal" || !["style", "script", "title"].includes(String(tag.value)))
        for (const child of children) found.push(...textsIn(child));
      for (const prop of (props?.properties as Members[] | undefined) ?? []) {
        const key = prop.key as Members | undefined;
        if (spoken.test(String(key?.name ?? key?.value))) found.push(...textsIn(prop.value as Members));
      }
    }
    for (const member of Object.values(call)) visit(member);
  };
  visit(parse(code, { ecmaVersion: "latest", sourceType: "module" }));
  return found.filter(isWords);
}

/** The texts that an expression may be drawn as. */
function textsIn(node: Members | undefined): string[] {
  if (node?.type === "Literal") return typeof node.value === "string" ? [node.value] : [];
  if (node?.type === "TemplateLiteral")
    return (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked);
  if (node?.type === "ConditionalExpression")
    return [...textsIn(node.consequent as Members), ...textsIn(node.alternate as Members)];
  if (node?.type === "LogicalExpression") return textsIn(node.right as Members);
  return [];
}

test("literalsIn finds text, attributes and the branches of conditions", () => {
  const found = literalsIn(
    'const a = <p title="Title" className="no" aria-label={`Label ' +
      '${n}`}>Text {is ? "Yes words" : say("key")} {x && "And"}</p>',
  );
  expect(found.sort()).toEqual(["And", "Label ", "Text ", "Title", "Yes words"]);
});

const components = ["app", "components"].flatMap((top) =>
  readdirSync(join(root, top), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".tsx"))
    .map((name) => join(top, name)),
);
test.each(components)("%s says nothing that is not in the table", (path) => {
  expect(literalsIn(readFileSync(join(root, path), "utf8"))).toEqual([]);
});
