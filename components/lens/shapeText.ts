/** As Python writes a shape: "(3,)". */
export const shapeText = (shape: readonly number[]) => `(${shape.join(", ")}${shape.length === 1 ? "," : ""})`;

/** What an array is, in one line: "weight · float32 · (64, 3)". */
export const captionOf = ({ name, dtype, shape }: { name?: string; dtype: string; shape: number[] }) =>
  [name, dtype, shapeText(shape)].filter(Boolean).join(" · ");
