import { expect, test } from "vitest";
import { createPool } from "./pool";

test("the one that was used the longest time ago gives its editor back", () => {
  const pool = createPool(2);
  const ended: string[] = [];
  const [a, b, c] = [{}, {}, {}];
  pool.use(a, () => ended.push("a"));
  pool.use(b, () => ended.push("b"));
  pool.use(a, () => ended.push("a"));
  pool.use(c, () => ended.push("c"));
  expect(ended).toEqual(["b"]);
  pool.leave(a);
  pool.use(b, () => ended.push("b"));
  expect(ended).toEqual(["b"]);
});
