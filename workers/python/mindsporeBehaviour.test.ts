import { beforeAll, expect, test } from "vitest";
import { openPythonLines } from "./pythonLines";

/* What MindSpore's objects do, as its 1.6 documentation describes it (spec §2–§18). */

let prints: (code: string) => string;
beforeAll(async () => {
  ({ prints } = await openPythonLines());
});

const imports = `
import copy
import numpy as np
import mindspore
import mindspore.common.dtype as mstype
from mindspore import Tensor, Parameter, ParameterTuple, nn, ops, set_seed, get_seed, context
from mindspore.common.initializer import initializer, Normal, One, Zero, Initializer
from collections import OrderedDict
t = Tensor([[1, 2], [3, 4]])
f = Tensor([[1.0, 2.0], [3.0, 4.0]])
b = Tensor([True, False])
`;
const show = (code: string): string => prints(imports + code).trimEnd();
const value = (expression: string): string => show(`print((${expression}))`);

// Tensor without a dtype (§3.2), and with one
test.each([
  ["Tensor(True)", "Bool"],
  ["Tensor(1)", "Int64"],
  ["Tensor(2 ** 63)", "UInt64"],
  ["Tensor(1.0)", "Float32"],
  ["Tensor(1j)", "Complex128"],
  ["Tensor(np.float64(1))", "Float64"],
  ["Tensor(np.int32(1))", "Int32"],
  ["Tensor([1.0, 2])", "Float32"],
  ["Tensor((1, 2))", "Int64"],
  ["Tensor([True])", "Bool"],
  ["Tensor([np.int8(1)])", "Int8"],
  ["Tensor([])", "Float32"],
  ["Tensor(np.ones(3))", "Float64"],
  ["Tensor(np.arange(3))", "Int64"],
  ["Tensor(np.array(1.0))", "Float64"],
  ["Tensor(Tensor(1, mstype.int8))", "Int8"],
  ["Parameter(1)", "Int32"],
  ["Parameter(1.0)", "Float32"],
  ["Parameter(np.float64(1))", "Float32"],
  ["Parameter([1, 2])", "Int64"],
  ["Parameter([1.0])", "Float32"],
  ["Parameter(np.ones(2))", "Float64"],
  ["t.astype(int)", "Int64"],
  ["t.astype(float)", "Float64"],
  ["t.astype('FLOAT16')", "Float16"],
  ["t.astype(np.uint8)", "UInt8"],
  ["t.sum()", "Int64"],
  ["b.sum()", "Int32"],
  ["t.mean()", "Int64"],
  ["f.argmax()", "Int32"],
  ["b.cumsum()", "Int32"],
  ["t / t", "Int64"],
  ["t + 1.5", "Float32"],
  ["b + 1", "Int64"],
  ["b + 1.5", "Float32"],
  ["t + Tensor(1.0, mstype.float16)", "Float16"],
  ["t == t", "Bool"],
])("%s has dtype %s", (expression, dtype) => expect(value(`(${expression}).dtype`)).toBe(dtype));

