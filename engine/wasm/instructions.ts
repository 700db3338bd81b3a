import { type Code, i32Of, Local, type Operand, unsigned } from "./code";

/*
 * The instructions that the kernels use, by WebAssembly's own names. A number where an operand is due is a constant of
 * the instruction's type: an i32, or for vectors of floats the same number in every lane.
 * Source: WebAssembly 2.0, "Index of Instructions".
 */

const simd = (opcode: number): Code => [0xfd, unsigned(opcode)];

const one = (opcode: Code, operand = i32Of) => {
  return (x: Operand): Code => [operand(x), opcode];
};
const two = (opcode: Code, operand = i32Of) => {
  return (x: Operand, y: Operand): Code => [operand(x), operand(y), opcode];
};
/** Shifts: the second operand is an i32 whatever the first is. */
const shift = (opcode: number) => two(simd(opcode));
const lane = (opcode: number) => {
  return (x: Operand, index: number): Code => [i32Of(x), simd(opcode), index];
};
/** Reads memory at an address plus a constant offset in bytes. */
const load = (opcode: Code) => {
  return (address: Operand, offset = 0): Code => [i32Of(address), opcode, 0, unsigned(offset)];
};
const store = (opcode: Code, operand = i32Of) => {
  return (address: Operand, value: Operand, offset = 0): Code => [
    i32Of(address),
    operand(value),
    opcode,
    0,
    unsigned(offset),
  ];
};

const scratch = new DataView(new ArrayBuffer(8));
function bytesOfFloat(value: number, bytes: 4 | 8): number[] {
  if (bytes === 4) scratch.setFloat32(0, value, true);
  else scratch.setFloat64(0, value, true);
  return Array.from({ length: bytes }, (_, i) => scratch.getUint8(i));
}

const valueOr = (constant: (value: number) => Code) => (operand: Operand) =>
  typeof operand === "number" ? constant(operand) : operand instanceof Local ? operand.get : operand;

const f32Of = valueOr((value) => [0x43, bytesOfFloat(value, 4)]);
const f64Of = valueOr((value) => [0x44, bytesOfFloat(value, 8)]);
const repeated = (bytes: number[]): Code => [simd(12), Array.from({ length: 16 / bytes.length }, () => bytes)];
const wordBytes = (value: number) => [value & 255, (value >> 8) & 255, (value >> 16) & 255, (value >> 24) & 255];
const i32x4Of = valueOr((value) => repeated(wordBytes(value)));
const i64x2Of = valueOr((value) => repeated([...wordBytes(value), ...wordBytes(value < 0 ? -1 : 0)]));
const f32x4Of = valueOr((value) => repeated(bytesOfFloat(value, 4)));
const f64x2Of = valueOr((value) => repeated(bytesOfFloat(value, 8)));

export const i32 = {
  load: load(0x28),
  store: store(0x36),
  load8U: load(0x2d),
  store8: store(0x3a),
  eqz: one(0x45),
  eq: two(0x46),
  ne: two(0x47),
  ltS: two(0x48),
  ltU: two(0x49),
  gtS: two(0x4a),
  gtU: two(0x4b),
  leU: two(0x4d),
  geU: two(0x4f),
  add: two(0x6a),
  sub: two(0x6b),
  mul: two(0x6c),
  and: two(0x71),
  or: two(0x72),
  xor: two(0x73),
  shl: two(0x74),
  shrS: two(0x75),
  shrU: two(0x76),
  rotr: two(0x78),
  ctz: one(0x68),
  fill: (address: Operand, byte: Operand, count: Operand): Code => [
    i32Of(address),
    i32Of(byte),
    i32Of(count),
    0xfc,
    11,
    0,
  ],
  copy: (to: Operand, from: Operand, count: Operand): Code => [i32Of(to), i32Of(from), i32Of(count), 0xfc, 10, 0, 0],
  /** x if the condition is not 0, else y; of values of any type. */
  select: (x: Operand, y: Operand, condition: Operand): Code => [i32Of(x), i32Of(y), i32Of(condition), 0x1b],
};

