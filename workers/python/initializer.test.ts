import type { PyodideInterface } from "pyodide";
import { beforeAll, expect, test } from "vitest";
import { startPython } from "./testing";

let python: PyodideInterface;
let firstSeed: string;
beforeAll(async () => {
  python = await startPython();
  firstSeed = python.runPython("import mindspore, numpy; repr(mindspore.get_seed())");
});

const imports = `
import numpy as np
import mindspore
from mindspore import Tensor, Parameter, set_seed, get_seed
from mindspore.common import initializer as module
from mindspore.common.initializer import *
from mindspore.common.initializer import XavierNormal
`;

/** `repr` of a Python expression, after some statements. */
function show(expression: string, before = "", reference = "1.6"): string {
  const scope = python.toPy({});
  try {
    python.runPython(`${imports}\nmindspore.set_reference("${reference}")\n${before}`, { globals: scope });
    return python.runPython(`repr((${expression}))`, { globals: scope });
  } finally {
    scope.destroy();
  }
}

// MindSpore 1.6 after set_seed(1), shape (2, 3)
test.each([
  ["Uniform()", "[[-0.01161692  0.03084543 -0.06998399]\n [-0.02767344 -0.04945417 -0.0570726 ]]"],
  ["'xavier_uniform'", "[[-0.18179569  0.4827068  -1.0951946 ]\n [-0.43306765 -0.77391905 -0.8931414 ]]"],
  ["HeUniform()", "[[-0.23469721  0.62317175 -1.41389   ]\n [-0.55908793 -0.99912524 -1.1530405 ]]"],
  ["'HeNormal'", "[[ 1.3262725  -0.49949703 -0.43125042]\n [-0.8760752   0.7066024  -1.8791984 ]]"],
  ["TruncatedNormal()", "[[-0.00199854  0.0055426  -0.01997982]\n [-0.00492094 -0.00982899 -0.01221823]]"],
  ["VarianceScaling()", "[[-0.16595599  0.44064897 -0.99977124]\n [-0.39533487 -0.7064882  -0.8153228 ]]"],
  [
    "VarianceScaling(distribution='untruncated_normal')",
    "[[ 0.93781626 -0.35319772 -0.3049401 ]\n [-0.6194787   0.49964333 -1.328794  ]]",
  ],
  ["Orthogonal()", "[[ 0.89529806 -0.33718467 -0.2911149 ]\n [-0.21060567  0.25547126 -0.94359934]]"],
  ["Normal()", "[[-0.00128023 -0.01392901  0.0130886 ]\n [-0.00107818 -0.01228778  0.01994694]]"],
  ["'NORMAL'", "[[-0.00128023 -0.01392901  0.0130886 ]\n [-0.00107818 -0.01228778  0.01994694]]"],
  ["Constant(np.array([1.5, 2, -1]))", "[[ 1.5  2.  -1. ]\n [ 1.5  2.  -1. ]]"],
  ["3", "[[3. 3. 3.]\n [3. 3. 3.]]"],
  ["True", "[[1. 1. 1.]\n [1. 1. 1.]]"],
  ["0.1", "[[0.1 0.1 0.1]\n [0.1 0.1 0.1]]"],
])("initializer(%s) prints MindSpore's numbers", (init, printed) => {
  const text = show("str(t)", `set_seed(1)\nt = initializer(${init}, [2, 3])`);
  expect(text).toBe(`'${printed.replaceAll("\n", "\\n")}'`);
});

test("the 2.x reference draws from its own generator", () => {
  // MindSpore's own unit test: set_seed(0), VarianceScaling() of (2, 3)
  const text = show("str(initializer(VarianceScaling(), [2, 3]))", "set_seed(0)", "2.x");
  expect(text).toBe("'[[ 0.49535394 -0.03666719  0.23151064]\\n [-0.08424897  0.39260703 -0.26104233]]'");
  expect(show("initializer('xavier_normal', [2, 3]).shape", "", "2.x")).toBe("(2, 3)");
});

test.each([
  ["initializer('ones', 3).shape", "(3,)"],
  ["initializer('ones', []).shape", "()"],
  ["initializer('ones', (2, True)).shape", "(2, 1)"],
  ["initializer('ones', [2], mindspore.float16).dtype", "mindspore.float16"],
  ["initializer('normal', [2]).has_init", "True"],
  ["type(initializer('normal', [2]).init).__name__", "'Normal'"],
  ["type(initializer(5, [2]).init).__name__, initializer(5, [2]).init.value", "('Constant', 5)"],
  ["initializer(t, [2]) is t", "True"],
  ["initializer(t, 2, mindspore.int32) is t", "True"],
  ["Normal(0.2).sigma, Normal(0.2).mean, Uniform().scale, HeUniform(0.5).negative_slope", "(0.2, 0.0, 0.07, 0.5)"],
  [
    "VarianceScaling().distribution, Sparse(0.5).sparsity, Orthogonal().gain, Dirac(2).groups",
    "('truncated_normal', 0.5, 1.0, 2)",
  ],
  ["Normal.__module__, Normal.__mro__[-2] is Initializer", "('mindspore.common.initializer', True)"],
  [
    "sorted(module.__all__) == sorted('Initializer initializer TruncatedNormal Normal Uniform HeUniform HeNormal XavierUniform One Zero Constant Identity Sparse Dirac Orthogonal VarianceScaling'.split())",
    "True",
  ],
])("%s is %s", (expression, expected) => {
  expect(show(expression, "t = Tensor([1.0, 2.0])")).toBe(expected);
});