test.each([
  // casts as in C (§3.2)
  ["Tensor(3.7, mstype.int32)", "3"],
  ["Tensor(-3.7, mstype.int32)", "-3"],
  ["Tensor(300, mstype.uint8)", "44"],
  ["Tensor([0.0, 0.5], mstype.bool_)", "[False  True]"],
  // integers stay integers (§5.1, §19)
  ["Tensor([4, 5, 6]) / Tensor([1, 2, 3])", "[4 2 2]"],
  ["Tensor([-7, 7]) / 2", "[-3  3]"],
  ["Tensor([-7, 7]) // 2", "[-4  3]"],
  ["Tensor([-7, 7]) % 3", "[2 1]"],
  ["Tensor([1, -1, 0], mstype.int32) / 0", "[ 2147483647 -2147483648           0]"],
  ["Tensor([1.0, 0.0]) / 0", "[inf nan]"],
  ["Tensor([1], mstype.int32) + 2 ** 40", "[1]"],
  ["2 - t", "[[ 1  0]\n [-1 -2]]"],
  ["t + [1, 2]", "[[2 4]\n [4 6]]"],
  ["t == 'a'", "False"],
  ["t != None", "True"],
  ["Tensor([1, 2, 3, 5]).mean()", "2"],
  ["f.var(ddof=1)", "1.6666666"],
  ["f.std(ddof=1)", "1.2909944"],
  ["f.fill(None)", "[[nan nan]\n [nan nan]]"],
  ["Tensor([16777217]).copy()", "[16777216]"],
  ["t.sum(axis=0, initial=10)", "[14 16]"],
  ["t.max(axis=1, keepdims=True)", "[[2]\n [4]]"],
  ["t.clip(2, 3.9)", "[[2 2]\n [3 3]]"],
  ["Tensor([3, 1, 3]).argmax()", "0"],
  ["t.flatten('F')", "[1 3 2 4]"],
  ["t.swapaxes(0, -1)", "[[1 3]\n [2 4]]"],
  ["t.take(Tensor([0, 9]))", "[1 4]"],
  ["t.ptp(axis=0)", "[2 2]"],
  ["t.item((1, 0))", "3"],
  ["t.itemset(0, 9)", "[[9 2]\n [3 4]]"],
  ["Tensor([5]).item()", "[5]"],
  ["~b", "[False  True]"],
  ["[1, 2, 3][Tensor(1)]", "2"],
  ["list(range(Tensor([2])))", "[0, 1]"],
  ["int(Tensor(3))", "3"],
  ["[x for x in Tensor([1, 2])]", "[Tensor(shape=[], dtype=Int64, value= 1), Tensor(shape=[], dtype=Int64, value= 2)]"],
  ["len(t), t.size, t.itemsize, t.nbytes, t.strides, t.ndim", "(2, 4, 8, 32, (16, 8), 2)"],
  ["Tensor(1).strides, Tensor(1).shape", "((), ())"],
  ["f'{t}'", "[[1 2]\n [3 4]]"],
  ["(Tensor(4.0),)", "(Tensor(shape=[], dtype=Float32, value= 4),)"],
  // reading by index (§5.3)
  ["t[-1]", "[3 4]"],
  ["t[:, 1]", "[2 4]"],
  ["t[True].shape, t[None].shape, t[..., None].shape", "((1, 2, 2), (1, 2, 2), (2, 2, 1))"],
  ["t[::-1, ::-1]", "[[4 3]\n [2 1]]"],
  ["t[[1, 0, 1]]", "[[3 4]\n [1 2]\n [3 4]]"],
  ["t[[True, False]]", "[[1 2]]"],
  ["t[Tensor([[1]])].shape", "(1, 1, 2)"],
  ["t[[0, 1], [1, 0]]", "[2 3]"],
  ["t[()] is t", "True"],
])("%s is %s", (expression, text) => expect(value(expression)).toBe(text));

test("assigning by index replaces the data, casts, broadcasts, and writes back to where it was read", () => {
  expect(
    show(`
before = t.asnumpy()
t[0] = 9.7
t[1, 1] = Tensor(8)
print(t, before)
row = t[1]
row[0] = 7
print(t[1], row)
(row + 1)[0] = 100
print(t[1])
t[t == Tensor([[9, 9], [0, 0]])] = 1
print(t)
t[:, 0] = [5, 6]
print(t)
p = Parameter(Tensor([1.0, 2.0]), name="w", requires_grad=False)
p[0] = 5
print(p, p.asnumpy())
`),
  ).toBe(`[[9 9]
 [3 8]] [[1 2]
 [3 4]]
[7 8] [7 8]
[7 8]
[[1 1]
 [7 8]]
[[5 1]
 [6 8]]
Parameter (name=w, shape=(2,), dtype=Float32, requires_grad=False) [5. 2.]`);
});

test("who shares memory: asnumpy and a tensor of a tensor do, everything made from arrays and lists does not", () => {
  expect(
    show(`
a = np.ones(2)
made = Tensor(a); shared = Tensor.from_numpy(a); again = Tensor(made)
a[0] = 5
print(made, shared)
made.asnumpy()[1] = 7
print(made, again)
source = Tensor([1.0, 2.0])
p = Parameter(source); q = Parameter(p)
source.asnumpy()[0] = 9
print(p.asnumpy(), q.asnumpy(), q.name)
p.set_data(source)
source.asnumpy()[1] = 8
print(p.asnumpy(), Tensor(p), type(Tensor(p)).__name__)
`),
  ).toBe("[1. 1.] [5. 1.]\n[1. 7.] [1. 7.]\n[1. 2.] [1. 2.] Parameter\n[9. 8.] [9. 8.] Tensor");
});

