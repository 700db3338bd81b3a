import { sizeText } from "../data/names";

/** As Python writes a shape: "(3,)". */
export const shapeText = (shape: readonly number[]) => `(${shape.join(", ")}${shape.length === 1 ? "," : ""})`;

/** What an array is, in one line: "weight · float32 · (64, 3) · 768 B". */
export const captionOf = ({
  name,
  dtype,
  shape,
  bytes,
}: {
  name?: string;
  dtype: string;
  shape: number[];
  bytes: number;
}) => [name, dtype, shapeText(shape), sizeText(bytes)].filter(Boolean).join(" · ");
