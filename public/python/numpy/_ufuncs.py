"""NumPy's universal functions: objects that work elementwise, with `reduce`, `accumulate` and `outer`."""

from . import _border
from ._border import axes, fn, result, run, to_engine, wrap
from ._dtypes import optional_name


class ufunc:
    """An elementwise function of the engine under NumPy's name."""

    __module__ = "numpy"

    def __init__(self, name, engine_name, nin, doc):
        self.__name__ = name
        self._engine = engine_name
        self.nin = nin
        self.nout = 1
        self.nargs = nin + 1
        self.__doc__ = doc

    def __repr__(self):
        return f"<ufunc '{self.__name__}'>"

    def __reduce__(self):
        return self.__name__

    def __call__(self, *args, out=None, where=True, dtype=None, casting="same_kind", order="K", subok=True):
        nin = self.nin
        if len(args) != nin:
            if len(args) == nin + 1 and out is None:
                *args, out = args
            else:
                raise TypeError(
                    f"{self.__name__}() takes from {nin} to {nin + 1} positional arguments but {len(args)} were given"
                )
        function = getattr(fn, self._engine)
        operands = [to_engine(arg) for arg in args]
        if out is None and where is True and dtype is None:
            return result(run(function, *operands))
        if type(out) is tuple:
            (out,) = out
        if out is not None and not isinstance(out, _border.ndarray):
            raise TypeError("return arrays must be of ArrayType")
        name = optional_name(dtype)
        if where is not True:
            return _masked(function, operands, out, where, name)
        if out is None:
            return result(run(function, *operands, dtype=name))
        run(function, *operands, dtype=name, out=out._js)
        return out

    def _need_two(self, method):
        if self.nin != 2:
            raise ValueError(f"{method} only supported for binary functions")

    def reduce(self, array, axis=0, dtype=None, out=None, keepdims=False, initial=None, where=True):
        """Fold an axis with the function."""
        self._need_two("reduce")
        return _reduced("reduceBy", array, axis, dtype, out, keepdims, initial, where, self._engine)

    def accumulate(self, array, axis=0, dtype=None, out=None):
        """Every intermediate of the fold along an axis."""
        self._need_two("accumulate")
        made = wrap(run(fn.accumulateBy, self._engine, to_engine(array), _border.index(axis), optional_name(dtype)))
        return _into(out, made)

    def outer(self, a, b, **options):
        """The function of every pair of elements."""
        self._need_two("outer")
        left, right = (_border.wrap(_border.convert(x)) for x in (a, b))
        return self(left.reshape(left.shape + (1,) * right.ndim), right, **options)

    def at(self, a, indices, b=None):
        """Apply in place at places, repeated ones again and again."""
        from ._shapes import at

        return at(self, a, indices, b)


def _masked(function, operands, out, where, name):
    made = result(run(function, *operands, dtype=name))
    made = _border.wrap(_border.convert(made))
    target = out if out is not None else made.copy() * 0
    target[...] = _border.wrap(run(fn.where, _border.convert(where), made._js, target._js))
    return target


def _into(out, made):
    if out is None:
        return made
    out[...] = made
    return out


def _reduced(function, array, axis, dtype, out, keepdims, initial, where, *first):
    """A reduction: only what was given crosses as options."""
    options = {}
    if axis is not None:
        options["axis"] = axes(axis)
    if dtype is not None:
        options["dtype"] = optional_name(dtype)
    if keepdims and keepdims is not NO_VALUE:
        options["keepdims"] = True
    if initial is not None and initial is not NO_VALUE:
        options["initial"] = _border.number(_plain(initial))
    if where is not True and where is not NO_VALUE:
        options["where"] = _border.convert(where)
    js = run(getattr(fn, function), *first, _border.convert(array), **options)
    if out is not None:
        _check_out(out, js)
        out[...] = wrap(js)
        return out
    return result(js)


