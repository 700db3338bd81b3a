import type { DType } from "../../dtype";
import { TypeError, ValueError } from "../../errors";
import { copy, type NDArray } from "../../ndarray";
import { sameShape, shapeText, sizeOf } from "../../shape";
import { cast, castInto } from "../astype";
import { broadcastTo, reshape, transpose } from "../manipulation";
import { matmul } from "../matmul";
import { canCast, canCastSameKind, resultType } from "../promotion";
import { any, sum } from "../reduce";
import { type ArrayLike, arrayOf } from "../ufunc";
import { type Label, parseSubscripts, type SubscriptList, type Subscripts, subscriptsOf } from "./subscripts";

export interface EinsumOptions {
  /** The dtype to compute in, in place of the operands' common one. */
  dtype?: DType | null;
  /** How far operands may be cast to it: "safe" unless told. */
  casting?: string;
  /** Where the result goes. */
  out?: NDArray | null;
}

/** An operand with a name for each axis. */
interface Named {
  array: NDArray;
  labels: readonly Label[];
}

/** Axes of one operand that have the same name become one, their diagonal: a view. */
function diagonal({ array, labels }: Named, which: number): Named {
  const names = [...new Set(labels)];
  if (names.length === labels.length) return { array, labels };
  const shape = names.map(() => 1);
  const strides = names.map(() => 0);
  labels.forEach((label, axis) => {
    const at = names.indexOf(label);
    const length = array.shape[axis]!;
    if (length === 1) return;
    if (shape[at] !== 1 && shape[at] !== length) {
      throw new ValueError(
        `dimensions in operand ${which} for collapsing index '${label}' don't match (${shape[at]} != ${length})`,
      );
    }
    shape[at] = length;
    strides[at]! += array.strides[axis]!;
  });
  return { array: array.view(shape, strides), labels: names };
}

/** How NumPy writes an operand in the axes of the whole sum. */
function remapped({ array, labels }: Named, given: NDArray, order: readonly Label[]): string {
  const axes = order.map((label) => (labels.includes(label) ? String(array.shape[labels.indexOf(label)]) : "newaxis"));
  while (axes[0] === "newaxis") axes.shift();
  return `${shapeText(given.shape)}->(${axes.join(",")}${order.length === 1 ? "," : ""}) `;
}

/** The length of each label. @throws {ValueError} if operands disagree and neither has length 1 */
function lengthsOf(
  operands: readonly Named[],
  given: readonly NDArray[],
  output: readonly Label[],
): Map<Label, number> {
  const lengths = new Map<Label, number>();
  for (const { array, labels } of operands) {
    labels.forEach((label, axis) => {
      const length = array.shape[axis]!;
      const known = lengths.get(label) ?? 1;
      if (length !== 1 && known !== 1 && length !== known) {
        const summed = [...new Set(operands.flatMap((one) => one.labels))]
          .filter((one) => !output.includes(one))
          .sort();
        const order = [...output, ...summed];
        throw new ValueError(
          "operands could not be broadcast together with remapped shapes [original->remapped]: " +
            operands.map((one, i) => remapped(one, given[i]!, order)).join(""),
        );
      }
      lengths.set(label, length === 1 ? known : length);
    });
  }
  return lengths;
}

/** The sum over the axes that are not kept. */
function sumOut({ array, labels }: Named, keep: (label: Label) => boolean): Named {
  const axes = labels.flatMap((label, axis) => (keep(label) ? [] : [axis]));
  if (axes.length === 0) return { array, labels };
  const kept = labels.filter(keep);
  if (array.dtype === "bool") return { array: any(array, { axis: axes }), labels: kept };
  return { array: sum(array, { axis: axes, dtype: array.dtype }), labels: kept };
}

/** The axes in the order of `groups`, those of each group joined to one. */
function grouped({ array, labels }: Named, groups: readonly (readonly Label[])[]): NDArray {
  const order = groups.flat().map((label) => labels.indexOf(label));
  const moved = transpose(array, order);
  return reshape(
    moved,
    groups.map((group) => sizeOf(group.map((label) => array.shape[labels.indexOf(label)]!))),
  );
}

/** The product of two operands, summed over what both have and nobody needs further: a product of matrices. */
function contract(left: Named, right: Named, needed: (label: Label) => boolean): Named {
  const shared = left.labels.filter((label) => right.labels.includes(label));
  const batch = shared.filter(needed);
  const summed = shared.filter((label) => !needed(label));
  const rows = left.labels.filter((label) => !shared.includes(label));
  const columns = right.labels.filter((label) => !shared.includes(label));
  const product = matmul(grouped(left, [batch, rows, summed]), grouped(right, [batch, summed, columns]));
  const labels = [...batch, ...rows, ...columns];
  const lengthIn = (label: Label): number => {
    const owner = left.labels.includes(label) ? left : right;
    return owner.array.shape[owner.labels.indexOf(label)]!;
  };
  return { array: reshape(product, labels.map(lengthIn)), labels };
}

