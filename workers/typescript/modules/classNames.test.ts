import { expect, test } from "vitest";
import { nameClasses } from "./classNames";

test("classes get the names under which a module has them; functions keep theirs", () => {
  const e = class {};
  const f = () => 0;
  nameClasses({ Tensor: e, setSeed: f, pi: 3, nothing: null });
  expect([e.name, f.name, new e().constructor.name]).toEqual(["Tensor", "f", "Tensor"]);
});
