"""NumPy for Sporebook: a subset of NumPy 1.24 over the notebook's engine, exact where it is there."""

import _engine

from . import _border, _scalars, linalg
from ._array import (
    array, asanyarray, asarray, ascontiguousarray, copy, frombuffer, fromfunction, fromiter, fromstring,
)  # fmt: skip
from ._creation import *
from ._dtypes import dtype
from ._files import *
from ._flat import flatiter
from ._iterate import *
from ._ndarray import ndarray
from ._partial import __partial__
from ._methods import ndarray as _  # attaches the methods
from ._printing import (
    array2string, array_repr, array_str, format_float_positional, format_float_scientific, get_printoptions,
    printoptions, set_printoptions,
)  # fmt: skip
from ._products import *
from ._reductions import *
from ._scalars import (
    bool_, complex64, complex128, complexfloating, float16, float32, float64, floating, generic, inexact, int8, int16,
    int32, int64, integer, number, signedinteger, uint8, uint16, uint32, uint64, unsignedinteger,
)  # fmt: skip
from ._select import *
from ._shapes import *
from ._types import *
from ._ufuncs import *
from ._ufuncs import ufunc


class AxisError(ValueError, IndexError):
    """An axis that an array does not have."""

    __module__ = "numpy"


_engine.RAISED_AS["AxisError"] = AxisError


class UFuncTypeError(TypeError):
    """Operands whose types a ufunc has no loop for, or may not cast to."""

    __module__ = "numpy.core._exceptions"


_engine.RAISED_AS["UFuncTypeError"] = UFuncTypeError

__version__ = "1.24.2"
half, single, double, longdouble = float16, float32, float64, float64
float_, complex_, csingle, cdouble = float64, complex128, complex64, complex128
byte, short, intc, int_, intp, longlong = int8, int16, int32, int64, int64, int64
ubyte, ushort, uintc, uint, uintp, ulonglong = uint8, uint16, uint32, uint64, uint64, uint64
bool8 = bool_
pi = 3.141592653589793
e = 2.718281828459045
euler_gamma = 0.5772156649015329
inf = Inf = Infinity = PINF = float("inf")
NINF = -inf
nan = NaN = NAN = float("nan")
newaxis = None


def __getattr__(name):
    if name in ("random",):
        import importlib

        return importlib.import_module(f"numpy.{name}")
    if name == "math":
        import math

        return math
    raise _engine.absent("numpy", name)
