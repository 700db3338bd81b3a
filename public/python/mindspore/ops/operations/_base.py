"""What the primitives share: how their arguments reach the engine, and how tables of similar ones become classes."""

from mindspore._checks import check_int, got
from mindspore._door import call, items, ops, scalar
from mindspore.common.tensor import Tensor, _array_of, _tensor
from mindspore.ops.primitive import Primitive


def tensor(value, name, owner):
    """The engine's tensor of an argument."""
    if isinstance(value, Tensor):
        return value._tensor
    raise TypeError(f"For '{owner}', the '{name}' must be a Tensor, {got(value)}.")


def operand(value, name, owner):
    """A tensor, number or list, as the engine takes what stands beside a tensor."""
    if isinstance(value, Tensor):
        return value._tensor
    if isinstance(value, (bool, int, float)):
        return scalar(value)
    if isinstance(value, (list, tuple)):
        return _array_of(value)
    raise TypeError(f"For '{owner}', the '{name}' must be a Tensor or a number, {got(value)}.")


def tensors(values, name, owner):
    """A list or tuple of tensors."""
    if isinstance(values, (list, tuple)):
        return items([tensor(value, name, owner) for value in values])
    raise TypeError(f"For '{owner}', the '{name}' must be a tuple or list of Tensors, {got(values)}.")


def ints(values, name, owner):
    """An int, or a list or tuple of ints, as a list."""
    if isinstance(values, Tensor) and values.ndim == 1:
        values = values.asnumpy().tolist()
    if isinstance(values, (list, tuple)):
        return items([check_int(value, name, owner) for value in values])
    return items([check_int(values, name, owner)])


def axes(values, name, owner):
    """The same, None for all axes."""
    return None if values is None else ints(values, name, owner)


def primitive(name, doc, compute):
    """A primitive without settings: `compute` is what its call does."""
    compute.__qualname__ = name  # the name in Python's own words about missing arguments

    def __init__(self):
        Primitive.__init__(self)

    def __call__(self, *args):
        return compute(*args)

    return type(name, (Primitive,), {"__init__": __init__, "__call__": __call__, "__doc__": doc, "__module__": _home})


_home = "mindspore.ops.operations"


def unary(name, function, doc):
    def compute(x):
        return _tensor(call(getattr(ops, function), tensor(x, "x", name)))

    return primitive(name, doc, compute)


def binary(name, function, doc):
    def compute(x, y):
        return _tensor(call(getattr(ops, function), operand(x, "x", name), operand(y, "y", name)))

    return primitive(name, doc, compute)


