import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { readVectors } from "../../engine/vectors/read";
import { openPythonLines } from "./pythonLines";

/* The tutorial's steps in Python. Expected texts are those that the tutorial prints. */

let prints: (code: string) => string;
beforeAll(async () => {
  ({ prints } = await openPythonLines());
});

const published = readVectors<{ published: { printed_text?: string }[] }>("philox_r1").published;
const imports = `
import numpy as np
import mindspore
from mindspore import Tensor, Parameter, ParameterTuple, nn, ops, set_seed
from mindspore import dtype as mstype
from mindspore.common.initializer import initializer, Normal, One
`;

test.each([
  ["normal", 64, "'Normal'"],
  ["normal02", 64, "Normal(0.2)"],
  ["normal02_16", 16, "Normal(0.2)"],
])("Conv2d on ones prints as NumPy prints it, byte for byte: %s", (name, filters, init) => {
  const text = readFileSync(new URL(`../../engine/nn/printed/${name}.txt`, import.meta.url), "utf8");
  expect(
    prints(`${imports}
input_data = Tensor(np.ones([1, 3, 16, 50], dtype=np.float32))
set_seed(1)
net = nn.Conv2d(3, ${filters}, 3, weight_init=${init})
output = net(input_data)
print(output)
`),
  ).toBe(text);
});

test("Conv2d with a tensor of ones as weight sums its window", () => {
  expect(
    prints(`${imports}
init_data = Tensor(np.ones([64, 3, 3, 3]), dtype=mindspore.float32)
net = nn.Conv2d(3, 64, 3, weight_init=init_data)
output = net(Tensor(np.ones([1, 3, 16, 50], dtype=np.float32)))
print(output[0, 0, :2, -4:])
`),
  ).toBe("[[18. 18. 18. 12.]\n [27. 27. 27. 18.]]\n");
});

test("sums of a tensor and initializers print as published", () => {
  expect(
    prints(`${imports}
set_seed(1)
x = Tensor(np.arange(20).reshape(5, 4), mindspore.float32)
print(x + initializer('Normal', [5, 4]) + initializer(Normal(0.2), [5, 4]))
`),
  ).toBe(`${published[2]!.printed_text}\n`);
});

test.each([
  ["second", 1, 4],
  ["twentieth", 19, 3],
])("Dense made as the %s draw prints as published", (_, earlier, index) => {
  expect(
    prints(`${imports}
set_seed(1)
for _ in range(${earlier}):
    nn.Dense(3, 4)
print(nn.Dense(3, 4).weight.asnumpy())
`),
  ).toBe(`${published[index]!.printed_text}\n`);
});

test("Normal of seed 1 in shape (2, 2) prints as published", () => {
  expect(prints(`${imports}\nset_seed(1)\nprint(initializer(Normal(), [2, 2], mindspore.float32))`)).toBe(
    "[[-0.00128023 -0.01392901]\n [ 0.0130886  -0.00107818]]\n",
  );
});

// spec §9.3, from MindSpore 1.6 on shape (2, 3) after set_seed(1)
test.each([
  ["Uniform()", "-0.01161692  0.03084543 -0.06998399 -0.02767344 -0.04945417 -0.0570726"],
  ["XavierUniform()", "-0.18179569  0.4827068  -1.0951946 -0.43306765 -0.77391905 -0.8931414"],
  ["HeUniform()", "-0.23469721  0.62317175 -1.41389 -0.55908793 -0.99912524 -1.1530405"],
  ["HeNormal()", "1.3262725  -0.49949703 -0.43125042 -0.8760752   0.7066024  -1.8791984"],
  ["TruncatedNormal()", "-0.00199854  0.0055426  -0.01997982 -0.00492094 -0.00982899 -0.01221823"],
  ["VarianceScaling()", "-0.16595599  0.44064897 -0.99977124 -0.39533487 -0.7064882  -0.8153228"],
  ["Orthogonal()", "0.89529806 -0.33718467 -0.2911149 -0.21060567  0.25547126 -0.94359934"],
  ["Normal()", "-0.00128023 -0.01392901  0.0130886 -0.00107818 -0.01228778  0.01994694"],
])("%s draws the published numbers into a Parameter", (init, numbers) => {
  const text = prints(`${imports}
from mindspore.common.initializer import *
set_seed(1)
print(*[f"{x:.8f}" for x in Parameter(initializer(${init}, (2, 3))).asnumpy().ravel().tolist()])
`);
  const wanted = numbers.split(/\s+/).map(Number);
  text.split(" ").forEach((number, i) => {
    expect(Math.abs(Number(number) - wanted[i]!)).toBeLessThanOrEqual(5e-8); // the tutorial's 7 or 8 printed digits
  });
});