test.each([
  ["initializer(None, [1])", "TypeError: For 'initializer', the type of the 'init' argument"],
  ["initializer([1], [1])", "TypeError: For 'initializer', the type of the 'init' argument"],
  ["initializer(Normal, [1])", "TypeError: For 'initializer', the type of the 'init' argument"],
  ["initializer(np.ones(1), [1])", "TypeError: For 'initializer', the type of the 'init' argument"],
  ["initializer('foo', [1])", "KeyError: \"For 'initializer', no initializer is called 'foo'"],
  ["initializer('constant', [1])", "KeyError"],
  ["initializer('xavier_normal', [1, 1])", "KeyError"],
  ["initializer('sparse', [1, 1])", "TypeError"],
  ["initializer('ones', [0])", "ValueError: For 'initializer', the argument 'shape' is invalid"],
  ["initializer('ones', [-1])", "ValueError: For 'initializer', the argument 'shape' is invalid"],
  ["initializer('ones', [1.5])", "ValueError: For 'initializer', the argument 'shape' is invalid"],
  ["initializer('ones', 1.0)", "ValueError: For 'initializer', the argument 'shape' is invalid"],
  [
    "initializer('ones')",
    "AttributeError: 'One' object has no attribute 'shape': for 'initializer', the argument 'shape' must be given.",
  ],
  ["initializer(t, [3])", "ValueError: For 'initializer', the shape of the 'init' argument should be same"],
  ["initializer(t)", "ValueError: For 'initializer', the shape of the 'init' argument should be same"],
  ["initializer('xavier_uniform', [3]).init_data()", "ValueError: For 'XavierUniform', the dimension"],
  ["initializer(Identity(), [2, 2, 2]).init_data()", "ValueError: For 'Identity', the dimension"],
  ["initializer(Dirac(2), [3, 2, 2]).init_data()", "ValueError: For 'Dirac'"],
  ["initializer(HeUniform(mode='x'), [3, 2]).init_data()", "ValueError: For 'HeUniform', the 'mode'"],
  [
    "initializer(HeUniform(negative_slope=True), [3, 2]).init_data()",
    "ValueError: For 'HeUniform', the 'negative_slope'",
  ],
  ["initializer(HeNormal(nonlinearity='x'), [3, 2]).init_data()", "ValueError: For 'HeNormal', the 'nonlinearity'"],
  ["initializer(Normal('a'), [3]).init_data()", "TypeError: For 'Normal', the 'sigma' must be int or float"],
  [
    "initializer(Normal(None), [3]).init_data()",
    "TypeError: For 'Normal', the 'sigma' must be int or float, but got 'None'",
  ],
  ["initializer(Normal(10**400), [3]).init_data()", "OverflowError: int too large to convert to float"],
  [
    "initializer(HeUniform(mode=3), [3, 2]).init_data()",
    "ValueError: For 'HeUniform', the 'mode' must be one of ['fan_in', 'fan_out'], but got '3'",
  ],
  ["initializer(Dirac(1.5), [3, 2, 2]).init_data()", "TypeError: For 'Dirac', the 'groups' must be int, but got '1.5'"],
  ["initializer(1j, [3]).init_data()", "TypeError: can't convert complex to float"],
  ["Normal()([1, 2])", "TypeError: For 'Normal', the 'arr' must be a numpy.ndarray, but got '[1, 2]' with type 'list'"],
  ["initializer(Uniform([1]), [3]).init_data()", "TypeError: For 'Uniform', the 'scale' must be int or float"],
  ["initializer(TruncatedNormal(0.1, mean=1.0), [3]).init_data()", "TypeError: For 'TruncatedNormal'"],
  ["VarianceScaling(scale=0)", "ValueError: For 'VarianceScaling', the 'scale'"],
  ["VarianceScaling(mode='x')", "ValueError: For 'VarianceScaling', the 'mode'"],
  ["Constant()", "TypeError: Constant.__init__() missing 1 required positional argument: 'value'"],
  ["Initializer()(np.zeros(2))", "NotImplementedError: Must be overridden!"],
  ["set_seed('1')", "TypeError: For 'set_seed', the 'seed' must be int, but got '1' with type 'str'"],
  ["set_seed(1.0)", "TypeError: For 'set_seed'"],
  ["set_seed(True)", "TypeError: For 'set_seed'"],
  ["set_seed(-1)", "ValueError: For 'set_seed', the 'seed' must be int and must >= 0, but got '-1'"],
  ["set_seed(2**32)", "ValueError: Seed must be between 0 and 2**32 - 1"],
  ["set_seed(2**80)", "ValueError: Seed must be between 0 and 2**32 - 1"],
])("%s raises %s", (expression, expected) => {
  expect(() => show(expression, "t = Tensor([1.0, 2.0])")).toThrow(expected);
});