test("pending data are drawn when they are first needed, in that order", () => {
  expect(
    show(`
set_seed(1)
one = Tensor(shape=(2, 2), dtype=mstype.float32, init=Normal())
two = Tensor(shape=(2, 2), dtype=mstype.float32, init=Normal())
print(repr(one), one.has_init, type(one.init).__name__, one.shape, one.dtype)
print(two)
print(one.has_init, two.has_init, two.init)
print(one + 0)
same = initializer('ones', [2])
first, second = Parameter(same), Parameter(same)
print(same.has_init, first.has_init, first.is_default_input_init, first.asnumpy(), second.asnumpy())
print(initializer(One(), [2]).init_data())
`),
  ).toBe(`Tensor(shape=[2, 2], dtype=Float32, value=
<uninitialized>) True Normal (2, 2) Float32
[[-0.00128023 -0.01392901]
 [ 0.0130886  -0.00107818]]
True False None
[[-0.0164615  -0.01204428]
 [-0.00813806 -0.00270927]]
False False True [1. 1.] [1. 1.]
[1. 1.]`);
});

test("an Initializer that a user writes in Python fills parameters and layers", () => {
  expect(
    show(`
class Counting(Initializer):
    def _initialize(self, arr):
        arr[:] = np.arange(arr.size).reshape(arr.shape)
print(Tensor(shape=(2, 2), dtype=mstype.int32, init=Counting()))
print(nn.Dense(2, 2, weight_init=Counting()).weight.asnumpy())
print(Parameter([1.0, 2.0]).clone(Counting()).asnumpy())
`),
  ).toBe("[[0 1]\n [2 3]]\n[[0. 1.]\n [2. 3.]]\n[0. 1.]");
});

test("a Parameter has every attribute of MindSpore 1.6", () => {
  expect(
    show(`
p = Parameter(Tensor([1.0, 2.0]), name="  w ")
print(p.name, p.requires_grad, p.layerwise_parallel, p.parallel_optimizer, p.sliced, p.is_init, p.init_flag)
print(p.inited_param, p.init_mode, p.has_init, p.init, p.cache_enable, p.cache_shape, p.comm_fusion)
print(p.parallel_optimizer_comm_recompute, p.unique, p.requires_aggr, p.is_param_ps, p.init_in_server)
print(p.push_weight_to_server, p.pull_weight_from_server, p.data is p, isinstance(p, Tensor), isinstance(p, Parameter))
p.sliced = 3; p.comm_fusion = 2; p.cache_shape = (1,); p.name = ""
print(p.sliced, p.comm_fusion, p.cache_shape, p.name)
print(type(p), type(p.clone()), type(copy.deepcopy(p)), type(p + 1).__name__, type(p[0]).__name__, type(p.T).__name__)
q = p.clone(); q.requires_grad = False; q.name = "q"
print(q.clone(), q.clone(0.5).asnumpy(), q.clone('ones').asnumpy(), q.clone(Tensor([3.0, 4.0])).asnumpy())
print([p], (p,), {"p": p})
print(p.set_data(Tensor([1, 2])).dtype, p.set_data(5, slice_shape=True).shape, p.sliced, p.set_data(6.5).sliced)
p.set_dtype(mstype.float16); print(p.dtype)
before = p; p += 1; print(type(p).__name__, before.asnumpy())
`),
  ).toBe(`w True False True False False False
None None False None False [] 1
False False True False False
False False True True True
3 2 (1,) Parameter
<class 'mindspore.common.parameter.ParameterTensor'> <class 'mindspore.common.parameter.ParameterTensor'> <class 'mindspore.common.parameter.ParameterTensor'> Tensor Tensor Tensor
Parameter (name=q, shape=(2,), dtype=Float32, requires_grad=False) [0.5 0.5] [1. 1.] [3. 4.]
[Parameter (name=Parameter, shape=(2,), dtype=Float32, requires_grad=True)] (Parameter (name=Parameter, shape=(2,), dtype=Float32, requires_grad=True),) {'p': Parameter (name=Parameter, shape=(2,), dtype=Float32, requires_grad=True)}
Float32 () True False
Float16
Tensor 6.5`);
});

