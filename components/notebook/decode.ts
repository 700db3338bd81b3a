import { NotebookError } from "./problems";

/** The marks with which a text file tells its encoding. Source: Unicode 16, section 23.8. */
const marks = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: "utf-8" },
  { bytes: [0xff, 0xfe], encoding: "utf-16le" },
  { bytes: [0xfe, 0xff], encoding: "utf-16be" },
] as const;

/**
 * The text of a file: UTF-8, or UTF-16 with its mark, as Windows' editors write it.
 *
 * @throws {NotebookError} if the bytes are no such text; nothing is replaced silently
 */
export function decode(bytes: Uint8Array): string {
  const mark = marks.find((each) => each.bytes.every((byte, index) => bytes[index] === byte));
  try {
    return new TextDecoder(mark?.encoding ?? "utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new NotebookError({ code: "notText" });
  }
}