test("a Parameter's attributes, clone, set_data and init_data behave as the tutorial shows", () => {
  expect(
    prints(`${imports}
x = Parameter(default_input=Tensor(np.arange(2*3).reshape((2, 3))), name="x")
y = Parameter(default_input=initializer('ones', [1, 2, 3], mstype.float32), name='y')
z = Parameter(default_input=2.0, name='z')
print(type(x))
print(x, "\\n\\n", y, "\\n\\n", z)
print("name: ", x.name, "\\nshape: ", x.shape, "\\ndtype: ", x.dtype, "\\nrequires_grad: ", x.requires_grad)
print("data: ", x.data, x.data is x, x.sliced, x.layerwise_parallel)
x_clone = x.clone()
x_clone.name = "x_clone"
print(x, x_clone)
print(x.set_data(data=Tensor(np.zeros((1, 2)).astype(np.int64)), slice_shape=True).shape, x.sliced)
print(y.init_data() is y, y.init_data(layout=None, set_sliced=True))
`),
  ).toBe(`<class 'mindspore.common.parameter.ParameterTensor'>
Parameter (name=x, shape=(2, 3), dtype=Int64, requires_grad=True) 

 Parameter (name=y, shape=(1, 2, 3), dtype=Float32, requires_grad=True) 

 Parameter (name=z, shape=(), dtype=Float32, requires_grad=True)
name:  x 
shape:  (2, 3) 
dtype:  Int64 
requires_grad:  True
data:  Parameter (name=x, shape=(2, 3), dtype=Int64, requires_grad=True) True False False
Parameter (name=x, shape=(2, 3), dtype=Int64, requires_grad=True) Parameter (name=x_clone, shape=(2, 3), dtype=Int64, requires_grad=True)
(1, 2) True
True Parameter (name=y, shape=(1, 2, 3), dtype=Float32, requires_grad=True)
`);
});

test("a ParameterTuple prints as a tuple, and its clone prefixes the names", () => {
  expect(
    prints(`${imports}
x = Parameter(Tensor(np.arange(6).reshape((2, 3))), name="x")
y = Parameter(initializer('ones', [1, 2, 3], mstype.float32), name='y')
z = Parameter(2.0, name='z')
params = ParameterTuple((x, y, z))
print(params)
print(params.clone("params_copy"))
`),
  ).toBe(
    "(Parameter (name=x, shape=(2, 3), dtype=Int64, requires_grad=True), Parameter (name=y, shape=(1, 2, 3), dtype=Float32, requires_grad=True), Parameter (name=z, shape=(), dtype=Float32, requires_grad=True))\n" +
      "(Parameter (name=params_copy.x, shape=(2, 3), dtype=Int64, requires_grad=True), Parameter (name=params_copy.y, shape=(1, 2, 3), dtype=Float32, requires_grad=True), Parameter (name=params_copy.z, shape=(), dtype=Float32, requires_grad=True))\n",
  );
});

test("ParameterUpdate replaces a Dense's weight and returns the tensor it was given", () => {
  expect(
    prints(`${imports}
net = nn.Dense(3, 4)
print(net.parameters_dict().keys())
update = nn.ParameterUpdate(net.weight)
update.phase = "update_param"
weight = Tensor(np.arange(12).reshape((4, 3)), mindspore.float32)
output = update(weight)
print(output is weight)
print(output)
print(net.weight.asnumpy())
`),
  ).toBe(`odict_keys(['weight', 'bias'])
True
[[ 0.  1.  2.]
 [ 3.  4.  5.]
 [ 6.  7.  8.]
 [ 9. 10. 11.]]
[[ 0.  1.  2.]
 [ 3.  4.  5.]
 [ 6.  7.  8.]
 [ 9. 10. 11.]]
`);
});

test("every import path that documentation uses gives the same objects", () => {
  expect(
    prints(`
import mindspore, mindspore.nn, mindspore.ops, mindspore.context, mindspore.common
import mindspore.common.dtype as mstype
import mindspore.ops.operations as P
import mindspore.ops.functional as F
import mindspore.nn as nn
from mindspore import context, dtype, Tensor, Parameter, ParameterTuple, set_seed, get_seed, ms_function, common, ops
from mindspore.common import set_seed as s2, initializer, dtype as d2, Tensor as T2, Parameter as P2
from mindspore.common.tensor import Tensor as T3
from mindspore.common.parameter import Parameter as P3, ParameterTuple as PT3
from mindspore.common.initializer import initializer as init, Normal
from mindspore import RowTensor, SparseTensor, CSRTensor, dtype_to_nptype, pytype_to_dtype, issubclass_
from mindspore.nn import Cell, Conv2d
from mindspore.nn.cell import Cell as C2
print(Tensor is T2 is T3, Parameter is P2 is P3, ParameterTuple is PT3, set_seed is s2, Cell is C2)
print(mstype is dtype is d2, mstype.float32 is mindspore.float32 is mstype.single, type(initializer).__name__)
print(nn.Conv2d is Conv2d, P.Add is ops.Add, F.add, mindspore.__version__)
print(type(Tensor(1)), nn.Cell, nn.Conv2d)
@ms_function
def f(x): return x + 1
@ms_function(input_signature=None)
def g(x): return x + 1
print(f(Tensor(1)), g(Tensor(1)))
print(context.GRAPH_MODE, context.PYNATIVE_MODE, context.get_context("mode"))
context.set_context(mode=context.PYNATIVE_MODE, device_target="GPU")
print(context.get_context("mode"), context.get_context("device_target"))
context.set_context(mode=context.GRAPH_MODE, device_target="CPU")
`),
  ).toBe(`True True True True True
True True module
True True Prim[Add] 1.6.1
<class 'mindspore.common.tensor.Tensor'> <class 'mindspore.nn.cell.Cell'> <class 'mindspore.nn.layer.conv.Conv2d'>
2 2
0 1 0
1 GPU
`);
});
