import type { PyodideAPI } from "pyodide";
import { beforeAll, describe, expect, test } from "vitest";
import { startPython } from "./testing";

let python: PyodideAPI;
beforeAll(async () => {
  python = await startPython();
  python.runPython("import numpy as np\nfrom numpy.linalg._products import einsum, tensordot");
}, 60_000);

const textOf = (code: string): string => python.runPython(`str(${code})`);
const reprOf = (code: string): string => python.runPython(`repr(${code})`);
/** The class and the sentence of what a statement raises. */
const raised = (code: string): string =>
  python.runPython(
    `try:\n    ${code}\n    text = "nothing"\nexcept Exception as error:\n    text = f"{type(error).__name__}: {error}"\ntext`,
  );

// What stands on the right is what NumPy 1.24.2 (Debian 12, reference LAPACK) prints.
describe("numpy.linalg prints what NumPy prints", () => {
  test.each([
    ["np.linalg.det([[1, 2], [3, 4]])", "-2.0000000000000004"],
    ["np.linalg.det(np.float32([[1, 2], [3, 4]]))", "-2.0"],
    ["np.linalg.inv([[1, 2], [3, 4]])", "array([[-2. ,  1. ],\n       [ 1.5, -0.5]])"],
    ["np.linalg.inv(np.float32([[1, 2], [3, 4]]))", "array([[-2. ,  1. ],\n       [ 1.5, -0.5]], dtype=float32)"],
    ["np.linalg.solve([[3, 1], [1, 2]], [9, 8])", "array([2., 3.])"],
    ["np.linalg.solve([[2, 0], [0, 4]], [1, 1j]).tolist()", "[(0.5+0j), 0.25j]"],
    ["np.linalg.slogdet(np.float32([[1, 2], [3, 4]]))", "(-1.0, 0.6931472)"],
    ["np.linalg.norm([3, 4])", "5.0"],
    ["np.linalg.norm([[1, 2], [3, 4]], axis=1)", "array([2.23606798, 5.        ])"],
    ["np.linalg.norm([[1, 2], [3, 4]], np.inf)", "7.0"],
    ["np.linalg.norm([[1, 2], [3, 4]], 'nuc')", "5.8309518948453"],
    ["np.linalg.norm([[1., 2.], [3., 4.]], keepdims=True)", "array([[5.47722558]])"],
    ["np.linalg.norm(np.float16([1, 2]))", "2.236"],
    [
      "np.linalg.qr([[1, 2], [3, 4]])",
      "(array([[-0.31622777, -0.9486833 ],\n       [-0.9486833 ,  0.31622777]]), array([[-3.16227766, -4.42718872],\n       [ 0.        , -0.63245553]]))",
    ],
    ["np.linalg.qr([[1, 2], [3, 4]], 'r')", "array([[-3.16227766, -4.42718872],\n       [ 0.        , -0.63245553]])"],
    [
      "np.linalg.qr([[1, 2], [3, 4]], 'raw')",
      "(array([[-3.16227766,  0.72075922],\n       [-4.42718872, -0.63245553]]), array([1.31622777, 0.        ]))",
    ],
    [
      "np.linalg.svd([[1, 2], [3, 4]])",
      "(array([[-0.40455358, -0.9145143 ],\n       [-0.9145143 ,  0.40455358]]), array([5.4649857 , 0.36596619]), array([[-0.57604844, -0.81741556],\n       [ 0.81741556, -0.57604844]]))",
    ],
    ["np.linalg.svd(np.ones((2, 2)), compute_uv=False)", "array([2., 0.])"],
    ["np.linalg.svd([[1, 2], [2, -5]], hermitian=True, compute_uv=False)", "array([5.60555128, 1.60555128])"],
    ["np.linalg.eig([[0, 1], [-1, 0]])[0]", "array([0.+1.j, 0.-1.j])"],
    [
      "np.linalg.eig([[0, 1], [-1, 0]])[1].tolist()",
      "[[(0.7071067811865475+0j), (0.7071067811865475-0j)], [0.7071067811865475j, -0.7071067811865475j]]",
    ],
    ["np.linalg.eig(np.float32([[0, 1], [-1, 0]]))[1].dtype", "dtype('complex64')"],
    ["np.linalg.eigvals(np.float32([[2, 1], [1, 2]]))", "array([3., 1.], dtype=float32)"],
    [
      "np.linalg.eigh([[2, 1], [1, 2]], UPLO='U')",
      "(array([1., 3.]), array([[-0.70710678,  0.70710678],\n       [ 0.70710678,  0.70710678]]))",
    ],
    ["np.linalg.eigvalsh([[2, 1], [1, 2]])", "array([1., 3.])"],
    ["np.linalg.cholesky([[4, 2], [2, 3]])", "array([[2.        , 0.        ],\n       [1.        , 1.41421356]])"],
    ["np.linalg.pinv([[1, 2], [2, 4]])", "array([[0.04, 0.08],\n       [0.08, 0.16]])"],
    ["np.linalg.matrix_rank([[1, 2], [2, 4]])", "1"],
    ["type(np.linalg.matrix_rank([[1, 2], [2, 4]]))", "<class 'numpy.int64'>"],
    ["type(np.linalg.matrix_rank([1, 2]))", "<class 'int'>"],
    ["type(np.linalg.det([[1., 2], [3, 4]]))", "<class 'numpy.float64'>"],
    [
      "np.linalg.matrix_power([[1, 1], [1, 0]], 50)",
      "array([[20365011074, 12586269025],\n       [12586269025,  7778742049]])",
    ],
    ["np.linalg.matrix_power([[1, 2], [3, 4]], -2)", "array([[ 5.5 , -2.5 ],\n       [-3.75,  1.75]])"],
    ["np.linalg.multi_dot([np.ones(2), np.ones((2, 2)), np.ones(2)])", "4.0"],
    ["np.linalg.cond([[1, 2], [3, 4]], 'fro')", "14.999999999999998"],
    ["np.linalg.tensorinv(np.eye(4).reshape(2, 2, 4)).shape", "(4, 2, 2)"],
    [
      "np.linalg.lstsq([[1., 2], [3, 4], [5, 6]], [1, 2, 4.], rcond=None)",
      "(array([0.66666667, 0.08333333]), array([0.16666667]), 2, array([9.52551809, 0.51430058]))",
    ],
    ["np.linalg.LinAlgError.__mro__[1]", "<class 'Exception'>"],
    ["np.linalg.LinAlgError", "<class 'numpy.linalg.LinAlgError'>"],
    ["np.linalg.inv.__module__", "'numpy.linalg'"],
    [
      "einsum('ij,jk', np.arange(6).reshape(2, 3), np.arange(12).reshape(3, 4))",
      "array([[20, 23, 26, 29],\n       [56, 68, 80, 92]])",
    ],
    ["einsum(np.arange(6).reshape(2, 3), [0, 1], [1, 2, 3], [1], [0])", "array([ 8, 26])"],
    [
      "einsum(np.arange(6).reshape(2, 3), [Ellipsis, 1], [1, Ellipsis])",
      "array([[0, 3],\n       [1, 4],\n       [2, 5]])",
    ],
    ["einsum('ii', np.eye(3))", "3.0"],
    ["tensordot([[1, 2], [3, 4]], [[1, 2], [3, 4]], ((0, 1), (0, 1)))", "30"],
    ["tensordot([[1, 2], [3, 4]], [[1, 2], [3, 4]], (1, 0))", "array([[ 7, 10],\n       [15, 22]])"],
    ["np.kron([1, 10], [5, 6])", "array([ 5,  6, 50, 60])"],
    ["np.cross([1, 2, 3], [4, 5, 6])", "array([-3,  6, -3])"],
    ["np.inner([1, 2], [3, 4.5])", "12.0"],
    ["np.outer([1, 2], [3, 4])", "array([[3, 4],\n       [6, 8]])"],
    ["np.vdot([1 + 2j], [3 + 4j])", "(11-2j)"],
  ])("%s", (code, expected) => {
    expect(reprOf(code)).toBe(expected);
  });
});

