"""Elementwise operations, reductions and products. Numbers and rules: engine/ops."""

from mindspore._checks import check_bool, check_int, got
from mindspore._door import call, ops
from mindspore.common import dtype as mstype
from mindspore.common.tensor import _tensor
from mindspore.ops.operations._base import axes, binary, tensor, unary
from mindspore.ops.primitive import Primitive

_unary = {
    "Abs": ("abs", "The magnitude of each element."),
    "Neg": ("neg", "Each element with the other sign."),
    "Sign": ("sign", "-1, 0 or 1."),
    "Square": ("square", "Each element times itself."),
    "Sqrt": ("sqrt", "The square root."),
    "Rsqrt": ("rsqrt", "1 over the square root."),
    "Reciprocal": ("reciprocal", "1 over each element."),
    "Inv": ("reciprocal", "1 over each element."),
    "Exp": ("exp", "e to the power of each element."),
    "Expm1": ("expm1", "exp(x) - 1, exact near 0."),
    "Log": ("log", "The natural logarithm."),
    "Log1p": ("log1p", "log(1 + x), exact near 0."),
    "Sin": ("sin", "The sine."),
    "Cos": ("cos", "The cosine."),
    "Tan": ("tan", "The tangent."),
    "Asin": ("asin", "The arc sine."),
    "ACos": ("acos", "The arc cosine."),
    "Atan": ("atan", "The arc tangent."),
    "Sinh": ("sinh", "The hyperbolic sine."),
    "Cosh": ("cosh", "The hyperbolic cosine."),
    "Asinh": ("asinh", "The inverse hyperbolic sine."),
    "Acosh": ("acosh", "The inverse hyperbolic cosine."),
    "Atanh": ("atanh", "The inverse hyperbolic tangent."),
    "Floor": ("floor", "The whole number at or below."),
    "Ceil": ("ceil", "The whole number at or above."),
    "Rint": ("rint", "The nearest whole number, halves to even."),
    "LogicalNot": ("logicalNot", "Whether not."),
    "IsNan": ("isNan", "Whether NaN."),
    "IsInf": ("isInf", "Whether infinite."),
    "IsFinite": ("isFinite", "Whether neither NaN nor infinite."),
}
_binary = {
    "Add": ("add", "x + y."),
    "TensorAdd": ("add", "The old name of Add."),
    "Sub": ("sub", "x - y."),
    "Mul": ("mul", "x * y."),
    "Div": ("div", "x / y; of integers cut towards zero."),
    "RealDiv": ("div", "x / y; of integers cut towards zero."),
    "FloorDiv": ("floorDiv", "x / y rounded down."),
    "Mod": ("mod", "The rest of x / y with the sign of x."),
    "FloorMod": ("floorMod", "The rest of x / y with the sign of y."),
    "Pow": ("pow", "x to the power of y."),
    "Maximum": ("maximum", "The greater element."),
    "Minimum": ("minimum", "The lower element."),
    "Equal": ("equal", "Whether x == y."),
    "NotEqual": ("notEqual", "Whether x != y."),
    "Less": ("less", "Whether x < y."),
    "LessEqual": ("lessEqual", "Whether x <= y."),
    "Greater": ("greater", "Whether x > y."),
    "GreaterEqual": ("greaterEqual", "Whether x >= y."),
    "LogicalAnd": ("logicalAnd", "Whether both."),
    "LogicalOr": ("logicalOr", "Whether one or both."),
    "BitwiseAnd": ("bitwiseAnd", "The bits that both have."),
    "BitwiseOr": ("bitwiseOr", "The bits that one has."),
    "BitwiseXor": ("bitwiseXor", "The bits that only one has."),
}
globals().update({name: unary(name, function, doc) for name, (function, doc) in _unary.items()})
globals().update({name: binary(name, function, doc) for name, (function, doc) in _binary.items()})


