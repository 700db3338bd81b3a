import { NDArray, nn, Tensor } from "../../engine";
import type { Scope } from "./scope";

const deepest = 4;

/** The arrays and tensors that the reader's names hold, also in lists, maps, plain objects and networks. */
export function* holdings({ kinds, values }: Scope): Generator<NDArray | Tensor> {
  for (const name of kinds.keys()) yield* heldBy(Object.getOwnPropertyDescriptor(values, name)?.value);
}

function* heldBy(value: unknown, depth = 0): Generator<NDArray | Tensor> {
  if (value instanceof Tensor || value instanceof NDArray) yield value;
  else if (value instanceof nn.Cell) yield* value.getParameters();
  else if (typeof value === "object" && value !== null && depth < deepest && !ArrayBuffer.isView(value)) {
    for (const member of membersOf(value)) yield* heldBy(member, depth + 1);
  }
}

function membersOf(value: object): Iterable<unknown> {
  if (value instanceof Map) return Map.prototype.values.call(value);
  if (value instanceof Set) return Set.prototype.values.call(value);
  try {
    return Object.values(Object.getOwnPropertyDescriptors(value)).map((property) => property.value as unknown);
  } catch {
    return []; // a proxy that does not want to be looked into
  }
}