describe("numpy.linalg raises what NumPy raises", () => {
  test.each([
    ["np.linalg.inv([[1, 2], [2, 4]])", "LinAlgError: Singular matrix"],
    ["np.linalg.inv(np.ones(2))", "LinAlgError: 1-dimensional array given. Array must be at least two-dimensional"],
    ["np.linalg.det(np.ones((2, 3)))", "LinAlgError: Last 2 dimensions of the array must be square"],
    ["np.linalg.inv(np.float16(np.eye(2)))", "TypeError: array type float16 is unsupported in linalg"],
    ["np.linalg.cholesky([[1, 2], [2, 1]])", "LinAlgError: Matrix is not positive definite"],
    ["np.linalg.svd([[np.nan, 1], [1, 2]])", "LinAlgError: SVD did not converge"],
    ["np.linalg.eig([[np.nan, 1], [1, 2]])", "LinAlgError: Array must not contain infs or NaNs"],
    ["np.linalg.eigh([[1, 2], [2, 1]], 'x')", "ValueError: UPLO argument must be 'L' or 'U'"],
    ["np.linalg.eigh([[1, 2], [2, 1]], 1)", "AttributeError: 'int' object has no attribute 'upper'"],
    ["np.linalg.qr([[1, 2]], 'x')", "ValueError: Unrecognized mode 'x'"],
    ["np.linalg.norm([1, 2], 'fro')", "ValueError: Invalid norm order 'fro' for vectors"],
    ["np.linalg.norm(np.ones((2, 2)), 3)", "ValueError: Invalid norm order for matrices."],
    ["np.linalg.norm(np.ones((2, 2)), (1, 2))", "ValueError: Invalid norm order for matrices."],
    ["np.linalg.norm(np.ones((2, 2)), 1, 'a')", "TypeError: 'axis' must be None, an integer or a tuple of integers"],
    ["np.linalg.norm(np.ones((2, 2)), 1, 5)", "AxisError: axis 5 is out of bounds for array of dimension 2"],
    ["np.linalg.matrix_power(np.ones((2, 2)), 1.5)", "TypeError: exponent must be an integer"],
    [
      "np.linalg.matrix_power(np.ones(3), 1.5)",
      "LinAlgError: 1-dimensional array given. Array must be at least two-dimensional",
    ],
    ["np.linalg.lstsq(np.eye(2), np.ones(3), rcond=None)", "LinAlgError: Incompatible dimensions"],
    ["np.linalg.multi_dot([np.ones(2)])", "ValueError: Expecting at least two arrays."],
    [
      "np.linalg.solve(np.eye(3), np.ones(2))",
      "ValueError: solve1: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (m,m),(m)->(m) (size 2 is different from 3)",
    ],
    [
      "np.linalg.nothing",
      "AttributeError: module 'numpy.linalg' has no attribute 'nothing' in Sporebook; see the list of names at names/",
    ],
    [
      "einsum()",
      "ValueError: must specify the einstein sum subscripts string and at least one operand, or at least one operand and its corresponding subscripts list",
    ],
    ["einsum('ij')", "ValueError: must specify the einstein sum subscripts string and at least one operand"],
    ["einsum(3)", "ValueError: must provide at least an operand and a subscripts list to einsum"],
    ["einsum(1, 2)", "TypeError: the subscripts for each operand must be a list or a tuple"],
    ["einsum(np.eye(2), [0, 1.5])", "TypeError: each subscript must be either an integer or an ellipsis"],
    ["einsum(np.eye(2), [0, 60])", "ValueError: subscript is not within the valid range [0, 52)"],
    ["einsum('i', [1], foo=1)", "TypeError: 'foo' is an invalid keyword for einsum"],
    ["einsum('i', [1], out=3)", "TypeError: keyword parameter out must be an array for einsum"],
    [
      "einsum('ij', np.ones(2))",
      "ValueError: einstein sum subscripts string contains too many subscripts for operand 0",
    ],
    ["tensordot([1], [1], 1.5)", "TypeError: 'float' object cannot be interpreted as an integer"],
    [
      "tensordot([1], [1], (1, 2, 3))",
      "ValueError: too many values to unpack (expected 2, got 3)",
    ] /* Python 3.14 counts them */,
    ["np.cross([1, 2, 3], [1, 2, 3], axisc=3)", "AxisError: axisc: axis 3 is out of bounds for array of dimension 1"],
  ])("%s", (code, expected) => {
    expect(raised(code)).toBe(expected);
  });
});

