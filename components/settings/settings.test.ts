import { expect, test } from "vitest";
import { defaultSettings, parseSettings } from "./settings";

test("parseSettings keeps what is well said and takes the rest as at first", () => {
  expect(parseSettings('{"letterKeys": false, "unknown": 1}')).toEqual({ ...defaultSettings, letterKeys: false });
  expect(parseSettings('{"letterKeys": "no"}')).toEqual(defaultSettings);
});

test("parseSettings survives anything that a storage may hold", () => {
  for (const text of [null, "", "{", "null", "[1]", "7"]) expect(parseSettings(text)).toEqual(defaultSettings);
});