test("a ParameterTuple is a tuple, renames what shares a name, and clones with a prefix", () => {
  expect(
    show(`
make = lambda: Parameter(1.0, name="w")
a, b2, c = make(), make(), make()
params = ParameterTuple(x for x in (a, b2, c, a))
print([x.name for x in params], len(params), params[0] is a is params[3], type(params[:2]).__name__, a in params)
print(ParameterTuple([]), ParameterTuple([Parameter(1, name="x")]))
set_seed(1)
twins = ParameterTuple([Parameter(Tensor([[0.0, 0.0]]), name=n) for n in "xy"]).clone("copy", init="normal")
print([x.name for x in twins], type(twins).__name__, *[x.asnumpy() for x in twins])
`),
  ).toBe(`['w_0', 'w_1', 'w_2', 'w_0'] 4 True tuple True
() (Parameter (name=x, shape=(), dtype=Int32, requires_grad=True),)
['copy.x', 'copy.y'] ParameterTuple [[-0.00128023 -0.01392901]] [[-0.0164615  -0.01204428]]`);
});

const nets = `
class Block(nn.Cell):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 2, 3)
        self.scale = Parameter(Tensor([1.0]), name="custom")
    def construct(self, x):
        return self.conv(x) * self.scale
class Net(nn.Cell):
    def __init__(self):
        super().__init__()
        self.own = Parameter(Tensor([1.0]))
        self.kept = Parameter(Tensor([2.0]), name="my.name")
        self.block = Block()
        self.fc = nn.Dense(2, 2, has_bias=False, activation=nn.ReLU())
        self.parts = nn.SequentialCell(OrderedDict([("first", nn.Dense(2, 2)), ("relu", nn.ReLU())]))
        self.cells_list = nn.CellList([nn.Dense(1, 1), nn.Dense(1, 1)])
        self.nothing = None
    def construct(self, x, y=None):
        return self.fc(x)
net = Net()
`;

test("names follow the attributes, custom names below an attribute are lost, own ones stay", () => {
  expect(
    show(`${nets}
for name, p in net.parameters_and_names():
    print(name, p.name)
print([p.name for p in net.get_parameters(expand=False)])
print(list(net.parameters_dict())[:3], net.fc.weight is net.parameters_dict()["fc.weight"], net.fc.weight is net.fc.weight)
`),
  ).toBe(`own own
kept my.name
block.scale block.scale
block.conv.weight block.conv.weight
fc.weight fc.weight
parts.first.weight parts.first.weight
parts.first.bias parts.first.bias
cells_list.0.weight cells_list.0.weight
cells_list.0.bias cells_list.0.bias
cells_list.1.weight cells_list.1.weight
cells_list.1.bias cells_list.1.bias
['own', 'my.name']
['own', 'my.name', 'block.scale'] True True`);
});

test("a net prints its children, indented with the closing bracket", () => {
  expect(show(`${nets}print(net)`)).toBe(`Net<
  (block): Block<
    (conv): Conv2d<input_channels=1, output_channels=2, kernel_size=(3, 3), stride=(1, 1), pad_mode=same, padding=0, dilation=(1, 1), group=1, has_bias=False, weight_init=normal, bias_init=zeros, format=NCHW>
    >
  (fc): Dense<
    input_channels=2, output_channels=2, activation=ReLU<>
    (activation): ReLU<>
    >
  (parts): SequentialCell<
    (first): Dense<input_channels=2, output_channels=2, has_bias=True>
    (relu): ReLU<>
    >
  (cells_list): CellList<
    (0): Dense<input_channels=1, output_channels=1, has_bias=True>
    (1): Dense<input_channels=1, output_channels=1, has_bias=True>
    >
  >`);
});

test("attributes of a cell: replacing, emptying, deleting, lists and tuples of parameters", () => {
  expect(
    show(`${nets}
net.own = Tensor([7.0]); print(net.own.asnumpy(), type(net.own).__name__)
net.kept = None; print(net.kept, len(list(net.get_parameters(expand=False))))
net.fc = None; print(net.fc, "fc" in net.name_cells())
del net.parts; print(hasattr(net, "parts"))
net.several = [Parameter(1), Parameter(2, name="two")]
print([p.name for p in net.several], "two" in net.parameters_dict())
import warnings
with warnings.catch_warnings(record=True) as found:
    warnings.simplefilter("always")
    net.group = ParameterTuple([Parameter(1), Parameter(2, name="z")])
print([p.name for p in net.group], "z" in net.parameters_dict(), len(found))
shared = nn.Dense(1, 1)
net.a = shared; net.b = shared
print([name for name, _ in net.cells_and_names()], [p.name for p in shared.get_parameters()])
class Quiet(nn.Cell):
    def __init__(self):
        super().__init__(auto_prefix=False)
        self.inner = nn.Dense(1, 1)
print([p.name for p in Quiet().get_parameters()])
`),
  ).toBe(`[7.] ParameterTensor
None 1
None False
False
['Parameter$1', 'two'] False
['Parameter$2', 'z'] True 1
['', 'block', 'block.conv', 'cells_list', 'cells_list.0', 'cells_list.1', 'a'] ['b.weight', 'b.bias']
['weight', 'bias']`);
});