test("einsum writes into out, as far as its dtype allows", () => {
  python.runPython("target = np.zeros((2, 2))\nback = einsum('ij,jk', np.eye(2), np.ones((2, 2)), out=target)");
  expect(textOf("(back is target, target.tolist())")).toBe("(True, [[1.0, 1.0], [1.0, 1.0]])");
  expect(raised("einsum('i,i->i', [1.5], [2.5], out=np.zeros(1, int))")).toBe(
    "TypeError: Iterator requested dtype could not be cast from dtype('float64') to dtype('int64'), the operand 2 dtype, according to the rule 'safe'",
  );
});

test("einsum without a sum is a view, and writing through it writes the array", () => {
  python.runPython("square = np.zeros((2, 2))\neinsum('ii->i', square)[:] = 7");
  expect(textOf("square.tolist()")).toBe("[[7.0, 0.0], [0.0, 7.0]]");
});

test("lstsq without rcond warns as NumPy 1.24 does", () => {
  const code =
    "import warnings\nwith warnings.catch_warnings(record=True) as seen:\n    warnings.simplefilter('always')\n    np.linalg.lstsq(np.eye(2), np.ones(2))\n";
  expect(python.runPython(`${code}str([w.category.__name__ for w in seen])`)).toBe("['FutureWarning']");
});
