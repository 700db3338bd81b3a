"""Operations on shapes, places and dtypes. Rules: engine/ops/shape.ts, creation.ts, select.ts."""

from mindspore._checks import check_int, got
from mindspore._door import call, items, ops, scalar
from mindspore.common import dtype as mstype
from mindspore.common.parameter import Parameter
from mindspore.common.tensor import Tensor, _tensor
from mindspore.ops.operations._base import ints, operand, tensor, tensors, unary
from mindspore.ops.primitive import Primitive

ZerosLike = unary("ZerosLike", "zerosLike", "Zeros of a tensor's shape and dtype.")
OnesLike = unary("OnesLike", "onesLike", "Ones of a tensor's shape and dtype.")


class Zeros(Primitive):
    """Zeros of a shape and dtype."""

    def __call__(self, shape, type):
        return _tensor(call(ops.zeros, ints(shape, "shape", "Zeros"), mstype.key_of(type, "type", "Zeros")))


class Ones(Primitive):
    """Ones of a shape and dtype."""

    def __call__(self, shape, type):
        return _tensor(call(ops.ones, ints(shape, "shape", "Ones"), mstype.key_of(type, "type", "Ones")))


class Fill(Primitive):
    """One number everywhere."""

    def __call__(self, type, shape, value):
        if not isinstance(value, (bool, int, float)):
            raise TypeError(f"For 'Fill', the 'value' must be a number, {got(value)}.")
        key = mstype.key_of(type, "type", "Fill")
        return _tensor(call(ops.fill, key, ints(shape, "shape", "Fill"), scalar(value)))


class Eye(Primitive):
    """Ones on the main diagonal, zeros elsewhere."""

    def __call__(self, n, m, t):
        rows, columns = check_int(n, "n", "Eye"), check_int(m, "m", "Eye")
        if rows <= 0 or columns <= 0:
            raise ValueError(f"For 'Eye', the 'n' and 'm' must be > 0, but got {n} and {m}.")
        return _tensor(call(ops.eye, rows, columns, mstype.key_of(t, "t", "Eye")))


class Shape(Primitive):
    """A tensor's shape, as a tuple."""

    def __call__(self, x):
        tensor(x, "x", "Shape")
        return x.shape


class Rank(Primitive):
    """How many axes a tensor has."""

    def __call__(self, x):
        tensor(x, "x", "Rank")
        return x.ndim


class Size(Primitive):
    """How many elements a tensor has."""

    def __call__(self, x):
        tensor(x, "x", "Size")
        return x.size


class DType(Primitive):
    """A tensor's dtype."""

    def __call__(self, x):
        tensor(x, "x", "DType")
        return x.dtype


class Cast(Primitive):
    """The elements in another dtype, cast as C casts."""

    def __call__(self, x, dtype):
        if not isinstance(x, (Tensor, bool, int, float)):
            raise TypeError(f"For 'Cast', the 'input_x' must be a Tensor or a number, {got(x)}.")
        return _tensor(call(ops.cast, operand(x, "input_x", "Cast"), mstype.key_of(dtype, "dst_type", "Cast")))


class Reshape(Primitive):
    """The elements in another shape; one length may be -1."""

    def __call__(self, x, shape):
        return _tensor(call(ops.reshape, tensor(x, "input_x", "Reshape"), ints(shape, "shape", "Reshape")))


class Transpose(Primitive):
    """The axes in another order."""

    def __call__(self, x, perm):
        return _tensor(call(ops.transpose, tensor(x, "x", "Transpose"), ints(perm, "input_perm", "Transpose")))


class Flatten(Primitive):
    """Keeps the first axis and puts all others into one."""

    def __call__(self, x):
        if not tensor(x, "x", "Flatten").ndim:
            raise ValueError("For 'Flatten', the 'x' must have at least 1 axis, but got shape ().")
        return x.reshape((x.shape[0], -1 if x.size else 0))


class Squeeze(Primitive):
    """Without axes of length 1."""

    def __init__(self, axis=()):
        super().__init__()
        self.axis = axis
        ints(axis, "axis", "Squeeze")

    def __call__(self, x):
        return _tensor(call(ops.squeeze, tensor(x, "x", "Squeeze"), ints(self.axis, "axis", "Squeeze")))


class ExpandDims(Primitive):
    """One more axis of length 1."""

    def __call__(self, x, axis):
        return _tensor(call(ops.expandDims, tensor(x, "x", "ExpandDims"), check_int(axis, "axis", "ExpandDims")))