const castingRules: Record<string, (from: DType, to: DType) => boolean> = {
  no: (from, to) => from === to,
  equiv: (from, to) => from === to,
  safe: canCast,
  same_kind: canCastSameKind,
  unsafe: () => true,
};

function ruleOf(casting: string): (from: DType, to: DType) => boolean {
  const rule = castingRules[casting];
  if (rule) return rule;
  throw new ValueError(`casting must be one of 'no', 'equiv', 'safe', 'same_kind', or 'unsafe' (got '${casting}')`);
}

/** The operands' common dtype, or the one that was asked for if all may be cast to it. */
function dtypeFor(operands: readonly NDArray[], dtype: DType | null, casting: string): DType {
  const rule = ruleOf(casting);
  if (!dtype) return resultType(...operands);
  operands.forEach((operand, i) => {
    if (rule(operand.dtype, dtype)) return;
    throw new TypeError(
      `Iterator operand ${i} dtype could not be cast from dtype('${operand.dtype}') to dtype('${dtype}') according to the rule '${casting}'`,
    );
  });
  return dtype;
}

/** @throws {ValueError} if the result has another shape than `out`; {TypeError} if it may not be cast to its dtype */
function checkOut(out: NDArray, result: NDArray, operands: number, casting: string): void {
  if (out.ndim !== result.ndim) {
    throw new ValueError(
      `out parameter does not have the correct number of dimensions, has ${out.ndim} but should have ${result.ndim}`,
    );
  }
  if (!sameShape(out.shape, result.shape)) {
    throw new ValueError(
      `non-broadcastable output operand with shape ${shapeText(out.shape)} doesn't match the broadcast shape ${shapeText(result.shape)}`,
    );
  }
  if (!ruleOf(casting)(result.dtype, out.dtype)) {
    throw new TypeError(
      `Iterator requested dtype could not be cast from dtype('${result.dtype}') to dtype('${out.dtype}'), the operand ${operands} dtype, according to the rule '${casting}'`,
    );
  }
}

function evaluate(operands: readonly NDArray[], { inputs, output }: Subscripts, options: EinsumOptions): NDArray {
  const { dtype = null, casting = "safe" } = options;
  const target = dtypeFor(operands, dtype, casting);
  const named = operands.map((array, i) => diagonal({ array, labels: inputs[i]! }, i));
  const lengths = lengthsOf(named, operands, output);
  const inOutput = (label: Label): boolean => output.includes(label);
  const first = named[0]!;
  if (named.length === 1 && first.labels.every(inOutput) && first.array.dtype === target) {
    return transpose(
      first.array,
      output.map((label) => first.labels.indexOf(label)),
    ); // a view, as NumPy's is
  }
  const queue = named.map(({ array, labels }, i) => {
    const elsewhere = (label: Label): boolean =>
      inOutput(label) || named.some((other, j) => j !== i && other.labels.includes(label));
    const wide = broadcastTo(
      cast(array, target),
      labels.map((label) => lengths.get(label)!),
    );
    return sumOut({ array: wide, labels }, elsewhere);
  });
  const result = queue.reduce((done, next, i) => {
    const later = queue.slice(i + 1);
    return contract(done, next, (label) => inOutput(label) || later.some(({ labels }) => labels.includes(label)));
  });
  return copy(
    transpose(
      result.array,
      output.map((label) => result.labels.indexOf(label)),
    ),
  );
}

/**
 * Sums of products in Einstein's notation: every letter is an axis, a letter that is not in the result is summed over.
 * Operands are multiplied from the left, each sum in the dtype of the result. One operand without a sum gives a view.
 *
 * subscripts  "ij,jk->ik" and the like; "..." stands for axes that broadcast
 * @throws {ValueError} for subscripts that cannot be read or do not fit the operands
 * @throws {TypeError} if an operand may not be cast to the dtype that was asked for
 * Source: NumPy 1.24 `numpy.einsum`.
 */
export function einsum(subscripts: string, operands: readonly ArrayLike[], options: EinsumOptions = {}): NDArray {
  if (operands.length === 0) {
    throw new ValueError("must specify the einstein sum subscripts string and at least one operand");
  }
  const arrays = operands.map(arrayOf);
  const result = evaluate(
    arrays,
    parseSubscripts(
      subscripts,
      arrays.map(({ ndim }) => ndim),
    ),
    options,
  );
  const { out, casting = "safe" } = options;
  if (!out) return result;
  checkOut(out, result, arrays.length, casting);
  castInto(out, result);
  return out;
}

/** `einsum` with the axes as lists of numbers, one list an operand, and one for the result. */
export function einsumOfLists(
  operands: readonly ArrayLike[],
  inputs: readonly SubscriptList[],
  output: SubscriptList | null = null,
  options: EinsumOptions = {},
): NDArray {
  return einsum(subscriptsOf(inputs, output), operands, options);
}
