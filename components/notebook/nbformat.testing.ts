/*
 * nbformat's rules once more, for tests: written from the published schema of 4.5 and from nbformat's documentation,
 * without anything of the page's own reader and writer.
 */

/** JSON as it is written: numbers by their digits, objects as maps, so that no key and no digit can get lost. */
export type Plain = null | boolean | string | { number: string } | { list: Plain[] } | { object: Map<string, Plain> };

/** Reads JSON and Python's NaN and Infinity. @throws {Error} if it is neither */
export function readPlain(text: string): Plain {
  const tokens = /\s*([{}[\],:]|"(?:[^"\\]|\\.)*"|-?(?:\d[\d.eE+-]*|Infinity)|NaN|true|false|null)/y;
  tokens.lastIndex = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const next = () => {
    const token = tokens.exec(text)?.[1];
    if (token === undefined) throw new Error("not JSON");
    return token;
  };
  const value = (token: string): Plain => {
    if (token === "{") {
      const object = new Map<string, Plain>();
      for (let key = next(); key !== "}"; key = next()) {
        if (key === ",") continue;
        next(); // the colon
        object.set(JSON.parse(key), value(next()));
      }
      return { object };
    }
    if (token === "[") {
      const list: Plain[] = [];
      for (let item = next(); item !== "]"; item = next()) if (item !== ",") list.push(value(item));
      return { list };
    }
    if (token.startsWith('"')) return JSON.parse(token);
    return token === "null" ? null : token === "true" ? true : token === "false" ? false : { number: token };
  };
  return value(next());
}

export function writePlain(value: Plain): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if ("number" in value) return value.number;
  if ("list" in value) return `[${value.list.map(writePlain).join(", ")}]`;
  return `{${[...value.object].map(([key, member]) => `${JSON.stringify(key)}: ${writePlain(member)}`).join(", ")}}`;
}

/** The same as JavaScript's own values, where digits do not matter. */
export const plain = (value: Plain): unknown => JSON.parse(writePlain(value).replace(/-?\bInfinity\b|\bNaN\b/g, "0"));

/**
 * What opening and saving may change, taken away on both sides: the minor version, ids (tests look at them on their
 * own), whether a text is one string or a list of lines, what 4.5 requires and was missing, and how a number with a
 * fraction is written.
 */
export function afterImport(notebook: Plain): Plain {
  const top = members(notebook);
  const cells = items(top.get("cells")).map((each) => {
    const cell = members(each);
    cell.delete("id");
    fill(cell, "metadata", { object: new Map() });
    cell.set("source", joined(cell.get("source")!));
    if (cell.get("attachments") instanceof Object && "object" in (cell.get("attachments") as object))
      cell.set("attachments", over(cell.get("attachments")!, joinedBundle));
    if (cell.get("cell_type") === "code") {
      fill(cell, "execution_count", null);
      fill(cell, "outputs", { list: [] });
      cell.set("outputs", { list: items(cell.get("outputs")).map(joinedOutput) });
    }
    return sortedPlain({ object: cell });
  });
  fill(top, "metadata", { object: new Map() });
  top.set("cells", { list: cells });
  top.set("nbformat_minor", "any");
  return sortedPlain({ object: top });
}

function joinedOutput(each: Plain): Plain {
  const output = members(each);
  const type = output.get("output_type");
  if (type === "stream") output.set("text", joined(output.get("text")!));
  if (type === "display_data" || type === "execute_result") {
    fill(output, "metadata", { object: new Map() });
    output.set("data", joinedBundle(output.get("data")!));
  }
  if (type === "execute_result") fill(output, "execution_count", null);
  return { object: output };
}

const joinedBundle = (bundle: Plain): Plain =>
  over(bundle, (data, mime) => (/^application\/(.*\+)?json$/.test(mime) ? data : joined(data)));
const joined = (text: Plain): Plain => {
  const parts = text !== null && typeof text === "object" && "list" in text ? text.list : [text];
  return parts.every((part) => typeof part === "string") ? parts.join("") : text;
};
const over = (value: Plain, change: (member: Plain, key: string) => Plain): Plain => ({
  object: new Map([...members(value)].map(([key, member]) => [key, change(member, key)])),
});
const members = (value: Plain | undefined): Map<string, Plain> => {
  if (value === null || typeof value !== "object" || !("object" in value)) throw new Error("not an object");
  return new Map(value.object);
};
const items = (value: Plain | undefined): Plain[] => {
  if (value === null || typeof value !== "object" || !("list" in value)) throw new Error("not a list");
  return value.list;
};
const fill = (object: Map<string, Plain>, key: string, value: Plain) => {
  if (!object.has(key)) object.set(key, value);
};