test("what is asked of a cell: filters, dicts, state", () => {
  expect(
    show(`${nets}
net.own.requires_grad = False
print(len(net.trainable_params()), [p.name for p in net.untrainable_params()], type(net.trainable_params()).__name__)
print(type(net.parameters_dict()).__name__, net.fc.parameters_dict())
print(net.cells().__class__.__name__, type(net.name_cells()).__name__, net.fc.name_cells())
print(net.cls_name, net.training, net.set_train() is net, net.training, net.block.conv.training, net.set_train(False).training)
print(net.phase, net.requires_grad, net.set_grad().requires_grad, net.param_prefix == "", nn.ReLU().parameters_broadcast_dict())
net.phase = "x"; print(net.phase, net.check_names(), len(net.init_parameters_data()))
net.fc.update_parameters_name("new."); print(net.fc.weight.name)
net.insert_child_to_cell("late", nn.Dense(1, 1)); print(net.late.weight.name)
net.insert_param_to_cell("extra", Parameter(1.0)); print(net.extra.name)
half = nn.Dense(2, 2).to_float(mstype.float16)
print(half(f).dtype, half.weight.dtype)
class Returns(nn.Cell):
    def __init__(self):
        super().__init__()
        self.p = Parameter(1.0)
    def construct(self, *args):
        return self.p
r = Returns(); print(r(1, None, (2,)) is r.p)
`),
  ).toBe(`10 ['own'] list
OrderedDict OrderedDict([('fc.weight', Parameter (name=fc.weight, shape=(2, 2), dtype=Float32, requires_grad=True))])
odict_values OrderedDict OrderedDict([('activation', ReLU<>)])
Net False True True True False
predict False True True None
x None 11
new.weight
weight
extra
Float16 Float32
True`);
});

test("SequentialCell and CellList count, slice, grow and rename", () => {
  expect(
    show(`
seq = nn.SequentialCell(nn.Dense(2, 2, weight_init='ones'), nn.ReLU())
print(len(seq), seq[-1], type(seq[:1]).__name__, len(seq[:1]), seq[:1][0] is seq[0])
print(seq(f))
seq.append(nn.Dense(2, 1)); print(list(seq.parameters_dict()))
del seq[0]; print(list(seq.parameters_dict()), [n for n, _ in seq.cells_and_names()])
seq[0] = nn.Tanh(); print(seq[0], [c for c in seq][0])
items = nn.CellList([nn.Dense(1, 1)])
items.append(nn.Dense(1, 1)); items.extend([nn.ReLU()]); items += [nn.Tanh()]; items.insert(0, nn.Sigmoid())
print(len(items), [str(c).split("<")[0] for c in items], list(items.parameters_dict()), len(items[1:3]))
`),
  ).toBe(`2 ReLU<> SequentialCell 1 True
[[3. 3.]
 [7. 7.]]
['0.weight', '0.bias', '2.weight', '2.bias']
['1.weight', '1.bias'] ['', '0', '1']
Tanh<> Tanh<>
5 ['Sigmoid', 'Dense', 'Dense', 'ReLU', 'Tanh'] ['1.weight', '1.bias', '2.weight', '2.bias'] 2`);
});

test("ParameterUpdate casts lower dtypes, keeps the name, copies, and counts () and (1,) as one", () => {
  expect(
    show(`
p = Parameter(Tensor([1.0, 2.0]), name="w")
x = Tensor([5, 6])
out = nn.ParameterUpdate(p)(x)
print(out is x, out.dtype, p.dtype, p.asnumpy(), p.name)
x.asnumpy()[0] = 100; print(p.asnumpy())
q = Parameter(1.0); nn.ParameterUpdate(q)(Tensor([3.0])); print(q.shape, q.asnumpy())
print(ops.assign(p, Tensor([7.0, 8.0])) is p, p.asnumpy(), ops.Assign()(q, 4).asnumpy())
print(ops.assign_add(p, Tensor([1.0, 1.0])).asnumpy())
`),
  ).toBe(`True Int64 Float32 [5. 6.] w
[5. 6.]
() 3.0
True [7. 8.] 4.0
[8. 9.]`);
});

