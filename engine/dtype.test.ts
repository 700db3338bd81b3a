import { expect, test } from "vitest";
import { zeros } from "./ndarray";

test("an array that no tab could hold is refused in NumPy's words", () => {
  // the sentence of NumPy 1.24: numpy.zeros((2**31,)) on a machine without the memory
  expect(() => zeros([2 ** 31], "float64")).toThrow(
    "Unable to allocate 16.0 GiB for an array with shape (2147483648,) and data type float64",
  );
  expect(() => zeros([10 ** 6, 10 ** 6], "int8")).toThrow(
    "Unable to allocate 931. GiB for an array with shape (1000000, 1000000) and data type int8",
  );
  expect(zeros([3], "float64").size).toBe(3);
});
