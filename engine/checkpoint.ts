/*
 * Where long loops let themselves be interrupted. A host that can stop a running cell sets the function; it throws to
 * stop. Without one, a checkpoint costs a call of an empty function.
 */
let check: () => void = () => {};

/** Set what `checkpoint` calls; it returns to go on and throws to stop the loop. Returns what was set before. */
export function onCheckpoint(callback: () => void): () => void {
  const before = check;
  check = callback;
  return before;
}

/** To be called by long loops about every 2¹⁶ elements of work, never per element. */
export function checkpoint(): void {
  check();
}
