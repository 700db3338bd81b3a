"""Sums, means, extremes and the like: over all elements or along axes."""

from . import _border
from ._border import axes, fn, result, run
from ._dtypes import optional_name
from ._ufuncs import NO_VALUE, _into, _reduced


def sum(a, axis=None, dtype=None, out=None, keepdims=NO_VALUE, initial=NO_VALUE, where=NO_VALUE):
    """Sum of the elements, in NumPy's order of additions."""
    return _reduced("sum", a, axis, dtype, out, keepdims, initial, where)


def prod(a, axis=None, dtype=None, out=None, keepdims=NO_VALUE, initial=NO_VALUE, where=NO_VALUE):
    """Product of the elements."""
    return _reduced("prod", a, axis, dtype, out, keepdims, initial, where)


def max(a, axis=None, out=None, keepdims=NO_VALUE, initial=NO_VALUE, where=NO_VALUE):
    """The greatest element; NaN if there is one."""
    return _reduced("max", a, axis, None, out, keepdims, initial, where)


def min(a, axis=None, out=None, keepdims=NO_VALUE, initial=NO_VALUE, where=NO_VALUE):
    """The smallest element; NaN if there is one."""
    return _reduced("min", a, axis, None, out, keepdims, initial, where)


amax = max
amin = min


def all(a, axis=None, out=None, keepdims=NO_VALUE, *, where=NO_VALUE):
    """Whether no element is zero."""
    return _reduced("all", a, axis, None, out, keepdims, None, where)


def any(a, axis=None, out=None, keepdims=NO_VALUE, *, where=NO_VALUE):
    """Whether an element is not zero."""
    return _reduced("any", a, axis, None, out, keepdims, None, where)


__all__ = ["all", "amax", "amin", "any", "max", "min", "prod", "sum"]
