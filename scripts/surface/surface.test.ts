import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { startPython } from "../../workers/python/testing";

const here = (path: string) => new URL(path, import.meta.url);
const readme = here("../../README.md");
const page = here("../../app/names/names.json");

type Surface = Record<string, Record<string, string>>;

/** The table of all names as Markdown: a row an owner, its names by how much of them is there. */
function markdown(surface: Surface): string {
  const rows = Object.entries(surface).map(([owner, names]) => {
    const pick = (wanted: (status: string) => boolean) =>
      Object.entries(names)
        .filter(([, status]) => wanted(status))
        .map(([name]) => `\`${name}\``);
    const exact = pick((status) => status === "exact");
    const absent = pick((status) => status === "absent");
    const missing: Record<string, string[]> = {}; // names by what they lack
    for (const [name, status] of Object.entries(names)) {
      if (status !== "exact" && status !== "absent") (missing[status] ??= []).push(`\`${name}\``);
    }
    const partial = Object.entries(missing).map(([what, group]) => `${group.join(" ")}: ${what}`);
    const count = `${exact.length} / ${Object.values(missing).flat().length} / ${absent.length}`;
    return `| \`${owner}\` | ${count} | ${exact.join(" ")} | ${partial.join("; ")} | ${absent.join(" ")} |`;
  });
  return [
    "| owner | exact / partial / absent | exact | partial | absent |",
    "| --- | --- | --- | --- | --- |",
    ...rows,
  ].join("\n");
}

test("the table of names in the README and on its page is what the packages hold (npm run surface writes it)", async () => {
  const python = await startPython();
  python.runPython(readFileSync(here("./surface.py"), "utf8"));
  const surface = JSON.parse(python.globals.get("table")(readFileSync(here("./names.json"), "utf8"))) as Surface;
  const list = `${JSON.stringify(surface, null, 2)}\n`;
  const text = readFileSync(readme, "utf8");
  const between = /(<!-- names -->\n)[\s\S]*(<!-- \/names -->)/;
  const written = text.replace(between, `$1${markdown(surface)}\n$2`);
  if (process.env.WRITE_SURFACE) {
    writeFileSync(page, list);
    writeFileSync(readme, written);
  }
  expect(text).toMatch(between);
  expect(readFileSync(page, "utf8")).toBe(list);
  expect(readFileSync(readme, "utf8")).toBe(written);
});
