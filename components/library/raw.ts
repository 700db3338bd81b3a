import type { Damaged } from "./notebooks";

/** Records as they were found, as JSON; bytes in base64. */
export function rawText(damaged: readonly Damaged[]): string {
  const shown = (_: string, value: unknown) => {
    if (value instanceof Uint8Array)
      return { base64: btoa(Array.from(value, (byte) => String.fromCharCode(byte)).join("")) };
    return typeof value === "bigint" ? String(value) : value;
  };
  return JSON.stringify(damaged, shown, 1);
}
