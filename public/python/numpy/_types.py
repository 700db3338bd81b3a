"""Questions about dtypes: limits, promotion, kinds."""

from . import _border, _scalars
from ._border import fn, run
from ._dtypes import ROWS, dtype, name_of
from ._scalars import generic

_FLOATS = {
    # bits, eps, max, smallest normal, mantissa bits, exponent bits, precision, resolution, smallest subnormal
    "float16": (16, 2.0**-10, 65504.0, 2.0**-14, 10, 5, 3, 1e-3, 2.0**-24),
    "float32": (32, 2.0**-23, (2 - 2.0**-23) * 2.0**127, 2.0**-126, 23, 8, 6, 1e-6, 2.0**-149),
    "float64": (64, 2.0**-52, (2 - 2.0**-52) * 2.0**1023, 2.0**-1022, 52, 11, 15, 1e-15, 5e-324),
}


class finfo:
    """The limits of a float dtype."""

    __module__ = "numpy"

    def __init__(self, dtype):
        name = name_of(dtype) if not isinstance(dtype, generic) else dtype._dtype_name
        name = {"complex64": "float32", "complex128": "float64"}.get(name, name)
        if name not in _FLOATS:
            raise ValueError(f"data type {_inexact(dtype)} not inexact")
        kind = _scalars.scalar_types[name]
        bits, eps, top, tiny, nmant, nexp, precision, resolution, subnormal = _FLOATS[name]
        self.dtype = _dtype_of(name)
        self.bits, self.nmant, self.nexp, self.precision = bits, nmant, nexp, precision
        self.eps, self.max, self.min, self.tiny = kind(eps), kind(top), kind(-top), kind(tiny)
        self.epsneg, self.resolution = kind(eps / 2), kind(resolution)
        self.smallest_normal, self.smallest_subnormal = self.tiny, kind(subnormal)
        self.maxexp, self.minexp = 2 ** (nexp - 1), 2 - 2 ** (nexp - 1)
        self.machep, self.negep, self.iexp = -nmant, -nmant - 1, nexp

    def __repr__(self):
        return (
            f"finfo(resolution={self.resolution}, min={self.min}, max={self.max}, dtype={self.dtype})"
        )


def _inexact(given):
    return repr(given) if isinstance(given, type) else repr(dtype(given))


def _dtype_of(name):
    return dtype(name)


class iinfo:
    """The limits of an integer dtype."""

    __module__ = "numpy"

    def __init__(self, type):
        name = type._dtype_name if isinstance(type, generic) else "int64" if isinstance(type, int) and not isinstance(type, bool) else name_of(type)
        kind, _, size, *_ = ROWS[name]
        if kind not in "iu":
            raise ValueError(f"Invalid integer data type '{kind}'.")
        self.kind, self.bits, self.dtype = kind, 8 * size, _dtype_of(name)
        self.min = 0 if kind == "u" else -(1 << (self.bits - 1))
        self.max = (1 << (self.bits - (kind == "i"))) - 1

    def __repr__(self):
        return f"iinfo(min={self.min}, max={self.max}, dtype={self.dtype})"


def _class_of(arg):
    if isinstance(arg, type) and issubclass(arg, generic):
        return arg
    return _scalars.scalar_types[name_of(arg)]


def issubdtype(arg1, arg2):
    """Whether a dtype is one of a kind."""
    return issubclass(_class_of(arg1), _class_of(arg2))


issubclass_ = issubclass


def _operand(value):
    """For promotion: a dtype as an array of one axis, so that its value does not count."""
    if isinstance(value, (dtype, str)) or isinstance(value, type):
        return fn.zeros(1, name_of(value))
    return _border.to_engine(value)


def result_type(*arrays_and_dtypes):
    """The dtype in which operands meet."""
    if not arrays_and_dtypes:
        raise ValueError("at least one array or dtype is required")
    return dtype(run(fn.resultType, *map(_operand, arrays_and_dtypes)))


def promote_types(type1, type2):
    """The narrowest dtype that both cast to safely."""
    return dtype(run(fn.promoteTypes, name_of(type1), name_of(type2)))


def min_scalar_type(a):
    """The narrowest dtype that holds a scalar."""
    operand = _border.to_engine(a)
    if hasattr(operand, "ndim") and operand.ndim:
        return dtype(fn.dtypeOf(operand))
    return dtype(run(fn.minScalarType, operand).dtype)


def can_cast(from_, to, casting="safe"):
    """Whether a cast is allowed."""
    if not isinstance(casting, str):
        raise TypeError(f"casting must be str, not {type(casting).__name__}")
    if isinstance(from_, (dtype, str, type)):
        name = name_of(from_)
    else:
        operand = _border.to_engine(from_)
        scalar = not hasattr(operand, "ndim") or operand.ndim == 0
        if scalar and casting == "safe":
            return run(fn.scalarFits, operand, name_of(to))
        name = fn.dtypeOf(_border.convert(from_))
    return run(fn.canCastBy, name, name_of(to), casting)


def common_type(*arrays):
    """The float type that all arrays fit in."""
    names = [_border.wrap(_border.convert(one)).dtype for one in arrays]
    name = "float16"
    for one in names:
        name = fn.promoteTypes(name, "float64" if one.kind in "iub" else one.name)
    return _scalars.scalar_types[name]


def isscalar(element):
    """Whether a value is a number."""
    return isinstance(element, (generic, int, float, complex, bool, str, bytes))


def issctype(rep):
    """Whether it is the type of an array element."""
    return isinstance(rep, type) and issubclass(rep, generic)


def isrealobj(x):
    """Whether the dtype is not complex, whatever the values are."""
    return not iscomplexobj(x)


def iscomplexobj(x):
    """Whether the dtype is complex, whatever the values are."""
    return _border.wrap(_border.convert(x)).dtype.kind == "c"


def iscomplex(x):
    """Which elements have an imaginary part."""
    js = _border.convert(x)
    return _border.result(fn.notEqual(fn.imag(js), 0))


def isreal(x):
    """For each element, whether its imaginary part is zero."""
    js = _border.convert(x)
    return _border.result(fn.equal(fn.imag(js), 0))


sctypeDict = {}

__all__ = [
    "can_cast", "common_type", "finfo", "iinfo", "iscomplex", "iscomplexobj", "isreal", "isrealobj", "isscalar",
    "issctype", "issubclass_", "issubdtype", "min_scalar_type", "promote_types", "result_type",
]  # fmt: skip
