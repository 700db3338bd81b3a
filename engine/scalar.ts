/**
 * A Python-like number without a dtype of its own. A whole `number` is an int, any other `number` a float, a `bigint`
 * an int; `Float` marks a float that happens to be whole (Python's `3.0`, which JavaScript cannot tell from `3`).
 */
export type Scalar = boolean | number | bigint | Float | Complex;

export class Float {
  constructor(readonly value: number) {}
}

export class Complex {
  constructor(
    readonly re: number,
    readonly im: number,
  ) {}
}

export type ScalarKind = "bool" | "int" | "float" | "complex";

export function scalarKind(scalar: Scalar): ScalarKind {
  if (typeof scalar === "boolean") return "bool";
  if (typeof scalar === "bigint") return "int";
  if (scalar instanceof Complex) return "complex";
  if (scalar instanceof Float) return "float";
  return Number.isInteger(scalar) ? "int" : "float";
}

export function isScalar(value: unknown): value is Scalar {
  return (
    typeof value === "boolean" ||
    typeof value === "number" ||
    typeof value === "bigint" ||
    value instanceof Float ||
    value instanceof Complex
  );
}
