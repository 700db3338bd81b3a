import { type DType, dtypes } from "../dtype";
import { ValueError } from "../errors";
import { copy, NDArray } from "../ndarray";
import { tupleText } from "../shape";
import { transpose } from "./manipulation";

/*
 * The `.npy` format, version 1.0 to write and 1.0 to 3.0 to read: a magic text, the header's length, a Python dict as
 * text, then the elements. Source: NumPy `numpy.lib.format`.
 */
const magic = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59]; // "\x93NUMPY"
const kinds = { bool: "b", int: "i", uint: "u", float: "f", complex: "c" } as const;

/** NumPy's text for a dtype: `<f4`, `|b1`. */
export function typeString(dtype: DType): string {
  const { kind, bytes } = dtypes[dtype];
  return `${bytes === 1 ? "|" : "<"}${kinds[kind]}${bytes}`;
}

/** The bytes of a `.npy` file. */
export function encodeNpy(array: NDArray): Uint8Array {
  const dense = array.isContiguous ? array : copy(array);
  const header = `{'descr': '${typeString(array.dtype)}', 'fortran_order': False, 'shape': ${tupleText(array.shape)}, }`;
  const start = magic.length + 4;
  const padded = Math.ceil((start + header.length + 1) / 64) * 64; // elements begin at a multiple of 64
  const bytes = new Uint8Array(padded + dense.nbytes);
  bytes.set(magic);
  bytes.set([1, 0], magic.length);
  const view = new DataView(bytes.buffer);
  view.setUint16(magic.length + 2, padded - start, true);
  bytes.set(new TextEncoder().encode(`${header.padEnd(padded - start - 1)}\n`), start);
  const { storage, offset, itemsize, nbytes } = dense;
  bytes.set(new Uint8Array(storage.buffer, storage.byteOffset + offset * itemsize, nbytes), padded);
  return bytes;
}

/** The array in the bytes of a `.npy` file. @throws {ValueError} that says what is wrong with them */
export function decodeNpy(bytes: Uint8Array): NDArray {
  if (magic.some((byte, i) => bytes[i] !== byte)) {
    throw new ValueError("the file does not begin with the magic text of a .npy file");
  }
  const major = bytes[6]!;
  if (major < 1 || major > 3)
    throw new ValueError(`we only support format version (1,0), (2,0), and (3,0), not (${major},${bytes[7]})`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const wide = major > 1;
  if (bytes.length < (wide ? 12 : 10)) throw new ValueError("EOF: reading array header, the file is too short");
  const length = wide ? view.getUint32(8, true) : view.getUint16(8, true);
  const start = wide ? 12 : 10;
  if (bytes.length < start + length) throw new ValueError("EOF: reading array header, the file is too short");
  const text = new TextDecoder("latin1").decode(bytes.subarray(start, start + length));
  const { dtype, swapped, fortran, shape } = readHeader(text);
  const count = shape.reduce((product, one) => product * one, 1);
  const size = count * dtypes[dtype].bytes;
  const data = bytes.slice(start + length, start + length + size);
  if (data.length < size) {
    throw new ValueError(
      `cannot reshape array of size ${Math.floor(data.length / dtypes[dtype].bytes)} into shape ${tupleText(shape)}`,
    );
  }
  if (swapped) reverseWords(data, dtypes[dtype].kind === "complex" ? dtypes[dtype].bytes / 2 : dtypes[dtype].bytes);
  const storage = new (dtypes[dtype].storage as Float64ArrayConstructor)(data.buffer);
  if (!fortran) return new NDArray(dtype, shape, storage);
  return copy(transpose(new NDArray(dtype, [...shape].reverse(), storage)));
}

function reverseWords(bytes: Uint8Array, width: number): void {
  for (let i = 0; i < bytes.length; i += width) bytes.subarray(i, i + width).reverse();
}

function readHeader(text: string): { dtype: DType; swapped: boolean; fortran: boolean; shape: number[] } {
  const descr = /'descr':\s*'([^']*)'/.exec(text)?.[1];
  const order = /'fortran_order':\s*(True|False)/.exec(text)?.[1];
  const lengths = /'shape':\s*\(([^)]*)\)/.exec(text)?.[1];
  if (descr === undefined || order === undefined || lengths === undefined) {
    throw new ValueError(`Header does not contain the correct keys: ${text.trim()}`);
  }
  const plain = (Object.keys(dtypes) as DType[]).find((name) => typeString(name).slice(1) === descr.slice(1));
  if (!plain) throw new ValueError(`descr is not a valid dtype descriptor here: '${descr}'`);
  const shape = lengths
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  if (shape.some((part) => !/^\d+L?$/.test(part))) throw new ValueError(`shape is not valid: (${lengths})`);
  return {
    dtype: plain,
    swapped: descr[0] === ">",
    fortran: order === "True",
    shape: shape.map((part) => Number.parseInt(part, 10)),
  };
}