/** In one order of keys, with numbers in one form: whole ones by their digits, others as their nearest double. */
function sortedPlain(value: Plain): Plain {
  if (value === null || typeof value !== "object") return value;
  if ("list" in value) return { list: value.list.map(sortedPlain) };
  if ("object" in value) {
    const keys = [...value.object.keys()].sort();
    return { object: new Map(keys.map((key) => [key, sortedPlain(value.object.get(key)!)])) };
  }
  const { number } = value;
  if (/^-?\d+$/.test(number)) return { number: number === "-0" ? "0" : number };
  return { number: String(Number(number) + 0) };
}

// --- the schema of 4.5 -----------------------------------------------------------------------------------------------

type Rule = (value: unknown, where: string) => string[];
type Members = { [key: string]: unknown };
const isObject = (value: unknown): value is Members =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const is =
  (what: string, holds: (value: unknown) => boolean): Rule =>
  (value, where) =>
    holds(value) ? [] : [`${where} is not ${what}`];
const text = is("text", (value) => typeof value === "string");
const multiline = is(
  "text or a list of texts",
  (value) => typeof value === "string" || (Array.isArray(value) && value.every((line) => typeof line === "string")),
);
const count = is("a count or null", (value) => value === null || (Number.isInteger(value) && (value as number) >= 0));
const anyObject = is("an object", isObject);
const listOf =
  (rule: Rule): Rule =>
  (value, where) =>
    Array.isArray(value) ? value.flatMap((item, index) => rule(item, `${where}[${index}]`)) : [`${where} is no list`];
const record =
  (required: { [key: string]: Rule }, optional: { [key: string]: Rule } = {}): Rule =>
  (value, where) => {
    if (!isObject(value)) return [`${where} is no object`];
    const known = new Map([...Object.entries(required), ...Object.entries(optional)]);
    const missing = Object.keys(required).filter((key) => !Object.hasOwn(value, key));
    return [
      ...missing.map((key) => `${where} lacks ${key}`),
      ...Object.entries(value).flatMap(
        ([key, member]) => known.get(key)?.(member, `${where}.${key}`) ?? [`${where} has the unknown key ${key}`],
      ),
    ];
  };
const mimeBundle: Rule = (value, where) =>
  isObject(value)
    ? Object.entries(value).flatMap(([mime, data]) =>
        /^application\/(.*\+)?json$/.test(mime) ? [] : multiline(data, `${where}[${mime}]`),
      )
    : [`${where} is no object`];
const attachments: Rule = (value, where) =>
  isObject(value)
    ? Object.entries(value).flatMap(([name, bundle]) => mimeBundle(bundle, `${where}[${name}]`))
    : [`${where} is no object`];

const type = text;
const outputRules: { [type: string]: Rule } = {
  stream: record({ output_type: type, name: text, text: multiline }),
  display_data: record({ output_type: type, data: mimeBundle, metadata: anyObject }),
  execute_result: record({ output_type: type, data: mimeBundle, metadata: anyObject, execution_count: count }),
  error: record({ output_type: type, ename: text, evalue: text, traceback: listOf(text) }),
};
const id = is("an id", (value) => typeof value === "string" && /^[a-zA-Z0-9-_]{1,64}$/.test(value));
const byType =
  (rules: { [type: string]: Rule }, key: string): Rule =>
  (value, where) => {
    const rule = isObject(value) ? rules[String(value[key])] : undefined;
    return rule ? rule(value, where) : [`${where} is of no known ${key}`];
  };
const common = { cell_type: type, id, metadata: anyObject, source: multiline };
const cellRules: { [type: string]: Rule } = {
  code: record({ ...common, execution_count: count, outputs: listOf(byType(outputRules, "output_type")) }),
  markdown: record(common, { attachments }),
  raw: record(common, { attachments }),
};

/** Where a notebook departs from the schema of nbformat 4.5. */
export function problemsOf45(notebook: unknown): string[] {
  const four = is("4", (value) => value === 4);
  const five = is("5", (value) => value === 5);
  const cells = listOf(byType(cellRules, "cell_type"));
  return record({ cells, metadata: anyObject, nbformat: four, nbformat_minor: five })(notebook, "notebook");
}
