"""New arrays by rule."""

from . import _border
from ._border import fn, index, lengths, number, run, wrap
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


def full(shape, fill_value, dtype=None, order="C", *, like=None):
    """One value, or an array broadcast to the shape, everywhere."""
    plain = number(fill_value)
    value = _border.convert(fill_value) if plain is None else plain
    return wrap(run(fn.full, lengths(shape), value, optional_name(dtype)))


def _like(a, shape):
    return lengths(shape) if shape is not None else fn.shapeList(_border.convert(a))


def _dtype_like(a, dtype):
    return fn.dtypeOf(_border.convert(a)) if dtype is None else name_of(dtype)


def zeros_like(a, dtype=None, order="K", subok=True, shape=None):
    return wrap(run(fn.zeros, _like(a, shape), _dtype_like(a, dtype)))


def ones_like(a, dtype=None, order="K", subok=True, shape=None):
    return wrap(run(fn.ones, _like(a, shape), _dtype_like(a, dtype)))


empty_like = zeros_like


def full_like(a, fill_value, dtype=None, order="K", subok=True, shape=None):
    plain = number(fill_value)
    value = _border.convert(fill_value) if plain is None else plain
    return wrap(run(fn.full, _like(a, shape), value, _dtype_like(a, dtype)))


def _bound(value):
    """A bound of a range as a plain number, and its dtype if it is a NumPy one."""
    if hasattr(value, "item") and hasattr(value, "dtype"):
        if value.size != 1:
            raise TypeError("only size-1 arrays can be converted to Python scalars")
        return number(value.item()), value.dtype.name
    plain = number(value)
    if plain is None:
        if hasattr(value, "__index__"):
            return value.__index__(), None
        if hasattr(value, "__float__"):
            return number(float(value)), None
        raise TypeError(f"unsupported operand type(s) for -: '{type(value).__name__}' and 'int'")
    return plain, None


def arange(start=None, stop=None, step=None, dtype=None, *, like=None):
    """start, start + step, … below stop; one bound alone is stop."""
    if start is None and stop is None:
        raise TypeError("arange() requires stop to be specified.")
    if start is None:
        start, stop = stop, None
    first, *given = (None if value is None else _bound(value) for value in (start, stop, step))
    last, by = given
    name = optional_name(dtype)
    return wrap(
        run(fn.arange, first[0], last[0] if last else None, by[0] if by else 1, name)
    )


def eye(N, M=None, k=0, dtype=float, order="C", *, like=None):
    """Zeros with ones on the k-th diagonal."""
    return wrap(run(fn.eye, index(N), None if M is None else index(M), index(k), name_of(dtype)))


def identity(n, dtype=None, *, like=None):
    """Ones on the diagonal of a square matrix."""
    return wrap(run(fn.identity, index(n), name_of(dtype)))


def tri(N, M=None, k=0, dtype=float, *, like=None):
    """Ones at and below the k-th diagonal."""
    return wrap(run(fn.tri, index(N), None if M is None else index(M), index(k), name_of(dtype)))


__all__ = ["arange", "empty", "empty_like", "eye", "full", "full_like", "identity", "ones", "ones_like", "tri", "zeros", "zeros_like"]
