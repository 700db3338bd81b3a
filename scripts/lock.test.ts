import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

interface Locked {
  optionalDependencies?: { [name: string]: string };
}

test("the lock file has every platform's packages, or npm ci refuses it", () => {
  const path = fileURLToPath(new URL("../package-lock.json", import.meta.url));
  const { packages } = JSON.parse(readFileSync(path, "utf8")) as { packages: { [place: string]: Locked } };
  const names = Object.values(packages).flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies));
  // a registry without some of them makes `npm install` drop their entries
  expect(
    names.filter((name) => !Object.keys(packages).some((place) => place.endsWith(`node_modules/${name}`))),
  ).toEqual([]);
});
