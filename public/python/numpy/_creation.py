"""New arrays by rule."""

from pyodide.ffi import to_js

from . import _border
from ._border import fn, index, lengths, number, result, run, to_engine, wrap
from ._dtypes import name_of, optional_name


def zeros(shape, dtype=float, order="C", *, like=None):
    """Zeros."""
    return wrap(run(fn.zeros, lengths(shape), name_of(dtype)))


def ones(shape, dtype=None, order="C", *, like=None):
    """Ones."""
    return wrap(run(fn.ones, lengths(shape), name_of(dtype)))


def empty(shape, dtype=float, order="C", *, like=None):
    """Zeros too: there is no uninitialised memory here."""
    return zeros(shape, dtype)


def _value(value):
    plain = number(value)
    return _border.convert(value) if plain is None else plain


def full(shape, fill_value, dtype=None, order="C", *, like=None):
    """One value, or an array broadcast to the shape, everywhere."""
    return wrap(run(fn.full, lengths(shape), _value(fill_value), optional_name(dtype)))


def _like(a, shape, dtype):
    js = _border.convert(a)
    return (fn.shapeList(js) if shape is None else lengths(shape)), (fn.dtypeOf(js) if dtype is None else name_of(dtype))


def zeros_like(a, dtype=None, order="K", subok=True, shape=None):
    """Zeros of another array's shape and dtype."""
    return wrap(run(fn.zeros, *_like(a, shape, dtype)))


def ones_like(a, dtype=None, order="K", subok=True, shape=None):
    """Ones of another array's shape and dtype."""
    return wrap(run(fn.ones, *_like(a, shape, dtype)))


empty_like = zeros_like


def full_like(a, fill_value, dtype=None, order="K", subok=True, shape=None):
    """One value in another array's shape and dtype."""
    lengths_, name = _like(a, shape, dtype)
    return wrap(run(fn.full, lengths_, _value(fill_value), name))


def _bound(value):
    """A bound of a range as a plain number."""
    if hasattr(value, "item") and hasattr(value, "dtype"):
        if value.size != 1:
            raise ValueError("Maximum allowed size exceeded" if value.size == 0 else
                             "The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()")
        return number(value.item())
    plain = number(value)
    if plain is not None:
        return plain
    if hasattr(value, "__index__"):
        return value.__index__()
    if hasattr(value, "__float__"):
        return number(float(value))
    raise TypeError(f"unsupported operand type(s) for -: '{type(value).__name__}' and 'int'")


def arange(start=None, stop=None, step=None, dtype=None, *, like=None):
    """start, start + step, … below stop; one bound alone is stop."""
    if start is None and stop is None:
        raise TypeError("arange() requires stop to be specified.")
    if start is None:
        start = 0
    last = None if stop is None else _bound(stop)
    by = 1 if step is None else _bound(step)
    return wrap(run(fn.arange, _bound(start), last, by, optional_name(dtype)))


def linspace(start, stop, num=50, endpoint=True, retstep=False, dtype=None, axis=0):
    """Evenly spaced numbers from start to stop."""
    options = {"endpoint": bool(endpoint), "dtype": optional_name(dtype), "axis": index(axis)}
    made = run(fn.linspaceAndStep, to_engine(start), to_engine(stop), index(num), **options)
    values = wrap(made.values)
    return (values, result(made.step)) if retstep else values


def logspace(start, stop, num=50, endpoint=True, base=10.0, dtype=None, axis=0):
    """base to the power of evenly spaced numbers."""
    options = {"endpoint": bool(endpoint), "dtype": optional_name(dtype), "base": float(base), "axis": index(axis)}
    return wrap(run(fn.logspace, to_engine(start), to_engine(stop), index(num), **options))


def geomspace(start, stop, num=50, endpoint=True, dtype=None, axis=0):
    """Numbers with one quotient between neighbours."""
    options = {"endpoint": bool(endpoint), "dtype": optional_name(dtype), "axis": index(axis)}
    return wrap(run(fn.geomspace, to_engine(start), to_engine(stop), index(num), **options))


def eye(N, M=None, k=0, dtype=float, order="C", *, like=None):
    """Zeros with ones on the k-th diagonal."""
    return wrap(run(fn.eye, index(N), None if M is None else index(M), index(k), name_of(dtype)))


def identity(n, dtype=None, *, like=None):
    """Ones on the diagonal of a square matrix."""
    return wrap(run(fn.identity, index(n), name_of(dtype)))


def tri(N, M=None, k=0, dtype=float, *, like=None):
    """Ones at and below the k-th diagonal."""
    return wrap(run(fn.tri, index(N), None if M is None else index(M), index(k), name_of(dtype)))


def vander(x, N=None, increasing=False):
    """The powers of numbers as the columns of a matrix."""
    column = wrap(_border.convert(x))
    if column.ndim != 1:
        raise ValueError("x must be a one-dimensional array or sequence.")
    count = column.size if N is None else index(N)
    powers = list(range(count) if increasing else range(count - 1, -1, -1))
    return wrap(run(fn.power, column[:, None]._js, run(fn.array, to_js(powers), "int64")))


__all__ = [
    "arange", "empty", "empty_like", "eye", "full", "full_like", "geomspace", "identity", "linspace", "logspace",
    "ones", "ones_like", "tri", "vander", "zeros", "zeros_like",
]  # fmt: skip