test("dtypes print in two ways, compare only with themselves, and translate to Python and NumPy", () => {
  expect(
    show(`
print(mstype.float32, [mstype.float32, mstype.bool_], mindspore.half is mindspore.float16, type(mstype.int8), type(mstype.bool_))
print(mstype.float32 == np.float32, mstype.float32 == "float32", {mstype.int8: 1}[mstype.byte], copy.deepcopy(mstype.int8) is mstype.int8)
print(mstype.dtype_to_nptype(mstype.int32), mstype.dtype_to_nptype(mstype.bool_), mstype.dtype_to_pytype(mstype.float64))
print(mstype.pytype_to_dtype(float), mstype.pytype_to_dtype(np.dtype("int8")), mstype.pytype_to_dtype(mstype.int8), mstype.pytype_to_dtype(str))
print(mstype.issubclass_(mstype.int32, mstype.int_), mstype.issubclass_(mstype.int32, mstype.number), mstype.issubclass_(mstype.int32, mstype.float_), mstype.issubclass_(3, mstype.int_))
print(mstype.get_py_obj_dtype(t), mstype.get_py_obj_dtype(1), mstype.get_py_obj_dtype(2.0), len(mstype.number_type), mstype.bool_ in mstype.number_type)
print(mstype.int_, mstype.uint, mstype.float_, mstype.number, mstype.string, repr(mstype.string))
`),
  ).toBe(`Float32 [mindspore.float32, mindspore.bool_] True <class 'mindspore._c_expression.typing.Int'> <class 'mindspore._c_expression.typing.Bool'>
False False 1 True
<class 'numpy.int32'> <class 'numpy.bool_'> <class 'float'>
Float64 Int8 Int8 String
True True False False
Tensor[Int64] Int64 Float64 13 False
Int UInt Float Number String mindspore.string_`);
});

test("copying, hashing and print options", () => {
  expect(
    show(`
c = copy.copy(t); c.asnumpy()[0, 0] = 9; print(t[0, 0], c[0, 0], type(copy.deepcopy(t)).__name__)
print(hash(t) == hash(t), len({t, c}), t in [t, c])
with np.printoptions(precision=2):
    print(Tensor([1.23456]))
print(Tensor([1.23456]))
`),
  ).toBe("1 9 Tensor\nTrue 2 True\n[1.23]\n[1.23456]");
});

test("reference 2.x has the later releases' defaults and behaviour, and 1.6 comes back", () => {
  expect(
    show(`
mindspore.set_reference("2.x")
print(mindspore.__version__, mindspore.get_reference(), context.get_context("mode"))
print(int(Tensor(3.7)), float(Tensor(1.5)), abs(Tensor(-1)), Tensor([[7]]).item(), 2 ** Tensor([1, 2]), t @ t, Tensor([6]) & 3)
print(t[Tensor([[True, False], [False, True]])])
try: ParameterTuple([Parameter(1, name="w"), Parameter(2, name="w")])
except ValueError as error: print("already exists" in str(error))
try: initializer("foo", [1])
except ValueError as error: print("foo" in str(error))
set_seed(1)
print(float(abs(nn.Dense(4, 3).weight).max()) <= 0.5, nn.Dense(4, 3).bias.asnumpy().any(), nn.Dropout(p=0.2))
print(type(nn.Conv2d(1, 1, 1).weight_init).__name__)
mindspore.set_reference("1.6")
print(mindspore.__version__, nn.Conv2d(1, 1, 1).weight_init, nn.Dense(4, 3).bias.asnumpy())
`),
  ).toBe(`2.6.0 2.x 1
3 1.5 1 7 [2 4] [[ 7 10]
 [15 22]] [2]
[1 4]
True
True
True True Dropout(p=0.2)
HeUniform
1.6.1 normal [0. 0. 0.]`);
});

