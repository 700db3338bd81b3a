/*
 * The bytes of an ONNX model with one node: what onnxruntime-web is given to measure a single operation.
 * Source: onnx.proto, ModelProto and its parts; field numbers stand beside their meaning.
 */

const encoder = new TextEncoder();

function varint(value) {
  const bytes = [];
  for (let rest = BigInt.asUintN(64, BigInt(value)); ; rest >>= 7n) {
    const low = Number(rest & 127n);
    bytes.push(rest > 127n ? low | 128 : low);
    if (rest <= 127n) return bytes;
  }
}
const number = (field, value) => [...varint(field * 8), ...varint(value)];
const bytes = (field, content) => [...varint(field * 8 + 2), ...varint(content.length), ...content];
const text = (field, value) => bytes(field, encoder.encode(value));

const types = { float: 1, int64: 7 };

function tensorType(name, shape, type = "float") {
  const lengths = shape.flatMap((length) => bytes(1, number(1, length))); // TensorShapeProto.dim.dim_value
  const tensor = [...number(1, types[type]), ...bytes(2, lengths)]; // elem_type, shape
  return [...text(1, name), ...bytes(2, bytes(1, tensor))]; // name, type.tensor_type
}

function initializer(name, shape, values) {
  const type = values instanceof Float32Array ? types.float : types.int64;
  const raw = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  const head = [...shape.flatMap((length) => number(1, length)), ...number(2, type), ...text(8, name)];
  return [...head, ...varint(9 * 8 + 2), ...varint(raw.length), raw]; // raw_data last, kept whole
}

function attribute(name, value) {
  if (Array.isArray(value)) return [...text(1, name), ...value.flatMap((one) => number(8, one)), ...number(20, 7)]; // ints
  return [...text(1, name), ...number(3, value), ...number(20, 2)]; // int
}

/** The parts of a message, raw ones too, as one array. */
function joined(parts) {
  const flat = parts.map((part) => (typeof part === "number" ? Uint8Array.of(part) : part));
  const whole = new Uint8Array(flat.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of flat) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * node          { type, attributes }
 * inputs        [name, shape][]; constants: [name, shape, values][]
 * output        shape
 */
export function onnxModel({ type, attributes = {}, inputs = [], constants = [], output }) {
  const names = [...inputs, ...constants].map(([name]) => name);
  const node = [
    ...names.flatMap((name) => text(1, name)),
    ...text(2, "out"),
    ...text(4, type),
    ...Object.entries(attributes).flatMap(([name, value]) => bytes(5, attribute(name, value))),
  ];
  const held = constants.map(([name, shape, values]) => joined(initializer(name, shape, values)));
  const graph = joined([
    ...bytes(1, node),
    ...text(2, "one"),
    ...held.flatMap((one) => [...varint(5 * 8 + 2), ...varint(one.length), one]),
    ...inputs.flatMap(([name, shape]) => bytes(11, tensorType(name, shape))),
    ...bytes(12, tensorType("out", output)),
  ]);
  const model = [...number(1, 8), ...varint(7 * 8 + 2), ...varint(graph.length), graph]; // ir_version, graph
  return joined([...model, ...bytes(8, number(2, 17))]); // opset_import.version
}
