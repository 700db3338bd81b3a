import { readdirSync } from "node:fs";
import { expect, test } from "vitest";

test("no two areas of words have the same key: the later one would take the other's place", async () => {
  const files = readdirSync(import.meta.dirname).filter(
    (name) => name.endsWith(".ts") && !/(^index|^table|\.test)\.ts$/.test(name),
  );
  const keys = await Promise.all(
    files.map(async (name) => {
      const areas: { [area: string]: object } = await import(`./${name.slice(0, -3)}.ts`);
      return Object.values(areas).flatMap((area) => Object.keys(area));
    }),
  );
  const all = keys.flat();
  expect(all.filter((key, index) => all.indexOf(key) !== index)).toEqual([]);
});
