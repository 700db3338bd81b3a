import type { PyodideInterface } from "pyodide";
import { beforeAll, expect, test } from "vitest";
import { startPython } from "./testing";

let python: PyodideInterface;
beforeAll(async () => {
  python = await startPython();
  python.runPython("import array, io, os, pickle, copy\nimport numpy as np");
});

/** What a Python expression gives, as the text of its repr. */
const shown = (code: string): string => python.runPython(`repr(${code})`);

/** The class and the message of what a statement raises. */
function raised(code: string): string {
  python.globals.set("code", code);
  return python.runPython(
    "def attempt():\n  try:\n    exec(code)\n  except Exception as error:\n    return f'{type(error).__name__}: {error}'\nattempt()",
  );
}

test.each([
  ["type(np.array([1]))", "<class 'numpy.ndarray'>"],
  ["np.float32", "<class 'numpy.float32'>"],
  ["np.dtype('float32')", "dtype('float32')"],
  ["str(np.array([1], 'f4').dtype)", "'float32'"],
  ["isinstance(np.float64(1), float)", "True"],
  ["isinstance(np.float32(1), float)", "False"],
  ["np.float32 == np.dtype('float32')", "True"],
  ["np.issubdtype(np.int8, np.integer)", "True"],
])("%s is %s", (code, text) => {
  expect(shown(code)).toBe(text);
});

test("a name that is missing says so and where the names are", () => {
  expect(raised("np.fft")).toContain("AttributeError: module 'numpy' has no attribute 'fft' in Sporebook; see");
});

test.each([
  [
    "np.array([1, 2]) + np.array([1, 2, 3])",
    "ValueError: operands could not be broadcast together with shapes (2,) (3,) ",
  ],
  [
    "np.array([[1, 2], [3]])",
    "ValueError: setting an array element with a sequence. The requested array has an inhomogeneous shape after 1 dimensions. The detected shape was (2,) + inhomogeneous part.",
  ],
  ["np.arange(3)[5]", "IndexError: index 5 is out of bounds for axis 0 with size 3"],
  ["np.arange(3).reshape(7)", "ValueError: cannot reshape array of size 3 into shape (7,)"],
  ["np.ones(3).sum(axis=3)", "AxisError: axis 3 is out of bounds for array of dimension 1"],
  ["np.zeros(-1)", "ValueError: negative dimensions are not allowed"],
  [
    "np.array([True]) - np.array([True])",
    "TypeError: numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, or the logical_xor function instead.",
  ],
  [
    "x = np.arange(2); x += 1.5",
    "UFuncTypeError: Cannot cast ufunc 'add' output from dtype('float64') to dtype('int64') with casting rule 'same_kind'",
  ],
  ["np.array([1]).astype('foo')", "TypeError: data type 'foo' not understood"],
  [
    "bool(np.ones(2))",
    "ValueError: The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()",
  ],
  ["np.add(1)", "TypeError: add() takes from 2 to 3 positional arguments but 1 were given"],
])("%s raises NumPy's sentence", (code, message) => {
  expect(raised(code)).toBe(message);
});

test("a slice shares its elements with the array", () => {
  python.runPython("a = np.arange(6).reshape(2, 3)\nb = a[:, 1]\nb[:] = -1");
  expect(shown("a.tolist()")).toBe("[[0, -1, 2], [3, -1, 5]]");
  expect(shown("b.base is not None and a[0].base is not None")).toBe("True");
});

test("negative zero crosses the border with its sign", () => {
  expect(
    shown("(np.array([-0.0])[0], np.array([-0.0]).item(), np.negative(0.0), np.complex128(complex(-0.0, 1)).real)"),
  ).toBe("(-0.0, -0.0, -0.0, -0.0)");
});

test("Python's buffers, memoryviews and arrays are exchanged", () => {
  expect(shown("np.array(array.array('f', [1, 2.5]))")).toBe("array([1. , 2.5], dtype=float32)");
  expect(shown("memoryview(np.arange(6, dtype='int32').reshape(2, 3)).tolist()")).toBe("[[0, 1, 2], [3, 4, 5]]");
  expect(shown("array.array('d', np.array([1.5, 2]).tobytes())")).toBe("array('d', [1.5, 2.0])");
  expect(shown("np.frombuffer(b'\\x01\\x00\\x02\\x00', dtype='int16')")).toBe("array([1, 2], dtype=int16)");
  expect(shown("np.fromstring('1 2 3', sep=' ')")).toBe("array([1., 2., 3.])");
});

test.each(["bool", "int8", "uint64", "float16", "float32", "float64", "complex128"])(
  "%s arrays come back from a .npy file, a pickle and a copy",
  (dtype) => {
    python.runPython(
      `a = np.arange(6).reshape(2, 3).astype("${dtype}")\nnp.save("/tmp/a", a)\nb = np.load("/tmp/a.npy")`,
    );
    expect(shown("b")).toBe(shown("a"));
    expect(shown("pickle.loads(pickle.dumps(a))")).toBe(shown("a"));
    expect(shown("copy.deepcopy(a)")).toBe(shown("a"));
  },
);

test("a .npy file begins as NumPy writes it", () => {
  python.runPython(
    'stream = io.BytesIO()\nnp.save(stream, np.zeros((2, 3), dtype="float32"))\ndata = stream.getvalue()',
  );
  // the header of NumPy 1.24: magic, version 1.0, length 118, a dict padded to 128 bytes
  expect(shown("data[:10]")).toBe("b'\\x93NUMPY\\x01\\x00v\\x00'");
  expect(shown("data[10:128].rstrip()")).toBe(`b"{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }"`);
  expect(shown("len(data)")).toBe(String(128 + 24));
});

test("text files go both ways", () => {
  python.runPython('np.savetxt("/tmp/a.txt", np.array([[1, 2.5], [-3, 4]]), fmt="%.2f", delimiter=",")');
  expect(shown('open("/tmp/a.txt").read()')).toBe("'1.00,2.50\\n-3.00,4.00\\n'");
  expect(shown('np.loadtxt("/tmp/a.txt", delimiter=",")')).toBe(shown("np.array([[1, 2.5], [-3, 4]])"));
});

test("print options hold for a while or until changed", () => {
  expect(python.runPython("with np.printoptions(precision=2):\n  text = str(np.array([1/3]))\ntext")).toBe("[0.33]");
  expect(shown("str(np.array([1/3]))")).toBe("'[0.33333333]'");
});

test("ten thousand arrays of 1 MB, made and dropped, leave memory flat", () => {
  const resident = () => process.memoryUsage().rss / 2 ** 20;
  const rounds = () => python.runPython("for _ in range(2500): np.ones(131072)");
  rounds();
  const before = resident();
  for (let i = 0; i < 3; i++) rounds();
  expect(resident() - before).toBeLessThan(300); // MB; 7,500 MB if arrays stayed
});
