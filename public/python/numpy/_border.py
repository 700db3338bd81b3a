"""Where NumPy's values cross into the engine and back. Other packages use these four:

`wrap(js)`       an `ndarray` over an engine array (a `JsProxy` of an NDArray); the array is shared, not copied
`result(js)`     the same, but a NumPy scalar for a 0-d array, as operations return it
`unwrap(array)`  the engine array under an `ndarray`
`to_engine(x)`   anything array-like as what engine functions take: an NDArray, or a number with Python's type kept
                 (a whole float crosses as the engine's `Float`, which it cannot tell from an int otherwise)

`fn` holds the engine's numpy functions: `fn.add(a, b)`, names in camelCase, keywords arrive as one options object.
Calls that can fail go through `run(fn.add, a, b)`, which turns the engine's errors into Python's.
"""

import _engine
from pyodide.ffi import JsException, JsProxy, to_js


class _Functions:
    """The engine's numpy functions. Each is fetched once, as an attribute of a JsProxy costs a microsecond."""

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        function = getattr(_engine.engine.numpy, name)
        setattr(self, name, function)
        return function


fn = _Functions()

ndarray = None  # set by _ndarray
from_engine_scalar = None  # set by _scalars: dtype name, value → NumPy scalar
convert = None  # set by _array: any array-like → NDArray


def wrap(js):
    """An ndarray over an engine array."""
    array = _new(ndarray)
    array._js = js
    array._solid = False
    return array


_new = object.__new__


def unwrap(array):
    """The engine array under an ndarray."""
    return array._js


def run(function, *args, **options):
    """A call into the engine, its errors as Python's own."""
    try:
        return function(*args, **options)
    except JsException as error:
        raise _engine.python_error(error) from None


def result(js):
    """What an operation returns: an ndarray, or a NumPy scalar for a 0-d result."""
    if fn.ndimOf(js):
        array = _new(ndarray)
        array._js = js
        array._solid = True
        return array
    return from_engine_scalar(fn.dtypeOf(js), fn.itemOf(js))


def solid(js):
    """An ndarray over an engine array that is known to have axes: what it meets in an operation needs no asking."""
    array = _new(ndarray)
    array._js = js
    array._solid = True
    return array


_floats = {}  # whole floats that crossed before


def whole_float(value):
    """A whole float as the engine's Float, so that it does not become an int."""
    js = _floats.get(value)
    if js is None or value == 0:
        js = fn.float(value)  # 0.0 and -0.0 are equal keys
        if len(_floats) < 256 and value:
            _floats[value] = js
    return js


def number(value):
    """A Python number so that the engine sees its type; None if it is none."""
    kind = type(value)
    if kind is int or kind is bool:
        return value
    if kind is float:
        return whole_float(value) if value.is_integer() else value
    if kind is complex:
        return fn.complex(value.real, value.imag)
    return None


def to_engine(value):
    """Anything array-like as an engine operand."""
    if isinstance(value, ndarray):
        return value._js
    plain = number(value)
    return convert(value) if plain is None else plain


def lengths(shape):
    """A shape or axes given as an int or a sequence of ints, for the engine."""
    if hasattr(shape, "__index__") and not isinstance(shape, ndarray):
        return index(shape)
    try:
        return to_js([index(length) for length in shape])
    except TypeError:
        if isinstance(shape, str) or not hasattr(shape, "__iter__"):
            raise TypeError(f"expected a sequence of integers or a single integer, got '{shape!r}'") from None
        raise


def index(value):
    """An int that C's long holds, or NumPy's refusal."""
    try:
        whole = value.__index__()
    except (AttributeError, TypeError):
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer") from None
    if -EXACT <= whole <= EXACT:
        return whole
    if -(2**63) <= whole < 2**63:
        return float(whole)  # a plain JavaScript number; lengths and axes of this size are refused by their value
    raise OverflowError("Python int too large to convert to C long")


EXACT = 2**53  # ints beyond it would cross as BigInt


def axes(axis):
    """An axis argument: None, an int, or a tuple of ints."""
    if axis is None:
        return None
    if isinstance(axis, (tuple, list)):
        return to_js([index(one) for one in axis])
    return index(axis)