def _check_out(out, js):
    if not isinstance(out, _border.ndarray):
        raise TypeError("output must be an array")
    if out.shape != tuple(js.shape.to_py()):
        raise ValueError("output parameter for reduction operation has the wrong shape")


class _NoValue:
    def __repr__(self):
        return "<no value>"


NO_VALUE = _NoValue()


def _plain(value):
    return value.item() if hasattr(value, "item") else value


BINARY = {
    "add": "add", "subtract": "subtract", "multiply": "multiply", "divide": "divide", "true_divide": "divide",
    "floor_divide": "floorDivide", "remainder": "remainder", "mod": "remainder", "fmod": "fmod", "power": "power",
    "float_power": "floatPower", "maximum": "maximum", "minimum": "minimum", "fmax": "fmax", "fmin": "fmin",
    "equal": "equal", "not_equal": "notEqual", "less": "less", "less_equal": "lessEqual", "greater": "greater",
    "greater_equal": "greaterEqual", "logical_and": "logicalAnd", "logical_or": "logicalOr",
    "logical_xor": "logicalXor", "bitwise_and": "bitwiseAnd", "bitwise_or": "bitwiseOr", "bitwise_xor": "bitwiseXor",
    "left_shift": "leftShift", "right_shift": "rightShift", "arctan2": "arctan2", "hypot": "hypot",
    "logaddexp": "logaddexp", "logaddexp2": "logaddexp2", "copysign": "copysign", "heaviside": "heaviside",
    "gcd": "gcd", "lcm": "lcm", "matmul": "matmul",
}  # fmt: skip
UNARY = {
    "negative": "negative", "positive": "positive", "absolute": "absolute", "abs": "absolute", "sign": "sign",
    "square": "square", "reciprocal": "reciprocal", "conjugate": "conjugate", "conj": "conjugate", "isnan": "isnan",
    "isinf": "isinf", "isfinite": "isfinite", "signbit": "signbit", "fabs": "fabs", "sqrt": "sqrt", "cbrt": "cbrt",
    "exp": "exp", "exp2": "exp2", "expm1": "expm1", "log": "log", "log2": "log2", "log10": "log10", "log1p": "log1p",
    "sin": "sin", "cos": "cos", "tan": "tan", "arcsin": "arcsin", "arccos": "arccos", "arctan": "arctan",
    "sinh": "sinh", "cosh": "cosh", "tanh": "tanh", "arcsinh": "arcsinh", "arccosh": "arccosh",
    "arctanh": "arctanh", "floor": "floor", "ceil": "ceil", "trunc": "trunc", "rint": "rint", "degrees": "degrees",
    "rad2deg": "degrees", "radians": "radians", "deg2rad": "radians", "logical_not": "logicalNot",
    "invert": "invert", "bitwise_not": "invert",
}  # fmt: skip
_DOCS = {
    "add": "The sum of each pair.",
    "subtract": "The first minus the second.",
    "multiply": "The product of each pair.",
    "divide": "The first over the second, as floating-point numbers.",
    "floor_divide": "The quotient rounded down.",
    "remainder": "What is left of a division that rounds down; it has the sign of x2.",
    "fmod": "What is left of a division that rounds towards zero; it has the sign of x1.",
    "power": "The first to the power of the second.",
    "float_power": "The first to the power of the second, in float64 at least.",
    "maximum": "The greater of each pair; nan wins.",
    "minimum": "The lesser of each pair; nan wins.",
    "fmax": "The greater of each pair; nan gives way.",
    "fmin": "The lesser of each pair; nan gives way.",
    "equal": "Whether the two are equal.",
    "not_equal": "Whether the two differ.",
    "less": "Whether the first is below the second.",
    "less_equal": "Whether the first is not above the second.",
    "greater": "Whether the first is above the second.",
    "greater_equal": "Whether the first is not below the second.",
    "logical_and": "Whether both are true.",
    "logical_or": "Whether one is true.",
    "logical_xor": "Whether exactly one is true.",
    "bitwise_and": "The bits that both have.",
    "bitwise_or": "The bits that one has.",
    "bitwise_xor": "The bits that exactly one has.",
    "left_shift": "The bits of x1 moved up by x2 places.",
    "right_shift": "The bits of x1 moved down by x2 places.",
    "arctan2": "The angle of the point (x2, x1), in radians from -pi to pi.",
    "hypot": "The long side of a right triangle with these two.",
    "logaddexp": "log(exp(x1) + exp(x2)), without overflow.",
    "logaddexp2": "log2(2**x1 + 2**x2), without overflow.",
    "copysign": "The size of x1 with the sign of x2.",
    "heaviside": "0 below zero, 1 above, and x2 at zero.",
    "gcd": "The greatest common divisor.",
    "lcm": "The least common multiple.",
    "matmul": "The matrix product over the last two axes.",
    "negative": "Each element with the other sign.",
    "positive": "Each element as it is.",
    "absolute": "The size of each element, without its sign.",
    "sign": "-1, 0 or 1.",
    "square": "Each element times itself.",
    "reciprocal": "One over each element.",
    "conjugate": "The complex conjugate.",
    "isnan": "Whether it is nan.",
    "isinf": "Whether it is infinite.",
    "isfinite": "Whether it is neither infinite nor nan.",
    "signbit": "Whether the sign is minus, that of -0.0 too.",
    "fabs": "The size of each element, as a floating-point number.",
    "sqrt": "The square root; nan below zero.",
    "cbrt": "The cube root.",
    "exp": "e to the power of each element.",
    "exp2": "2 to the power of each element.",
    "expm1": "exp(x) - 1, exact near zero.",
    "log": "The natural logarithm.",
    "log2": "The logarithm to base 2.",
    "log10": "The logarithm to base 10.",
    "log1p": "log(1 + x), exact near zero.",
    "sin": "The sine of an angle in radians.",
    "cos": "The cosine of an angle in radians.",
    "tan": "The tangent of an angle in radians.",
    "arcsin": "The angle, in radians, with this sine.",
    "arccos": "The angle, in radians, with this cosine.",
    "arctan": "The angle, in radians, with this tangent.",
    "sinh": "The hyperbolic sine.",
    "cosh": "The hyperbolic cosine.",
    "tanh": "The hyperbolic tangent.",
    "arcsinh": "The inverse of the hyperbolic sine.",
    "arccosh": "The inverse of the hyperbolic cosine.",
    "arctanh": "The inverse of the hyperbolic tangent.",
    "floor": "The integer below, as a floating-point number.",
    "ceil": "The integer above, as a floating-point number.",
    "trunc": "The integer towards zero, as a floating-point number.",
    "rint": "The nearest integer, ties to even.",
    "degrees": "Radians as degrees.",
    "rad2deg": "Radians as degrees.",
    "deg2rad": "Degrees as radians.",
    "radians": "Degrees as radians.",
    "logical_not": "Whether it is false.",
    "invert": "Each bit the other way; of bools, not.",
}
_SHOWN = {"true_divide": "divide", "mod": "remainder", "abs": "absolute", "conj": "conjugate", "bitwise_not": "invert"}

for _table, _nin in ((BINARY, 2), (UNARY, 1)):
    for _name, _engine_name in _table.items():
        _shown = _SHOWN.get(_name, _name)
        if _shown in globals():
            globals()[_name] = globals()[_shown]
            continue
        _arguments = "x" if _nin == 1 else "x1, x2"
        _signature = f"{_shown}({_arguments}, /, out=None, *, where=True, dtype=None)"
        globals()[_name] = ufunc(_shown, _engine_name, _nin, f"{_signature}\n\n{_DOCS[_shown]}")

names = (*BINARY, *UNARY)
__all__ = list(names)
