import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { handlesOf, withoutHandles } from "./bundles";
import { tensorMime } from "./mime";
import { stillOf } from "./still";

const form = {
  ...{ version: 1, kind: "tensor", name: "w", shape: [2000, 3], dtype: "float32", bytes: 24_000, handle: "a-1" },
  picture: {
    ...{ rows: 2, columns: 3, sourceRows: 2000, sourceColumns: 3, rule: "each", encoding: "f4" },
    mean: Buffer.from(Float32Array.of(-1, 0, 1, 1, 0, -1).buffer).toString("base64"),
    ...{ low: -1, high: 1 },
  },
};

test("stillOf draws a PNG whose pixels are the colours of the numbers", () => {
  const { address, words } = stillOf({ [tensorMime]: form })!;
  expect(words).toBe("w · float32 · (2000, 3)");
  const file = Buffer.from(address.slice("data:image/png;base64,".length), "base64");
  expect(file.subarray(1, 4).toString()).toBe("PNG");
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  expect([width, height]).toEqual([255, 170]);
  const start = file.indexOf("IDAT");
  const lines = inflateSync(file.subarray(start + 4, start + 4 + file.readUInt32BE(start - 4)));
  expect(lines).toHaveLength(height * (width * 4 + 1));
  expect([...lines.subarray(1, 5)]).toEqual([0x0b, 0x3d, 0x78, 255]); // −1: the bluest
  expect([...lines.subarray(1 + 254 * 4, 1 + 255 * 4)]).toEqual([0x7e, 0x3a, 0x02, 255]); // 1
  expect(file.readUInt32BE(29)).toBe(crcOf(file.subarray(12, 29)));
});

/** By polynomial division, bit by bit. */
function crcOf(bytes: Uint8Array): number {
  let crc = 0xffffffffn;
  for (const byte of bytes)
    for (let bit = 0; bit < 8; bit++) {
      const odd = (crc ^ (BigInt(byte) >> BigInt(bit))) & 1n;
      crc = (crc >> 1n) ^ (odd ? 0xedb88320n : 0n);
    }
  return Number(crc ^ 0xffffffffn);
}

test("stillOf leaves what is printed whole, and what is damaged, to its text", () => {
  expect(stillOf({ [tensorMime]: { ...form, shape: [2, 3] } })).toBeNull();
  expect(stillOf({ [tensorMime]: { ...form, dtype: 4 } })).toBeNull();
  expect(stillOf({ "text/plain": "x" })).toBeNull();
});

test("files hold no handles, of arrays and of members", () => {
  const output = (data: object) => ({
    output_type: "display_data" as const,
    data: { [tensorMime]: data },
    metadata: {},
  });
  const outputs = [output(form), output({ kind: "list", members: [{ handle: "a-2", dtype: "int8" }, null] })];
  expect(handlesOf(outputs)).toEqual(["a-1", "a-2"]);
  expect(JSON.stringify(withoutHandles(outputs))).not.toContain("handle");
  expect(JSON.stringify(withoutHandles(outputs))).toContain('"dtype":"int8"');
  expect(outputs[0]!.data[tensorMime]).toHaveProperty("handle");
});