test.each([
  // primitives and layers, by their definitions
  ["ops.ReduceSum(keep_dims=True)(f, 1)", "[[3.]\n [7.]]"],
  ["ops.ReduceMean()(t, (0, 1))", "2"],
  ["ops.Transpose()(t, (1, 0))", "[[1 3]\n [2 4]]"],
  ["ops.MatMul(transpose_b=True)(f, f)", "[[ 5. 11.]\n [11. 25.]]"],
  ["ops.Concat(1)((t, t)).shape, ops.Stack()([t, t]).shape", "((2, 4), (2, 2, 2))"],
  ["ops.Shape()(t), ops.Rank()(t), ops.Size()(t), ops.DType()(t)", "((2, 2), 2, 4, mindspore.int64)"],
  ["ops.Cast()(Tensor([1.7]), mstype.int32)", "[1]"],
  [
    "ops.Zeros()((1, 2), mstype.int8), ops.Fill()(mstype.float32, (2,), 3)",
    "(Tensor(shape=[1, 2], dtype=Int8, value=\n[[0, 0]]), Tensor(shape=[2], dtype=Float32, value= [ 3.00000000e+00,  3.00000000e+00]))",
  ],
  ["ops.OneHot()(Tensor([0, 2], mstype.int32), 3, Tensor(1.0), Tensor(0.0))", "[[1. 0. 0.]\n [0. 0. 1.]]"],
  ["ops.Split(1, 2)(t)[1]", "[[2]\n [4]]"],
  ["ops.Pow()(f, 2)", "[[ 1.  4.]\n [ 9. 16.]]"],
  [
    "ops.tanh(Tensor([0.0])), ops.Exp()(Tensor([0.0])), ops.Log()(Tensor([1.0]))",
    "(Tensor(shape=[1], dtype=Float32, value= [ 0.00000000e+00]), Tensor(shape=[1], dtype=Float32, value= [ 1.00000000e+00]), Tensor(shape=[1], dtype=Float32, value= [ 0.00000000e+00]))",
  ],
  ["nn.ReLU()(Tensor([-1.0, 2.0]))", "[0. 2.]"],
  ["nn.ReLU()(Tensor([-1, 2]))", "[0 2]"],
  ["nn.LeakyReLU()(Tensor([-1.0, 2.0]))", "[-0.2  2. ]"],
  ["nn.Softmax()(Tensor([[0.0, 0.0]]))", "[[0.5 0.5]]"],
  ["nn.Sigmoid()(Tensor([0.0]))", "[0.5]"],
  ["nn.Flatten()(Tensor(np.ones((2, 3, 4)))).shape", "(2, 12)"],
  ["nn.MaxPool2d(2, 2)(Tensor(np.arange(16).reshape(1, 1, 4, 4), mstype.float32))", "[[[[ 5.  7.]\n   [13. 15.]]]]"],
  [
    "nn.AvgPool2d(2, 2)(Tensor(np.arange(16).reshape(1, 1, 4, 4), mstype.float32))",
    "[[[[ 2.5  4.5]\n   [10.5 12.5]]]]",
  ],
  ["nn.MaxPool2d(kernel_size=2, stride=2)", "MaxPool2d<kernel_size=2, stride=2, pad_mode=VALID>"],
  ["nn.Dropout()(f) is f", "True"],
  ["nn.Dropout(0.9).set_train()(Tensor(np.zeros((3,)), mstype.float32))", "[0. 0. 0.]"],
  ["nn.LayerNorm((2,), epsilon=0.0)(Tensor([[1.0, 3.0]]))", "[[-1.  1.]]"],
  ["nn.Embedding(3, 2, embedding_table='ones')(Tensor([[0, 2]])).shape", "(1, 2, 2)"],
  ["[p.name for p in nn.BatchNorm2d(2).trainable_params()]", "['gamma', 'beta']"],
  ["nn.BatchNorm2d(1, eps=0.0)(Tensor(np.full((1, 1, 1, 2), 3.0), mstype.float32))", "[[[[3. 3.]]]]"],
  [
    "nn.Conv2d(1, 1, 2, pad_mode='valid', weight_init='ones', has_bias=True, bias_init=One())(Tensor(np.ones((1, 1, 2, 2)), mstype.float32))",
    "[[[[5.]]]]",
  ],
  ["nn.Dense(2, 1, weight_init='ones', activation='relu')(Tensor([[[-1.0, -2.0], [1.0, 2.0]]]))", "[[[0.]\n  [3.]]]"],
])("%s is %s", (expression, text) => expect(value(expression)).toBe(text));