export const i64 = {
  load: load(0x29),
  store: store(0x37),
  add: two(0x7c),
  sub: two(0x7d),
  mul: two(0x7e),
  eq: two(0x51),
  ne: two(0x52),
  ltS: two(0x53),
  gtS: two(0x55),
  leS: two(0x57),
  geS: two(0x59),
};

export const f32 = {
  load: load(0x2a),
  store: store(0x38, f32Of),
  eq: two(0x5b, f32Of),
  ne: two(0x5c, f32Of),
  lt: two(0x5d, f32Of),
  gt: two(0x5e, f32Of),
  le: two(0x5f, f32Of),
  ge: two(0x60, f32Of),
  add: two(0x92, f32Of),
  sub: two(0x93, f32Of),
  mul: two(0x94, f32Of),
  div: two(0x95, f32Of),
};

export const f64 = {
  load: load(0x2b),
  store: store(0x39, f64Of),
  eq: two(0x61, f64Of),
  ne: two(0x62, f64Of),
  lt: two(0x63, f64Of),
  gt: two(0x64, f64Of),
  le: two(0x65, f64Of),
  ge: two(0x66, f64Of),
  add: two(0xa0, f64Of),
  sub: two(0xa1, f64Of),
  mul: two(0xa2, f64Of),
  div: two(0xa3, f64Of),
};

export const v128 = {
  load: load(simd(0)),
  load8Splat: load(simd(7)),
  load32Splat: load(simd(9)),
  load64Splat: load(simd(10)),
  load32Zero: load(simd(92)),
  load64Zero: load(simd(93)),
  store: store(simd(11)),
  /** Stores one lane's bytes. */
  store32Lane: (address: Operand, x: Operand, index: number, offset = 0): Code => [
    i32Of(address),
    i32Of(x),
    simd(90),
    0,
    unsigned(offset),
    index,
  ],
  store64Lane: (address: Operand, x: Operand, index: number, offset = 0): Code => [
    i32Of(address),
    i32Of(x),
    simd(91),
    0,
    unsigned(offset),
    index,
  ],
  load32Lane: (address: Operand, x: Operand, index: number, offset = 0): Code => [
    i32Of(address),
    i32Of(x),
    simd(86),
    0,
    unsigned(offset),
    index,
  ],
  load64Lane: (address: Operand, x: Operand, index: number, offset = 0): Code => [
    i32Of(address),
    i32Of(x),
    simd(87),
    0,
    unsigned(offset),
    index,
  ],
  not: one(simd(77)),
  and: two(simd(78), i32x4Of),
  andnot: two(simd(79), i32x4Of),
  or: two(simd(80), i32x4Of),
  xor: two(simd(81), i32x4Of),
  /** The bits of x where the mask's are 1, else those of y. */
  bitselect: (x: Operand, y: Operand, mask: Operand): Code => [i32x4Of(x), i32x4Of(y), i32x4Of(mask), simd(82)],
  anyTrue: one(simd(83)),
};

/** Lanes of 32 bits by number: 0–3 of x, 4–7 of y. */
export function shuffle32(x: Operand, y: Operand, lanes: readonly [number, number, number, number]): Code {
  const bytes = lanes.flatMap((index) => [4 * index, 4 * index + 1, 4 * index + 2, 4 * index + 3]);
  return [i32Of(x), i32Of(y), simd(13), bytes];
}
/** Bytes by number: 0–15 of x, 16–31 of y. */
export function shuffle8(x: Operand, y: Operand, bytes: readonly number[]): Code {
  return [i32Of(x), i32Of(y), simd(13), bytes];
}

export const i8x16 = { narrowI16x8: two(simd(101)) };
export const i16x8 = { narrowI32x4: two(simd(133)) };

