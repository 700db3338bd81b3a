const scratch = new Float64Array(1);
const words = new Uint32Array(scratch.buffer); // [low, high] on every platform that runs WebAssembly

/** The value of IEEE 754 half-precision bits. */
export function fromHalf(bits: number): number {
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  const sign = bits & 0x8000 ? -1 : 1;
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  return sign * (1024 + fraction) * 2 ** (exponent - 25);
}

/** The half-precision bits nearest to a float64, ties to even, in one rounding. */
export function toHalf(value: number): number {
  if (Number.isNaN(value)) return 0x7e00;
  scratch[0] = value;
  const sign = (words[1]! >>> 16) & 0x8000;
  const magnitude = Math.abs(value);
  if (magnitude >= 65520) return sign | 0x7c00; // halfway to 65536 rounds up, to infinity
  if (magnitude < 2 ** -14) return sign | roundHalfEven(magnitude * 2 ** 24);
  const exponent = ((words[1]! >>> 20) & 2047) - 1023;
  // 1024 … 2048; 2048 carries into the exponent by plain addition
  const significand = roundHalfEven(magnitude * 2 ** (10 - exponent));
  return sign | (((exponent + 14) << 10) + significand);
}

/** A float64 rounded to the nearest half-precision value. */
export function roundToHalf(value: number): number {
  return fromHalf(toHalf(value));
}

function roundHalfEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  if (rest > 0.5 || (rest === 0.5 && below % 2 === 1)) return below + 1;
  return below;
}
