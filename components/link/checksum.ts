import { toBase64url } from "./base64url";

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte << 16;
  for (let bit = 0; bit < 8; bit++) crc = crc & 0x800000 ? ((crc << 1) ^ 0x1864cfb) & 0xffffff : crc << 1;
  return crc;
});

/** Four letters that tell a link which was changed on its way from one that was not: CRC-24. Source: RFC 4880, section 6.1. */
export function checksum(bytes: Uint8Array): string {
  let crc = 0xb704ce;
  for (const byte of bytes) crc = ((crc << 8) & 0xffffff) ^ table[(crc >> 16) ^ byte]!;
  return toBase64url(Uint8Array.of(crc >> 16, (crc >> 8) & 255, crc & 255));
}
