import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { arrayRepr, arrayStr, defaultPrintOptions, fixedText, type PrintOptions, scalarText } from ".";
import { fromVector, type VectorArray } from "./vectors";

interface PrintVectors {
  arrays: (VectorArray & { options: Partial<PrintOptions>; str: string; repr: string })[];
  scalars: (VectorArray & { str: string; repr: string; "format_.4f": string | null })[];
}
// made by NumPy 1.24.2
const { arrays, scalars }: PrintVectors = JSON.parse(
  readFileSync(new URL("../vectors/numpy_print.json", import.meta.url), "utf8"),
);

test.each(arrays.map((row, i) => [i, row.dtype, row.shape, row] as const))(
  "array %i (%s %j) prints as NumPy prints it",
  (_, __, ___, row) => {
    const options = { ...defaultPrintOptions, ...row.options };
    expect(arrayStr(fromVector(row), options)).toBe(row.str);
    expect(arrayRepr(fromVector(row), options)).toBe(row.repr);
  },
);

test.each(scalars.map((row, i) => [i, row.dtype, row.str, row] as const))(
  "scalar %i (%s %s) prints as NumPy prints it",
  (_, __, ___, row) => {
    const array = fromVector(row);
    const value = array.read(0);
    expect(scalarText(value, array.dtype)).toBe(row.repr);
    if (row["format_.4f"] !== null) expect(fixedText(Number(value), 4)).toBe(row["format_.4f"]);
  },
);