test("an unknown name is a ValueError with the 2.x reference", () => {
  expect(() => show("initializer('foo', [1])", "", "2.x")).toThrow("ValueError");
});

test("get_seed tells what set_seed was given, and set_seed seeds NumPy too", () => {
  expect(firstSeed).toBe("None");
  expect(show("(get_seed(), set_seed(0), get_seed(), np.random.rand())", "set_seed(7)")).toBe(
    "(7, None, 0, 0.5488135039273248)",
  );
});

test("seed is a pair that each reading advances, unless it was assigned", () => {
  expect(show("(n.seed, n.seed)", "set_seed(1)\nn = Normal()")).toBe("((1, 1), (1, 533697029))");
  expect(show("(n.seed, n.seed)", "set_seed(1)\nn = Normal()\nn.seed = 4")).toBe("((5, 0), (5, 0))");
  const own = "n = Normal()\nn.seed = 4\n";
  expect(show("a.tolist() == b.tolist()", `${own}a, b = (initializer(n, [4]).asnumpy() for _ in range(2))`)).toBe(
    "True",
  );
});

test("an initializer called with an array fills it in place and returns None", () => {
  const before = "set_seed(1)\na = np.zeros((2, 2), dtype=np.float16)\nr = Normal()(a)";
  const halves = "np.array([[-0.0012802315, -0.013929007], [0.013088602, -0.001078179]], dtype=np.float16)"; // the printed float32s
  expect(show(`r is None and a.tolist() == ${halves}.tolist()`, before)).toBe("True");
});

const coin = `
class Ramp(Initializer):
    def __init__(self, step=1):
        super().__init__(step=step)
        self.step = step
    def _initialize(self, arr):
        seen.append((arr.shape, str(arr.dtype), type(arr).__name__))
        arr[:] = np.arange(arr.size).reshape(arr.shape) * self.step
seen = []
`;
test("a Python subclass fills tensors and parameters by its own rule, with their shape and dtype", () => {
  expect(show("(str(initializer(Ramp(2), [2, 2], mindspore.int32)), seen)", coin)).toBe(
    "('[[0 2]\\n [4 6]]', [((2, 2), 'int32', 'ndarray')])",
  );
  expect(show("p.asnumpy().tolist()", `${coin}p = Parameter(initializer(Ramp(), [3]), name='p')`)).toBe(
    "[0.0, 1.0, 2.0]",
  );
  expect(show("net.weight.asnumpy().tolist()", `${coin}net = mindspore.nn.Dense(2, 2, weight_init=Ramp())`)).toBe(
    "[[0.0, 1.0], [2.0, 3.0]]",
  );
});
test("a subclass of a built-in initializer may build on it", () => {
  const before = `
class Shifted(Normal):
    def _initialize(self, arr):
        super()._initialize(arr)
        arr += 1
set_seed(1)
a = initializer(Shifted(), [3]).asnumpy()
set_seed(1)
b = initializer(Normal(), [3]).asnumpy()`;
  expect(show("[abs(x - 1 - y) < 1e-6 for x, y in zip(a.tolist(), b.tolist())]", before)).toBe("[True, True, True]");
});
test("a Python subclass without a rule raises NotImplementedError, and an exception in a rule is the cell's own", () => {
  const before = `
class Bare(Initializer): pass
class Broken(Initializer):
    def _initialize(self, arr):
        raise LookupError("mine")`;
  expect(() => show("initializer(Bare(), [2]).init_data()", before)).toThrow(
    "NotImplementedError: Must be overridden!",
  );
  expect(() => show("initializer(Broken(), [2]).init_data()", before)).toThrow("LookupError: mine");
});

test("making and dropping initializers written in Python leaves nothing behind", () => {
  const before = `${coin}
import gc
from mindspore.common.initializer import _alive
for _ in range(300):
    t = initializer(Ramp(), [4])
    t.init_data()
    dropped = initializer(Ramp(), [4])
del t, dropped
gc.collect()`;
  expect(show("[type(init).__name__ for init in _alive.values() if isinstance(init, Ramp)]", before)).toBe("[]");
});

test("attributes can be changed before the tensor is made", () => {
  expect(show("initializer(c, [1]).asnumpy().tolist()", "c = Constant(1)\nc.value = 8")).toBe("[8.0]");
});

test("drawing waits until the data are needed, and follows the order of need", () => {
  const make = "set_seed(1)\na, b = initializer('normal', [4]), initializer('normal', [4])\n";
  const [first, second] = ["-0.00128023", "-0.0164615"]; // the first number of the first and the second draw
  expect(show("f'{x:.8f}', f'{y:.7f}'", `${make}x, y = float(a.asnumpy()[0]), float(b.asnumpy()[0])`)).toBe(
    `('${first}', '${second}')`,
  );
  expect(show("f'{x:.8f}', f'{y:.7f}'", `${make}y, x = float(b.asnumpy()[0]), float(a.asnumpy()[0])`)).not.toBe(
    `('${first}', '${second}')`,
  );
});
