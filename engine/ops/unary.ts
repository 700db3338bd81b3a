import { dtypes } from "../dtype";
import { TypeError } from "../errors";
import { full } from "../numpy/creation";
import {
  absoluteTable,
  floatTables,
  isfiniteTable,
  isinfTable,
  isnanTable,
  negativeTable,
  reciprocalTable,
  signTable,
  squareTable,
} from "../numpy/math";
import { runUnary, type UnaryUfunc } from "../numpy/ufunc";
import { checkTensor, Tensor } from "../tensor";

type Unary = (x: Tensor) => Tensor;

/** An elementwise operation on numbers; the dtype stays. */
function numeric(owner: string, table: UnaryUfunc): Unary {
  return (x) => {
    const { dtype } = checkTensor(x, "x", owner);
    if (dtype === "bool") throw new TypeError(`For '${owner}', the type of 'x' must be a number, but got Bool.`);
    return Tensor.of(runUnary(table, x.asnumpy(), dtype));
  };
}

/** An elementwise operation on floats; the dtype stays. */
function floating(owner: string, table: UnaryUfunc): Unary {
  return (x) => {
    const { kind, label } = dtypes[checkTensor(x, "x", owner).dtype];
    if (kind !== "float" && !(kind === "complex" && table.complex)) {
      throw new TypeError(
        `For '${owner}', the type of 'x' must be one of Tensor[Float16], Tensor[Float32], Tensor[Float64], but got Tensor[${label}].`,
      );
    }
    return Tensor.of(runUnary(table, x.asnumpy(), x.dtype));
  };
}

/** A question about each element; the result is Bool. */
function asking(owner: string, table: UnaryUfunc, otherwise: number): Unary {
  return (x) => {
    const { dtype } = checkTensor(x, "x", owner);
    if (dtypes[dtype].kind === "float") return Tensor.of(runUnary(table, x.asnumpy(), dtype));
    return Tensor.of(full(x.shape, otherwise, "bool"));
  };
}

export const neg = numeric("Neg", negativeTable);
export const abs = numeric("Abs", absoluteTable);
export const square = numeric("Square", squareTable);
export const sign = numeric("Sign", signTable);
export const reciprocal = floating("Reciprocal", reciprocalTable);
export const sqrt = floating("Sqrt", floatTables.sqrt);
/** 1 / √x. */
export const rsqrt = (x: Tensor): Tensor => reciprocal(sqrt(x));
export const exp = floating("Exp", floatTables.exp);
export const expm1 = floating("Expm1", floatTables.expm1);
export const log = floating("Log", floatTables.log);
export const log1p = floating("Log1p", floatTables.log1p);
export const sin = floating("Sin", floatTables.sin);
export const cos = floating("Cos", floatTables.cos);
export const tan = floating("Tan", floatTables.tan);
export const asin = floating("Asin", floatTables.arcsin);
export const acos = floating("ACos", floatTables.arccos);
export const atan = floating("Atan", floatTables.arctan);
export const sinh = floating("Sinh", floatTables.sinh);
export const cosh = floating("Cosh", floatTables.cosh);
export const tanh = floating("Tanh", floatTables.tanh);
export const asinh = floating("Asinh", floatTables.arcsinh);
export const acosh = floating("Acosh", floatTables.arccosh);
export const atanh = floating("Atanh", floatTables.arctanh);
export const floor = floating("Floor", floatTables.floor);
export const ceil = floating("Ceil", floatTables.ceil);
export const rint = floating("Rint", floatTables.rint);
export const isNan = asking("IsNan", isnanTable, 0);
export const isInf = asking("IsInf", isinfTable, 0);
export const isFinite = asking("IsFinite", isfiniteTable, 1);
