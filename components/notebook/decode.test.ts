import { expect, test } from "vitest";
import { decode } from "./decode";

const bytes = (...values: number[]) => new Uint8Array(values);

test("decode reads UTF-8, with and without its mark, and UTF-16 with one", () => {
  expect(decode(new TextEncoder().encode("参数 🍄"))).toBe("参数 🍄");
  expect(decode(bytes(0xef, 0xbb, 0xbf, 0x61))).toBe("a");
  expect(decode(bytes(0xff, 0xfe, 0x61, 0, 0xc2, 0x53))).toBe("a参");
  expect(decode(bytes(0xfe, 0xff, 0, 0x61, 0x53, 0xc2))).toBe("a参");
});

test("decode refuses bytes that are no text, and replaces none of them", () => {
  expect(() => decode(bytes(0x7b, 0xb2, 0xce))).toThrow("UTF-8"); // GBK
  expect(() => decode(bytes(0x89, 0x50, 0x4e, 0x47))).toThrow("UTF-8"); // a picture
});