class Concat(Primitive):
    """Tensors end to end along an axis."""

    def __init__(self, axis=0):
        super().__init__()
        self.axis = check_int(axis, "axis", "Concat")

    def __call__(self, input_x):
        return _tensor(call(ops.concat, tensors(input_x, "input_x", "Concat"), self.axis))


class Stack(Primitive):
    """Tensors side by side along a new axis."""

    def __init__(self, axis=0):
        super().__init__()
        self.axis = check_int(axis, "axis", "Stack")

    def __call__(self, input_x):
        return _tensor(call(ops.stack, tensors(input_x, "input_x", "Stack"), self.axis))


class Pack(Stack):
    """The old name of Stack."""


class Split(Primitive):
    """Equal parts along an axis, as a tuple."""

    def __init__(self, axis=0, output_num=1):
        super().__init__()
        self.axis = check_int(axis, "axis", "Split")
        self.output_num = check_int(output_num, "output_num", "Split")

    def __call__(self, x):
        return tuple(map(_tensor, call(ops.split, tensor(x, "x", "Split"), self.axis, self.output_num)))


class Tile(Primitive):
    """The tensor several times along each axis."""

    def __call__(self, x, multiples):
        if not isinstance(multiples, tuple):
            raise TypeError(f"For 'Tile', the 'multiples' must be a tuple of ints, {got(multiples)}.")
        if any(check_int(one, "multiples", "Tile") <= 0 for one in multiples):
            raise ValueError(f"For 'Tile', each of the 'multiples' must be > 0, but got {multiples}.")
        return _tensor(call(ops.tile, tensor(x, "input_x", "Tile"), items(list(multiples))))


class BroadcastTo(Primitive):
    """The tensor repeated along axes so that it has a shape."""

    def __init__(self, shape):
        super().__init__()
        self.shape = shape
        ints(shape, "shape", "BroadcastTo")

    def __call__(self, x):
        return _tensor(call(ops.broadcastTo, tensor(x, "input_x", "BroadcastTo"), ints(self.shape, "shape", "BroadcastTo")))


class Gather(Primitive):
    """Entries of an axis by place."""

    def __call__(self, input_params, input_indices, axis):
        params, indices = tensor(input_params, "input_params", "Gather"), tensor(input_indices, "input_indices", "Gather")
        return _tensor(call(ops.gather, params, indices, check_int(axis, "axis", "Gather")))


class GatherV2(Gather):
    """The old name of Gather."""


class OneHot(Primitive):
    """`on_value` in the class's place of a new axis, `off_value` elsewhere."""

    def __init__(self, axis=-1):
        super().__init__()
        self.axis = check_int(axis, "axis", "OneHot")

    def __call__(self, indices, depth, on_value, off_value):
        places = check_int(depth, "depth", "OneHot")
        if places < 0:
            raise ValueError(f"For 'OneHot', the 'depth' must be >= 0, but got {depth}.")
        on, off = tensor(on_value, "on_value", "OneHot"), tensor(off_value, "off_value", "OneHot")
        return _tensor(call(ops.oneHot, tensor(indices, "indices", "OneHot"), places, on, off, self.axis))


class Select(Primitive):
    """Elements of x where a condition holds, else of y."""

    def __call__(self, cond, x, y):
        cond = tensor(cond, "cond", "Select")
        return _tensor(call(ops.select, cond, tensor(x, "x", "Select"), tensor(y, "y", "Select")))


class Identity(Primitive):
    """The tensor's elements in a tensor of their own."""

    def __call__(self, x):
        tensor(x, "x", "Identity")
        return x.__copy__() if not isinstance(x, Parameter) else Tensor(x).__copy__()


def _assigning(name, function, doc):
    """A primitive that changes a parameter."""

    def __call__(self, variable, value):
        if not isinstance(variable, Parameter):
            raise TypeError(f"For '{name}', the 'variable' must be a Parameter, {got(variable)}.")
        if not isinstance(value, (Tensor, bool, int, float)):
            raise TypeError(f"For '{name}', the 'value' must be a Tensor or a number, {got(value)}.")
        call(getattr(ops, function), variable._tensor, operand(value, "value", name))
        return variable

    return type(name, (Primitive,), {"__call__": __call__, "__doc__": doc, "__module__": "mindspore.ops.operations"})


Assign = _assigning("Assign", "assign", "Puts a value into a parameter, and returns the parameter.")
AssignAdd = _assigning("AssignAdd", "assignAdd", "Adds a value to a parameter, and returns the parameter.")
AssignSub = _assigning("AssignSub", "assignSub", "Takes a value off a parameter, and returns the parameter.")

__all__ = [
    name
    for name, value in list(globals().items())
    if isinstance(value, type) and issubclass(value, Primitive) and value is not Primitive
]
