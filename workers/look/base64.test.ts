import fc from "fast-check";
import { expect, test } from "vitest";
import "../../scripts/propertySeed";
import { base64 } from "./base64";

test("bytes of any length, anywhere in a buffer, are what Node makes of them", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(5), (bytes, start) => {
      const part = bytes.subarray(Math.min(start, bytes.length));
      expect(base64(part)).toBe(Buffer.from(part).toString("base64"));
    }),
    { numRuns: 2_000 },
  );
  const floats = Float32Array.of(1, -0, Number.NaN);
  expect(base64(floats)).toBe(Buffer.from(floats.buffer).toString("base64"));
});