class _Reduce(Primitive):
    """Folds axes away; without any named, all."""

    def __init__(self, keep_dims=False):
        super().__init__()
        self.keep_dims = check_bool(keep_dims, "keep_dims", self.name)

    def __call__(self, x, axis=()):
        return _tensor(
            call(
                getattr(ops, type(self)._function),
                tensor(x, "x", self.name),
                axes(axis, "axis", self.name),
                self.keep_dims,
            )
        )


def _reduction(name, function, doc):
    attributes = {"_function": function, "__doc__": doc, "__module__": "mindspore.ops.operations"}
    return type(name, (_Reduce,), attributes)


ReduceSum = _reduction("ReduceSum", "reduceSum", "The sum.")
ReduceMean = _reduction("ReduceMean", "reduceMean", "The mean; of integers cut towards zero.")
ReduceMax = _reduction("ReduceMax", "reduceMax", "The greatest element.")
ReduceMin = _reduction("ReduceMin", "reduceMin", "The lowest element.")
ReduceProd = _reduction("ReduceProd", "reduceProd", "The product.")
ReduceAll = _reduction("ReduceAll", "reduceAll", "Whether all are true.")
ReduceAny = _reduction("ReduceAny", "reduceAny", "Whether any is true.")


class _Place(Primitive):
    """Where an extreme element stands along an axis."""

    def __init__(self, axis=-1, output_type=mstype.int32):
        super().__init__()
        self.axis = check_int(axis, "axis", self.name)
        if output_type is not mstype.int32 and output_type is not mstype.int64:
            raise TypeError(f"For '{self.name}', the 'output_type' must be mindspore.int32, {got(output_type)}.")
        self.output_type = output_type

    def __call__(self, x):
        found = _tensor(call(getattr(ops, type(self)._function), tensor(x, "x", self.name), self.axis))
        return found.astype(self.output_type)


class Argmax(_Place):
    """Where the greatest element stands along an axis."""

    _function = "argmax"


class Argmin(_Place):
    """Where the lowest element stands along an axis."""

    _function = "argmin"


class MatMul(Primitive):
    """The product of two matrices, each transposed first if asked."""

    def __init__(self, transpose_a=False, transpose_b=False):
        super().__init__()
        self.transpose_a = check_bool(transpose_a, "transpose_a", self.name)
        self.transpose_b = check_bool(transpose_b, "transpose_b", self.name)

    def __call__(self, x, y):
        x, y = tensor(x, "x", self.name), tensor(y, "y", self.name)
        return _tensor(call(ops.matMul, x, y, self.transpose_a, self.transpose_b))


class BatchMatMul(MatMul):
    """The products of the matrices in the last two axes."""

    def __call__(self, x, y):
        x, y = tensor(x, "x", self.name), tensor(y, "y", self.name)
        x = call(ops.swapaxes, x, -1, -2) if self.transpose_a else x
        y = call(ops.swapaxes, y, -1, -2) if self.transpose_b else y
        return _tensor(call(ops.matmul, x, y))


class CumSum(Primitive):
    """The running sum along an axis."""

    def __call__(self, x, axis):
        return _tensor(call(ops.cumsum, tensor(x, "x", self.name), check_int(axis, "axis", self.name)))


class AddN(Primitive):
    """The sum of several tensors."""

    def __call__(self, inputs):
        if not isinstance(inputs, (list, tuple)) or not inputs:
            raise TypeError(f"For 'AddN', the 'inputs' must be a tuple or list of Tensors, {got(inputs)}.")
        total = tensor(inputs[0], "inputs", self.name)
        for one in inputs[1:]:
            total = call(ops.add, total, tensor(one, "inputs", self.name))
        return _tensor(call(ops.astypeTensor, total, total.dtype))


__all__ = [
    *_unary,
    *_binary,
    "ReduceSum",
    "ReduceMean",
    "ReduceMax",
    "ReduceMin",
    "ReduceProd",
    "ReduceAll",
    "ReduceAny",
    "Argmax",
    "Argmin",
    "MatMul",
    "BatchMatMul",
    "CumSum",
    "AddN",
]