export const i32x4 = {
  splat: one(simd(17)),
  extractLane: lane(27),
  eq: two(simd(55), i32x4Of),
  ne: two(simd(56), i32x4Of),
  ltS: two(simd(57), i32x4Of),
  gtS: two(simd(59), i32x4Of),
  leS: two(simd(61), i32x4Of),
  geS: two(simd(63), i32x4Of),
  gtU: two(simd(60), i32x4Of),
  bitmask: one(simd(164)),
  shl: shift(171),
  shrS: shift(172),
  shrU: shift(173),
  add: two(simd(174), i32x4Of),
  sub: two(simd(177), i32x4Of),
  mul: two(simd(181), i32x4Of),
  minS: two(simd(182), i32x4Of),
  maxS: two(simd(184), i32x4Of),
  abs: one(simd(160)),
  neg: one(simd(161)),
  truncSatF64x2Zero: one(simd(252)),
};

export const i64x2 = {
  splat: one(simd(18)),
  abs: one(simd(192)),
  neg: one(simd(193)),
  bitmask: one(simd(196)),
  extendLowI32x4S: one(simd(199)),
  extendHighI32x4S: one(simd(200)),
  extendLowI32x4U: one(simd(201)),
  extendHighI32x4U: one(simd(202)),
  shl: shift(203),
  shrS: shift(204),
  shrU: shift(205),
  add: two(simd(206), i64x2Of),
  sub: two(simd(209), i64x2Of),
  mul: two(simd(213), i64x2Of),
  eq: two(simd(214), i64x2Of),
  ne: two(simd(215), i64x2Of),
  ltS: two(simd(216), i64x2Of),
  gtS: two(simd(217), i64x2Of),
  leS: two(simd(218), i64x2Of),
  geS: two(simd(219), i64x2Of),
  extmulLowI32x4U: two(simd(222), i32x4Of),
  extmulHighI32x4U: two(simd(223), i32x4Of),
};

export const f32x4 = {
  splat: one(simd(19), f32Of),
  extractLane: lane(31),
  eq: two(simd(65), f32x4Of),
  ne: two(simd(66), f32x4Of),
  lt: two(simd(67), f32x4Of),
  gt: two(simd(68), f32x4Of),
  le: two(simd(69), f32x4Of),
  ge: two(simd(70), f32x4Of),
  demoteF64x2Zero: one(simd(94)),
  abs: one(simd(224)),
  neg: one(simd(225)),
  sqrt: one(simd(227)),
  add: two(simd(228), f32x4Of),
  sub: two(simd(229), f32x4Of),
  mul: two(simd(230), f32x4Of),
  div: two(simd(231), f32x4Of),
  /** y < x ? y : x, in one machine instruction. */
  pmin: two(simd(234), f32x4Of),
  pmax: two(simd(235), f32x4Of),
  convertI32x4S: one(simd(250)),
};

export const f64x2 = {
  splat: one(simd(20), f64Of),
  extractLane: lane(33),
  eq: two(simd(71), f64x2Of),
  ne: two(simd(72), f64x2Of),
  lt: two(simd(73), f64x2Of),
  gt: two(simd(74), f64x2Of),
  le: two(simd(75), f64x2Of),
  ge: two(simd(76), f64x2Of),
  promoteLowF32x4: one(simd(95)),
  abs: one(simd(236)),
  neg: one(simd(237)),
  sqrt: one(simd(239)),
  add: two(simd(240), f64x2Of),
  sub: two(simd(241), f64x2Of),
  mul: two(simd(242), f64x2Of),
  div: two(simd(243), f64x2Of),
  pmin: two(simd(246), f64x2Of),
  pmax: two(simd(247), f64x2Of),
  trunc: one(simd(122)),
  nearest: one(simd(148)),
  convertLowI32x4S: one(simd(254)),
  convertLowI32x4U: one(simd(255)),
};
